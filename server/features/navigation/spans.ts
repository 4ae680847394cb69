import type { Entry } from '../../document/entry';
import type { LocatedNode } from '../../document/node';

/** Absolute offsets, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Of a node of an entry; without one, of the whole entry. */
export function spanOf(
  { base, node }: Entry,
  { start, end }: Pick<LocatedNode, 'start' | 'end'> = node,
): Span {
  return { start: base + start, end: base + end };
}

export function isIn(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** A scalar without its quotes. */
export function inQuotes(text: string, { start, end }: Span): Span {
  const mark = text[start];
  const quoted = (mark === '"' || mark === "'") && end > start + 1 && text[end - 1] === mark;
  return quoted ? { start: start + 1, end: end - 1 } : { start, end };
}
