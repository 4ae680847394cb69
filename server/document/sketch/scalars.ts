import type { ScalarSketch } from './node';

/** A text of which a part is read, and where the cursor is in it. */
export interface Source {
  readonly text: string;
  /** What follows does not count. */
  readonly limit: number;
  readonly cursor: number;
}

/** Offset behind the quotation mark that closes the one at an offset; -1 if none does. */
export function quotedEnd(text: string, start: number): number {
  // Most have no escaped mark in them, and may be long: the engine finds a character faster than a pattern.
  const isDouble = text.charCodeAt(start) === 0x22;
  const next = text.indexOf(isDouble ? '"' : "'", start + 1);
  if (next < 0) return -1;
  const isEnd = isDouble ? text.charCodeAt(next - 1) !== 0x5c : text.charCodeAt(next + 1) !== 0x27;
  if (isEnd) return next + 1;
  const form = isDouble ? /"[^"\\]*(?:\\[\s\S][^"\\]*)*"/y : /'[^']*(?:''[^']*)*'/y;
  form.lastIndex = start;
  return form.test(text) ? form.lastIndex : -1;
}

export function lineEndAt(text: string, offset: number, limit = text.length): number {
  const feed = text.indexOf('\n', offset);
  const end = feed < 0 || feed > limit ? limit : feed;
  return end > offset && text[end - 1] === '\r' ? end - 1 : end;
}

/**
 * Quoted text. Where it is not closed, it goes to the cursor or to the end of its line. `mayContinue` says whether
 * text may be the rest of it on later lines.
 */
export function readQuoted(
  { text, limit, cursor }: Source,
  start: number,
  mayContinue: (rest: string) => boolean,
): ScalarSketch {
  const lineEnd = lineEndAt(text, start, limit);
  const close = quotedEnd(text, start);
  const isClosed = close > 0 && close <= limit && /[\s,:}\]]/.test(text[close] ?? '\n');
  if (isClosed && (close <= lineEnd || mayContinue(text.slice(lineEnd, close - 1)))) {
    return quoted(text, start, close, true);
  }
  const rest = text.slice(cursor, lineEnd);
  const toCursor = cursor > start && cursor <= lineEnd && (close > 0 ? close <= lineEnd : isClosing(rest));
  if (toCursor || (cursor > start && cursor <= lineEnd && isClosing(rest)))
    return quoted(text, start, cursor, false);
  let end = lineEnd;
  while (end > start + 1 && isClosing(text[end - 1] ?? '')) end--;
  return quoted(text, start, end, false);
}

function isClosing(rest: string): boolean {
  return /^[\s,}\]]*$/.test(rest);
}

function quoted(text: string, start: number, end: number, closed: boolean): ScalarSketch {
  const quote = text[start] === '"' ? '"' : "'";
  const inner = text.slice(start + 1, closed ? end - 1 : end);
  return { kind: 'scalar', quote, value: unescaped(inner, quote), start, end };
}

function unescaped(inner: string, quote: string): string {
  if (quote === "'") return inner.replaceAll("''", "'");
  if (!inner.includes('\\')) return inner;
  try {
    return String(JSON.parse(`"${inner}"`));
  } catch {
    return inner;
  }
}

export function plain(text: string, start: number, end: number): ScalarSketch {
  const value = text.slice(start, end).trimEnd();
  return { kind: 'scalar', quote: '', value, start, end: start + value.length };
}

/** Plain text inside of brackets: to a comma, a bracket, a colon before a blank, a comment, or the line's end. */
export function readFlowPlain({ text, limit }: Source, start: number): ScalarSketch {
  const form = /(?:[^,[\]{}\s:#]|:(?![\s,[\]{}]|$)|(?<!\s)#|[ \t]+(?=[^\s#,[\]{}:]))*/y;
  form.lastIndex = start;
  form.test(text);
  return plain(text, start, Math.min(form.lastIndex, limit));
}

/** Whether quoted text in brackets goes on over lines: base64 and prose do, what looks like code does not. */
export function continuesInFlow(rest: string): boolean {
  return !/[{}[\],:"']/.test(rest);
}

/** Offset of the first thing behind anchors and tags. */
export function behindProperties(text: string, start: number, end: number): number {
  const form = /(?:[&!][^\s,[\]{}]*(?:[ \t]+|(?=[\r\n]|$)))*/y;
  form.lastIndex = start;
  return form.test(text) && form.lastIndex <= end ? form.lastIndex : start;
}
