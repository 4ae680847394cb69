import type { Text } from '../text';
import type { Common } from './difference';

/** A field of the top level, the beginning of one whose value is a list, or an item of that list: whole lines. */
export interface Part {
  readonly kind: 'blank' | 'field' | 'head' | 'item';
  /** UTF-16 code units. */
  readonly length: number;
  /** Spaces before the dash of an item. */
  readonly column: number;
  /** Whether another item follows in the same list. */
  readonly followed: boolean;
}

/** A text as its parts, one behind the other. A part that only moves is the same object. */
export interface Cut {
  readonly parts: readonly Part[];
  /** Offset of each part. */
  readonly starts: readonly number[];
}

interface Line {
  readonly kind: 'blank' | 'key' | 'dash' | 'inner' | 'other';
  readonly start: number;
  readonly end: number;
  /** Spaces before the content. */
  readonly column: number;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** An earlier text, and how much of the two is the same at both ends. */
export interface Earlier extends Cut {
  readonly text: Text;
  readonly same: Common;
}

/**
 * Cuts a text into parts that mean the same on their own, by its indentation alone. `undefined` where it is
 * not laid out as most are: keys at the left margin, lists of dashes below some of them. Of an earlier text the
 * parts before and behind the difference are taken over.
 */
export function cut(text: Text, earlier?: Earlier): Cut | undefined {
  const { parts, starts } = earlier ? partsBefore(earlier) : { parts: [], starts: [] };
  const behind = earlier && partsBehind(earlier, text);
  let list = columnOf(parts.at(-1));
  for (let at = (starts.at(-1) ?? 0) + (parts.at(-1)?.length ?? 0); at < text.length; ) {
    const line = lineAt(text, at);
    const next = following(parts.at(-1), line, list, text);
    if (next === undefined) return undefined;
    if (next === 'item') markFollowed(parts.at(-1));
    const rest = next === 'more' ? undefined : behind?.(line.start, next, line.column);
    if (rest) return { parts: parts.concat(rest.parts), starts: starts.concat(rest.starts) };
    if (next === 'more') extend(parts.at(-1), line);
    else {
      parts.push({ kind: next, length: line.end - line.start, column: line.column, followed: false });
      starts.push(line.start);
    }
    list = columnOf(parts.at(-1));
    at = line.end;
  }
  return { parts, starts };
}

/** The parts before the difference. What follows may still be more of the last one. */
function partsBefore({ parts, starts, text, same }: Earlier): { parts: Writable<Part>[]; starts: number[] } {
  let count = firstFrom(starts, same.start + 1) - 1;
  const atEnd = (starts[count] ?? 0) + (parts[count]?.length ?? 0);
  // The last one may have ended within a line, which may go on now.
  if (count >= 0 && atEnd <= same.start && text.charCodeAt(atEnd - 1) === 0x0a) count++;
  const kept = { parts: parts.slice(0, Math.max(0, count)), starts: starts.slice(0, Math.max(0, count)) };
  const last = kept.parts.pop();
  if (last) kept.parts.push({ ...last, followed: false });
  return kept;
}

/** The index of the first number that is not below another; they ascend. */
function firstFrom(numbers: readonly number[], least: number): number {
  let low = 0;
  for (let high = numbers.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Finds the parts from an offset behind the difference on, if the earlier text had one that began there alike. */
function partsBehind({ parts, starts, text: old, same }: Earlier, text: Text) {
  const by = text.length - old.length;
  const behind = old.length - same.end;
  return (start: number, kind: Part['kind'], column: number): Cut | undefined => {
    if (start - by < behind) return undefined;
    const at = firstFrom(starts, start - by);
    const part = parts[at];
    if (!part || starts[at] !== start - by) return undefined;
    // The beginning of a list and a field are told apart by what follows.
    const alike = part.kind === 'item' ? kind === 'item' && part.column === column : kind !== 'item';
    if (!alike || part.kind === 'blank' || kind === 'blank') return undefined;
    const own = starts.slice(at);
    return { parts: parts.slice(at), starts: by === 0 ? own : own.map((each) => each + by) };
  };
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

function extend(last: Writable<Part> | undefined, line: Line): void {
  if (last) last.length += line.end - line.start;
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
