import { readFlow } from './flow';
import { contentLine, isDash, type Line, nextStart } from './lines';
import {
  endOfPair,
  type ItemSketch,
  type MappingSketch,
  type PairSketch,
  type ScalarSketch,
  type Sketch,
} from './node';
import { behindProperties, plain, readQuoted, type Source } from './scalars';

/** So deep nobody writes. */
const maxDepth = 100;

/** Reads lines whose indentation says what belongs to what. */
export class BlockReader {
  private index = 0;
  private depth = 0;

  constructor(
    private readonly source: Source,
    private readonly lines: readonly Line[],
  ) {}

  /** Everything, as the mapping that begins on the first line. */
  root(): MappingSketch | undefined {
    const [first] = this.lines;
    return first && this.mapping(first.content, first.column);
  }

  private get line(): Line | undefined {
    return this.lines[this.index];
  }

  /** `parent`: what belongs to it is indented more. */
  private node(at: number, column: number, parent: number): Sketch | undefined {
    if (this.depth >= maxDepth) {
      this.index++;
      return undefined;
    }
    this.depth++;
    const { text } = this.source;
    const found = isDash(text, at)
      ? this.list(at, column)
      : this.isMapping(at, column)
        ? this.mapping(at, column)
        : this.inline(at, parent);
    this.depth--;
    return found;
  }

  /** Also one whose first key has no colon yet. */
  private isMapping(at: number, column: number): boolean {
    const here = this.keyAt(at);
    if (here.colon !== undefined) return true;
    const below = this.lines[this.index + 1];
    if (!below || below.column !== column || /["'[{|>]/.test(this.source.text[at] ?? '')) return false;
    return this.keyAt(below.content, below).colon !== undefined;
  }

  private mapping(start: number, column: number): MappingSketch {
    const pairs: PairSketch[] = [];
    let at = start;
    for (;;) {
      pairs.push(this.pair(at, column));
      this.skipDeeper(column);
      const { line } = this;
      if (!line || line.column < column || isDash(this.source.text, line.content)) break;
      at = line.content;
    }
    const last = pairs.at(-1);
    const end = last ? endOfPair(last) : start;
    return { kind: 'mapping', start, end, column, flow: false, closed: true, pairs };
  }

  private pair(at: number, column: number): PairSketch {
    const { text } = this.source;
    const { key, colon } = this.keyAt(at);
    const line = this.line;
    if (colon === undefined || !line) {
      this.index++;
      return { key, colon: undefined, value: undefined };
    }
    const first = behindProperties(text, skipBlanks(text, colon + 1, line.end), line.end);
    if (first < line.end && text[first] !== '#') return { key, colon, value: this.inline(first, column) };
    this.index++;
    const next = this.line;
    const isList = next && isDash(text, next.content);
    if (!next || next.column < column || (next.column === column && !isList))
      return { key, colon, value: undefined };
    const parent = next.column === column ? column - 1 : column;
    return { key, colon, value: this.node(next.content, next.column, parent) };
  }

  private list(start: number, column: number): Sketch {
    const { text } = this.source;
    const items: ItemSketch[] = [];
    let dash = start;
    let end = start + 1;
    for (;;) {
      const value = this.item(dash, column);
      items.push({ start: dash, value });
      end = value?.end ?? dash + 1;
      this.skipDeeper(column);
      const { line } = this;
      if (!line || line.column !== column || !isDash(text, line.content)) break;
      dash = line.content;
    }
    return { kind: 'list', start, end, column, flow: false, closed: true, items };
  }

  private item(dash: number, column: number): Sketch | undefined {
    const { text } = this.source;
    const line = this.line;
    if (!line) return undefined;
    const first = behindProperties(text, skipBlanks(text, dash + 1, line.end), line.end);
    if (first < line.end && text[first] !== '#') return this.node(first, first - line.start, column);
    this.index++;
    const next = this.line;
    return next && next.column > column ? this.node(next.content, next.column, column) : undefined;
  }

  /** A value that begins on this line; what follows of it is indented more than `parent`. */
  private inline(at: number, parent: number): Sketch {
    const { text, cursor } = this.source;
    const found = this.inlineValue(at, this.limitOf(parent), parent, text, cursor);
    while (this.line && this.line.start < found.end) this.index++;
    return found;
  }

  private inlineValue(at: number, limit: number, parent: number, text: string, cursor: number): Sketch {
    const first = text[at];
    const source = { text, limit, cursor };
    if (first === '{' || first === '[') return readFlow(source, at);
    if (first === '"' || first === "'") {
      return readQuoted(source, at, (rest) => isDeeper(rest, parent));
    }
    const { end } = this.line ?? { end: at };
    if (/^[|>][-+\d]*[ \t]*(?:#.*)?$/.test(text.slice(at, end))) {
      return { kind: 'scalar', quote: '|', value: '', start: at, end: limit };
    }
    const comment = text.slice(at, end).search(/\s#/);
    return plain(text, at, comment < 0 ? end : at + comment);
  }

  /** Offset of the end of what is indented more than `parent`, closing brackets included. */
  private limitOf(parent: number): number {
    const { text, limit } = this.source;
    for (let index = this.index + 1; index < this.lines.length; index++) {
      const line = this.lines[index];
      if (line && line.column <= parent && !/[}\]]/.test(text[line.content] ?? '')) return line.start;
    }
    return limit;
  }

  private skipDeeper(column: number): void {
    while (this.line && this.line.column > column) this.index++;
  }

  private keyAt(at: number, line = this.line): { key: ScalarSketch; colon: number | undefined } {
    const { text } = this.source;
    const end = line?.end ?? at;
    const first = behindProperties(text, at, end);
    if (text[first] === '"' || text[first] === "'") {
      const key = readQuoted({ ...this.source, limit: end }, first, () => false);
      const colon = skipBlanks(text, key.end, end);
      return { key, colon: isColon(text, colon) ? colon : undefined };
    }
    if (/[[{|>#]/.test(text[first] ?? '#')) return { key: plain(text, first, end), colon: undefined };
    for (let colon = first; colon < end; colon++) {
      if (text[colon] === '#' && /\s/.test(text[colon - 1] ?? '')) break;
      if (isColon(text, colon)) return { key: plain(text, first, colon), colon };
    }
    const comment = text.slice(first, end).search(/\s#/);
    return { key: plain(text, first, comment < 0 ? end : first + comment), colon: undefined };
  }
}

/** Whether all further lines of a text are indented more than a column. */
function isDeeper(rest: string, column: number): boolean {
  const [, ...lines] = rest.split('\n');
  return lines.every((line) => line.trim() === '' || line.search(/[^ ]/) > column);
}

function isColon(text: string, at: number): boolean {
  return text[at] === ':' && /\s/.test(text[at + 1] ?? '\n');
}

function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at++;
  return at;
}

/** The lines with something on them between two offsets. */
export function contentLines(text: string, start: number, end: number): Line[] {
  const lines: Line[] = [];
  for (
    let line = contentLine(text, start, end);
    line;
    line = contentLine(text, nextStart(text, line.start), end)
  ) {
    lines.push(line);
  }
  return lines;
}
