import type { Entry } from '../document/entry';
import type { LocatedDocument } from '../document/located-document';
import { pairOf } from '../document/node';
import { addField, type Order } from './add-field';
import type { Edit } from './edit';
import type { Path } from './place';
import type { Value } from './render';
import { setValue } from './set-value';

/** Gives a key of the mapping at a path a value, whether or not it is there. */
export function putField(
  document: LocatedDocument,
  entry: Entry,
  path: Path,
  name: string,
  value: Value,
  order: Order = {},
): Edit[] {
  const there = pairOf(entry.at(...path), name);
  return there && !there.merged
    ? setValue(document, entry, [...path, name], value)
    : addField(document, entry, path, name, value, order);
}
