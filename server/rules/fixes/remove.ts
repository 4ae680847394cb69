import type { Entry } from '../../document/entry';
import type { LocatedDocument } from '../../document/located-document';
import { pairOf } from '../../document/node';
import { removeField } from '../../edits/remove-field';
import type { Fix } from '../rule';
import { fix } from './fix';

/**
 * Of fields that exclude each other: removing the first that is there is the repair, removing another of them a
 * choice. `parent`: the path of the mapping that they are in.
 */
export function removeFixes(
  document: LocatedDocument,
  entry: Entry,
  parent: readonly string[],
  ...names: readonly string[]
): Fix[] {
  const there = names.filter((name) => pairOf(entry.at(...parent), name));
  return there.flatMap((name, index) =>
    fix(
      index === 0 ? 'repair' : 'choice',
      `Remove "${name}"`,
      removeField(document, entry, [...parent, name]),
    ),
  );
}
