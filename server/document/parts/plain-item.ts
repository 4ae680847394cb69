import type { LocatedNode, MappingNode, Pair, ScalarNode, SequenceNode } from '../node';
import type { Part } from './cut';
import type { Item } from './parse-part';
import { formOf, isOrdinary, keyAt, quoted, scalarAt } from './plain-scalar';

/**
 * Reads an item that is written as kubectl and the cloud CLIs write it: nothing but keys, lists and texts of one line,
 * in ASCII, without a comment, an escape or an empty line. Most are, and a YAML parser takes many times as long for
 * them. `undefined`: it is written in another way, or in one that not all readers understand alike.
 */
export function plainItem(own: string, { column, kind }: Part): Item | undefined {
  if (kind !== 'item' || !isOrdinary(own)) return undefined;
  const lines = linesOf(own);
  const [first] = lines;
  if (!first || first.column !== column || !startsItem(own, first)) return undefined;
  const reader = new Reader(own, lines);
  const node = reader.item();
  if (!node || !reader.atEnd) return undefined;
  return { base: reader.base, node, listStart: first.start, listEnd: own.length };
}

interface Line {
  /** Where its content begins and ends. */
  readonly start: number;
  readonly end: number;
  /** Characters before the content. */
  readonly column: number;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    let start = at;
    while (text.charCodeAt(start) === space) start++;
    lines.push({ start, end, column: start - at });
    at = end + 1;
  }
  return lines;
}

const space = 0x20;
const dash = 0x2d;

function startsItem(text: string, { start }: Line): boolean {
  return text.charCodeAt(start) === dash && text.charCodeAt(start + 1) === space;
}

const inFlow = /(?:[A-Za-z0-9_./~$+]|-(?=[\w-]))[\w./~$+=@-]*/y;
const deepest = 40;

class Reader {
  /** Where the item itself begins; positions count from it. */
  readonly base: number;
  #at = 0;
  #depth = 0;

  constructor(
    readonly text: string,
    readonly lines: Line[],
  ) {
    this.base = this.#behindDash(0);
  }

  get atEnd(): boolean {
    return this.#at === this.lines.length;
  }

  item(): LocatedNode | undefined {
    return this.#itemAt();
  }

  /** What a dash stands before: the line goes on as if it began behind it. */
  #itemAt(): LocatedNode | undefined {
    const line = this.lines[this.#at];
    if (!line) return undefined;
    const start = this.#behindDash(this.#at);
    const column = line.column + start - line.start;
    this.lines[this.#at] = { start, end: line.end, column };
    if (keyAt(this.text, start, line.end)) return this.#mapping(column);
    const value = this.#value(start, line.end);
    this.#at++;
    // A text would go on there.
    const next = this.lines[this.#at];
    return next && next.column > line.column ? undefined : value;
  }

  #behindDash(index: number): number {
    let at = (this.lines[index]?.start ?? 0) + 1;
    while (this.text.charCodeAt(at) === space) at++;
    return at;
  }

  #mapping(column: number): MappingNode | undefined {
    if (this.#depth >= deepest) return undefined;
    this.#depth++;
    const first = this.#at;
    const pairs: Pair[] = [];
    for (let line = this.lines[this.#at]; line && line.column === column; line = this.lines[this.#at]) {
      const pair = this.#pair(line);
      if (!pair) {
        // A list at the indentation of the key above it ends with the mapping around it.
        if (startsItem(this.text, line) && pairs.length > 0) break;
        return undefined;
      }
      pairs.push(pair);
    }
    this.#depth--;
    const next = this.lines[this.#at];
    if (next && next.column > column) return undefined;
    const start = (this.lines[first]?.start ?? 0) - this.base;
    const end = pairs.at(-1)?.value.end ?? start;
    return { kind: 'mapping', start, end, ...this.#lineSpan(first), pairs, flow: false };
  }

  /** Whether what begins with a line goes on behind it, as far as has been read. */
  #lineSpan(first: number): { multiline?: true } {
    return this.#at - first > 1 ? { multiline: true } : {};
  }

  #pair({ start, end, column }: Line): Pair | undefined {
    const found = keyAt(this.text, start, end);
    if (!found) return undefined;
    const { name, valueStart } = found;
    const value = valueStart < end ? this.#onLine(valueStart, end, column) : this.#below(column);
    if (!value) return undefined;
    const at = start - this.base;
    return { name, key: { start: at, end: at + name.length }, value, merged: false };
  }

  #onLine(start: number, end: number, column: number): LocatedNode | undefined {
    const value = this.#value(start, end);
    this.#at++;
    const next = this.lines[this.#at];
    return next && next.column > column ? undefined : value;
  }

  #below(column: number): LocatedNode | undefined {
    this.#at++;
    const next = this.lines[this.#at];
    if (!next) return undefined;
    const isList = startsItem(this.text, next);
    if (next.column > column) return isList ? this.#sequence(next.column) : this.#mapping(next.column);
    return next.column === column && isList ? this.#sequence(column) : undefined;
  }

  #sequence(column: number): SequenceNode | undefined {
    if (this.#depth >= deepest) return undefined;
    this.#depth++;
    const first = this.#at;
    const start = (this.lines[first]?.start ?? 0) - this.base;
    const items: LocatedNode[] = [];
    for (let line = this.lines[this.#at]; line && line.column === column; line = this.lines[this.#at]) {
      if (!startsItem(this.text, line)) break;
      const item = this.#itemAt();
      if (!item) return undefined;
      items.push(item);
    }
    this.#depth--;
    const next = this.lines[this.#at];
    if (next && next.column > column) return undefined;
    const end = items.at(-1)?.end ?? start;
    return { kind: 'sequence', start, end, ...this.#lineSpan(first), items, flow: false };
  }

  /** A value that takes the rest of a line. */
  #value(start: number, end: number): LocatedNode | undefined {
    if (this.text[start] === '[') return this.#flow(start, end);
    return this.#scalar(start, end, formOf(this.text, start));
  }

  #scalar(start: number, end: number, form: RegExp): ScalarNode | undefined {
    return scalarAt(this.text, start, end, this.base, form);
  }

  /** `[a, "b"]` on one line. */
  #flow(start: number, end: number): SequenceNode | undefined {
    const items: LocatedNode[] = [];
    let at = start + 1;
    while (this.text[at] !== ']') {
      const form = this.text[at] === '"' || this.text[at] === "'" ? quoted : inFlow;
      form.lastIndex = at;
      if (!form.test(this.text)) return undefined;
      const itemEnd = form.lastIndex;
      const item = this.#scalar(at, itemEnd, form);
      if (!item) return undefined;
      items.push(item);
      at = itemEnd;
      if (this.text[at] === ']') break;
      if (this.text[at] !== ',' || this.text[at + 1] !== ' ') return undefined;
      at += 2;
    }
    if (at + 1 !== end) return undefined;
    return { kind: 'sequence', start: start - this.base, end: end - this.base, items, flow: true };
  }
}
