import type { Text } from '../text';
import type { Common } from './difference';
import { firstFrom } from './first-from';
import type { KeptParts } from './kept-parts';

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

/** How a text is cut, beside an earlier one. */
export interface NewCut {
  /** How many parts are as they were, in themselves and in their list: at the beginning, and at the end. */
  readonly kept: KeptParts;
  /** What is between these. */
  readonly changed: readonly Part[];
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

const none: Earlier = { text: '', same: { start: 0, end: 0 }, parts: [], starts: [] };

/**
 * Cuts a text into parts that mean the same on their own, by its indentation alone. `undefined` where it is
 * not laid out as most are: keys at the left margin, lists of dashes below some of them. Of an earlier text the
 * parts before and behind the difference are taken over.
 */
export function cut(text: Text, earlier = none): NewCut | undefined {
  const before = countBefore(earlier);
  const behind = countBehind(earlier, text);
  const last = earlier.parts[before - 1];
  // What follows may be more of it, or no longer follow.
  const changed: Writable<Part>[] = last ? [reopened(last)] : [];
  let list = columnOf(last);
  let at = last ? (earlier.starts[before - 1] ?? 0) + last.length : 0;
  while (at < text.length) {
    const line = lineAt(text, at);
    const next = following(changed.at(-1), line, list, text);
    if (next === undefined) return undefined;
    if (next === 'item') markFollowed(changed.at(-1));
    const rest = next === 'more' ? 0 : behind(line.start, next, line.column);
    if (rest > 0) return newCut(last, before, changed, rest);
    if (next === 'more') extend(changed.at(-1), line);
    else changed.push({ kind: next, length: line.end - at, column: line.column, followed: false });
    list = columnOf(changed.at(-1));
    at = line.end;
  }
  return newCut(last, before, changed, 0);
}

function reopened({ kind, length, column }: Part): Part {
  return { kind, length, column, followed: false };
}

function newCut(last: Part | undefined, before: number, changed: readonly Part[], rest: number): NewCut {
  if (!last) return { kept: { first: 0, last: rest }, changed };
  const [again] = changed;
  const isKept =
    last.length === again?.length && last.kind === again.kind && last.followed === again.followed;
  if (isKept) return { kept: { first: before, last: rest }, changed: changed.slice(1) };
  return { kept: { first: before - 1, last: rest }, changed };
}

/** How many parts end before the difference. */
function countBefore({ parts, starts, text, same }: Earlier): number {
  const last = firstFrom(starts, same.start + 1) - 1;
  if (last < 0) return 0;
  const end = (starts[last] ?? 0) + (parts[last]?.length ?? 0);
  // It may have ended within a line, which may go on now.
  return end <= same.start && text.charCodeAt(end - 1) === 0x0a ? last + 1 : last;
}

/** Tells how many parts there are from an offset behind the difference on, if the earlier text had one that began there alike. */
function countBehind({ parts, starts, text: old, same }: Earlier, text: Text) {
  const by = text.length - old.length;
  const behind = old.length - same.end;
  return (start: number, kind: Part['kind'], column: number): number => {
    if (start - by < behind) return 0;
    const at = firstFrom(starts, start - by);
    const part = parts[at];
    if (!part || starts[at] !== start - by) return 0;
    // The beginning of a list and a field are told apart by what follows.
    const alike = part.kind === 'item' ? kind === 'item' && part.column === column : kind !== 'item';
    return !alike || part.kind === 'blank' || kind === 'blank' ? 0 : parts.length - at;
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
