import type { Text } from '../text';
import type { Common } from './difference';

/** A field of the top level, the beginning of one whose value is a list, or an item of that list. */
export interface Part {
  readonly kind: 'blank' | 'field' | 'head' | 'item';
  /** Whole lines; offsets in UTF-16 code units, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Spaces before the dash of an item. */
  readonly column: number;
  /** Whether another item follows in the same list. */
  readonly followed: boolean;
}

interface Line {
  readonly kind: 'blank' | 'key' | 'dash' | 'inner' | 'other';
  readonly start: number;
  readonly end: number;
  /** Spaces before the content. */
  readonly column: number;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** The parts of an earlier text, and how much of the two is the same at both ends. */
export interface Earlier {
  readonly parts: readonly Part[];
  readonly text: Text;
  readonly same: Common;
}

/**
 * Cuts a text into parts that mean the same on their own, by its indentation alone. `undefined` where it is
 * not laid out as most are: keys at the left margin, lists of dashes below some of them. Of an earlier text the
 * parts before and behind the difference are taken over.
 */
export function cut(text: Text, earlier?: Earlier): Part[] | undefined {
  const parts: Writable<Part>[] = earlier ? partsBefore(earlier) : [];
  const behind = earlier && partsBehind(earlier, text);
  let list = columnOf(parts.at(-1));
  for (let at = parts.at(-1)?.end ?? 0; at < text.length; ) {
    const line = lineAt(text, at);
    const next = following(parts.at(-1), line, list, text);
    if (next === undefined) return undefined;
    if (next === 'item') markFollowed(parts.at(-1));
    const rest = next === 'more' ? undefined : behind?.(line.start, next, line.column);
    if (rest) return parts.concat(rest);
    if (next === 'more') extend(parts, line);
    else parts.push({ kind: next, start: line.start, end: line.end, column: line.column, followed: false });
    list = columnOf(parts.at(-1));
    at = line.end;
  }
  return parts;
}

/** The parts before the difference. What follows may still be more of the last one. */
function partsBefore({ parts, text, same }: Earlier): Writable<Part>[] {
  const kept: Writable<Part>[] = parts.slice(
    0,
    firstWhere(parts, ({ end }) => end > same.start),
  );
  const atEnd = kept.at(-1)?.end;
  // The last one may have ended within a line, which may go on now.
  if (atEnd !== undefined && text.charCodeAt(atEnd - 1) !== 0x0a) kept.pop();
  const last = kept.pop();
  if (last) kept.push({ ...last, followed: false });
  return kept;
}

/** The index of the first part that something is true of, if it is of all behind. */
function firstWhere(parts: readonly Part[], isTrue: (part: Part) => boolean): number {
  let low = 0;
  for (let high = parts.length; low < high; ) {
    const middle = (low + high) >> 1;
    const part = parts[middle];
    if (part && !isTrue(part)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Finds the parts from an offset behind the difference on, if the earlier text had one that began there alike. */
function partsBehind({ parts, text: old, same }: Earlier, text: Text) {
  const by = text.length - old.length;
  const behind = old.length - same.end;
  return (start: number, kind: Part['kind'], column: number): Part[] | undefined => {
    if (start - by < behind) return undefined;
    const at = firstWhere(parts, (part) => part.start >= start - by);
    const part = parts[at];
    if (part?.start !== start - by) return undefined;
    // The beginning of a list and a field are told apart by what follows.
    const alike = part.kind === 'item' ? kind === 'item' && part.column === column : kind !== 'item';
    if (!alike || part.kind === 'blank' || kind === 'blank') return undefined;
    return by === 0 ? parts.slice(at) : parts.slice(at).map((each) => shifted(each, by));
  };
}

function shifted(part: Part, by: number): Part {
  return { ...part, start: part.start + by, end: part.end + by };
}

/** Of the list that goes on behind a part; -1 if none does. */
function columnOf(last: Part | undefined): number {
  return last?.kind === 'item' ? last.column : -1;
}

/** What a line begins, or `more` of the part before it. */
function following(
  last: Writable<Part> | undefined,
  line: Line,
  list: number,
  text: Text,
): Part['kind'] | 'more' | undefined {
  switch (line.kind) {
    case 'blank':
      return last ? 'more' : 'blank';
    case 'key':
      return isBare(text, line) ? 'head' : 'field';
    case 'dash':
      if (last?.kind === 'head' || line.column === list) return 'item';
      break;
    case 'other':
      return undefined;
  }
  if (!last || last.kind === 'blank' || line.column === 0 || line.column <= list) return undefined;
  if (last.kind === 'head') last.kind = 'field';
  return 'more';
}

function extend(parts: Writable<Part>[], line: Line): void {
  const last = parts.at(-1);
  if (last) last.end = line.end;
}

function markFollowed(last: Writable<Part> | undefined): void {
  if (last?.kind === 'item') last.followed = true;
}

const keyLine = /^[A-Za-z][\w.-]*:(?=[ \r\n]|$)/;
const bareLine = /^[\w.-]+: *(?:#.*)?(?=\r?\n|\r?$)/;

function lineAt(text: Text, start: number): Line {
  const feed = text.indexOf('\n', start);
  let end = feed < 0 ? text.length : feed + 1;
  // Empty lines belong together, however many there are.
  if (feed === start) while (text.charCodeAt(end) === 0x0a) end++;
  let at = start;
  while (text.charCodeAt(at) === 0x20) at++;
  const line = { start, end, column: at - start };
  const first = text.slice(at, at + 1);
  if (at >= end || first === '\n' || first === '#' || (first === '\r' && at + 2 === end)) {
    return { ...line, kind: 'blank' };
  }
  if (first === '-' && /[ \r\n]/.test(text.slice(at + 1, at + 2) || '\n')) return { ...line, kind: 'dash' };
  if (at > start) return { ...line, kind: 'inner' };
  return { ...line, kind: keyLine.test(text.slice(start, end)) ? 'key' : 'other' };
}

function isBare(text: Text, { start, end }: Line): boolean {
  return bareLine.test(text.slice(start, end));
}
