import type { Entry } from '../document/entry';
import type { LocatedDocument } from '../document/located-document';
import { pairOf } from '../document/node';
import { addField, type Order } from './add-field';
import type { Edit } from './edit';
import { addItem } from './items';
import { isNothing, type Path } from './place';
import type { Value } from './render';
import { setValue } from './set-value';

/** Where a list goes that is not there yet, and whether its new items come first. */
export interface ListOrder extends Order {
  readonly first?: boolean;
}

/**
 * Adds items to a list in the mapping at a path, also if there is no such list yet. `undefined`: there is
 * something else, or it stands elsewhere.
 */
export function putItems(
  document: LocatedDocument,
  entry: Entry,
  path: Path,
  name: string,
  values: readonly Value[],
  order: ListOrder = {},
): Edit[] | undefined {
  if (values.length === 0) return [];
  const there = pairOf(entry.at(...path), name);
  const edits = there
    ? addItems(document, entry, [...path, name], values, order)
    : addField(document, entry, path, name, values, order);
  return edits.length > 0 ? edits : undefined;
}

function addItems(
  document: LocatedDocument,
  entry: Entry,
  path: Path,
  values: readonly Value[],
  { first }: ListOrder,
): Edit[] {
  const list = entry.at(...path);
  if (!list || (list.kind !== 'sequence' && !isNothing(list))) return [];
  if (list.kind !== 'sequence' || list.items.length === 0) return setValue(document, entry, path, values);
  return values.flatMap((each) => addItem(document, entry, path, each, first ? { before: 0 } : {}));
}
