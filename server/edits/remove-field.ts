import type { Entry } from '../document/entry';
import type { LocatedDocument } from '../document/located-document';
import type { Edit } from './edit';
import { removeFromFlow } from './flow';
import { isFirstOnLine, lineStart, nextLine } from './lines';
import { endOf, isExplicit, ownPairs, type Path, slotAt } from './place';

/** Removes a key of an entry with its value, with the line or lines that are only for them. */
export function removeField(document: LocatedDocument, entry: Entry, path: Path): Edit[] {
  const parent = slotAt(document, entry, path.slice(0, -1));
  if (parent?.node.kind !== 'mapping' || path.length === 0) return [];
  const { base } = entry;
  const pairs = ownPairs(parent.node);
  const index = pairs.findLastIndex(({ name }) => name === path.at(-1));
  const spans = pairs.map((pair) => ({
    start: base + pair.key.start,
    end: base + endOf(document, base, pair),
  }));
  if (spans.some(({ start }) => isExplicit(document.text, start)) || index < 0) return [];
  if (parent.node.flow) return removeFromFlow(document.text, spans, index);
  return removeFromBlock(document.text, spans, index);
}

function removeFromBlock(
  text: string,
  pairs: readonly { readonly start: number; readonly end: number }[],
  index: number,
): Edit[] {
  const [pair, next] = [pairs[index], pairs[index + 1]];
  if (!pair) return [];
  if (pairs.length === 1) return [{ ...pair, newText: '{}' }];
  if (isFirstOnLine(text, pair.start)) return [wholeLines(text, pair.start, pair.end)];
  // The first key behind a dash: the next one takes its place.
  return next ? [{ start: pair.start, end: next.start, newText: '' }] : [];
}

/** All lines of a part of the text, with one line break. */
export function wholeLines(text: string, from: number, to: number): Edit {
  const [start, end] = [lineStart(text, from), nextLine(text, to)];
  // The last line has no break to take: the one before goes instead.
  const last = end === text.length && !text.endsWith('\n') && start > 0;
  const before = last ? start - (text[start - 2] === '\r' ? 2 : 1) : start;
  return { start: before, end, newText: '' };
}
