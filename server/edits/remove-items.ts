import type { Entry } from '../document/entry';
import type { LocatedDocument } from '../document/located-document';
import type { Edit } from './edit';
import { removeItem } from './items';
import { ownItems, type Path, slotAt } from './place';
import { removeField } from './remove-field';

/**
 * Removes items that follow each other from the list at a path, which goes with its last one. No edits: not all
 * of them stand there.
 */
export function removeItems(
  document: LocatedDocument,
  entry: Entry,
  list: Path,
  index: number,
  count = 1,
): Edit[] {
  const slot = slotAt(document, entry, list);
  if (slot?.node.kind !== 'sequence' || ownItems(slot.node).length < slot.node.items.length) return [];
  const { items, flow } = slot.node;
  const [first, last] = [items[index], items[index + count - 1]];
  if (!first || !last) return [];
  if (count === items.length) return removeField(document, entry, list);
  if (count === 1) return removeItem(document, entry, [...list, index]);
  if (!flow)
    return items
      .slice(index, index + count)
      .flatMap((_, at) => removeItem(document, entry, [...list, index + at]));
  const [before, after] = [items[index - 1], items[index + count]];
  const [start, end] = after ? [first.start, after.start] : [before?.end ?? first.start, last.end];
  return [{ start: entry.base + start, end: entry.base + end, newText: '' }];
}
