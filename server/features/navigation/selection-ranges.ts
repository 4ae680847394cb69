import type { LocatedDocument } from '../../document/located-document';
import { inQuotes, type Span } from './spans';
import { dashBefore, type Part, partsOf } from './tree-walk';

/** What an editor selects step by step from an offset, the innermost first; each is in the next, and smaller. */
export function selectionRanges(document: LocatedDocument, offset: number): Span[] {
  const { text } = document;
  const ranges: Span[] = [{ start: 0, end: text.length }];
  let parts: readonly Part[] = partsOf(document);
  for (;;) {
    // Of two that touch, the one that begins here is meant, unless it is of no length.
    const touched = parts.filter(({ start, end }) => start <= offset && offset <= end);
    const part = touched.findLast(({ start, end }) => end > start) ?? touched.at(-1);
    const item = part ?? itemAt(text, parts, offset);
    if (!item) break;
    ranges.push(...spansOf(text, item));
    if (!part) break;
    parts = part.parts();
  }
  const around = ranges.filter(({ start, end }) => start <= offset && offset <= end);
  // Of several YAML documents only one is read.
  return around.length > 0 ? distinct(around.toReversed()) : [{ start: offset, end: offset }];
}

function spansOf(text: string, part: Part): Span[] {
  const { start, end } = part;
  if (part.kind === 'item')
    return [
      { start: dashBefore(text, start), end },
      { start, end },
    ];
  const isText = part.kind === 'key' || part.kind === 'scalar';
  return isText ? [{ start, end }, inQuotes(text, part)] : [{ start, end }];
}

/** An item whose dash is under the cursor. */
function itemAt(text: string, parts: readonly Part[], offset: number): Part | undefined {
  const next = parts.find((part) => part.start > offset);
  return next?.kind === 'item' && dashBefore(text, next.start) <= offset ? next : undefined;
}

/** Keeps what the one before it fits in. */
function distinct(ranges: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const range of ranges) {
    const last = kept.at(-1);
    const wider = !last || (range.start <= last.start && range.end >= last.end);
    if (wider && (range.start !== last?.start || range.end !== last.end)) kept.push({ ...range });
  }
  return kept;
}
