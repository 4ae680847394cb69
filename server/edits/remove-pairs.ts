import type { Entry } from '../document/entry';
import type { LocatedDocument } from '../document/located-document';
import type { MappingNode, Pair } from '../document/node';
import type { Edit } from './edit';
import { isFirstOnLine } from './lines';
import { endOf, isExplicit, ownPairs, type Path } from './place';
import { wholeLines } from './remove-field';

/** Removes several keys of a mapping with their values. */
export function removeFields(
  document: LocatedDocument,
  entry: Entry,
  path: Path,
  names: readonly string[],
): Edit[] {
  const node = entry.at(...path);
  if (node?.kind !== 'mapping') return [];
  return removePairs(document, entry, node, ({ name }) => names.includes(name));
}

/**
 * The same, of keys that occur several times, too. No edits: none is to go, or all, or they stand in a way in
 * which they can't be taken out.
 */
export function removePairs(
  document: LocatedDocument,
  { base }: Entry,
  node: MappingNode,
  isGoing: (pair: Pair) => boolean,
): Edit[] {
  const { text } = document;
  const parts = ownPairs(node).map((pair) => ({
    start: base + pair.key.start,
    end: base + endOf(document, base, pair),
    going: isGoing(pair),
  }));
  if (parts.every(({ going }) => going) || parts.some(({ start }) => isExplicit(text, start))) return [];
  const edits: Edit[] = [];
  for (const [index, part] of parts.entries()) {
    if (!part.going || parts[index - 1]?.going) continue;
    const [before, after] = [parts[index - 1], parts.slice(index).find(({ going }) => !going)];
    const last = parts.slice(0, after ? parts.indexOf(after) : undefined).at(-1) ?? part;
    if (!node.flow && isFirstOnLine(text, part.start)) edits.push(wholeLines(text, part.start, last.end));
    else if (after) edits.push({ start: part.start, end: after.start, newText: '' });
    else edits.push({ start: before?.end ?? part.start, end: last.end, newText: '' });
  }
  return edits;
}
