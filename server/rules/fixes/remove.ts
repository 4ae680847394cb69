import type { Entry } from '../../document/entry';
import type { LocatedDocument } from '../../document/located-document';
import { pairOf } from '../../document/node';
import { type Edit, overlap } from '../../edits/edit';
import { removeField } from '../../edits/remove-field';
import type { Fix } from '../rule';
import { fix } from './fix';

/**
 * Of fields that exclude each other: removing the first that is there is the repair, removing another of them a
 * choice. Those in a list go together. `parent`: the path of the mapping that they are in.
 */
export function removeFixes(
  document: LocatedDocument,
  entry: Entry,
  parent: readonly string[],
  ...fields: readonly (string | readonly string[])[]
): Fix[] {
  const groups = fields.map((field) => [field].flat().filter((name) => pairOf(entry.at(...parent), name)));
  return groups
    .filter((names) => names.length > 0)
    .flatMap((names, index) => {
      const [first = ''] = names;
      const all = together(names.map((name) => removeField(document, entry, [...parent, name])));
      const made = all.length > 0 ? names : [first];
      const edits = all.length > 0 ? all : removeField(document, entry, [...parent, first]);
      const title = `Remove ${made.map((name) => `"${name}"`).join(' and ')}`;
      return fix(index === 0 ? 'repair' : 'choice', title, edits);
    });
}

/** No edits: they can't all be made at once, as for neighbours in braces. */
function together(parts: readonly (readonly Edit[])[]): Edit[] {
  const clash = parts.some((some, index) => parts.slice(index + 1).some((others) => overlap(some, others)));
  return clash || parts.some((edits) => edits.length === 0) ? [] : parts.flat();
}
