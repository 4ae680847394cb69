import type { LocatedDocument } from '../../document/located-document';
import { pairOf } from '../../document/node';
import { addField } from '../../edits/add-field';
import { removeItem } from '../../edits/items';
import { setValue } from '../../edits/set-value';
import { removeEntry } from '../../edits/top-level';
import type { Extension } from '../extensions';
import type { Fix } from '../rule';
import { firstOf, freeName, sameValue } from './duplicate';
import { fix } from './fix';

/** The same for extensions. `path`: of their list in the entry; empty if each is an entry itself. */
export function duplicateExtensionFixes(
  document: LocatedDocument,
  extension: Extension,
  all: readonly Extension[],
  path: readonly string[],
): Fix[] {
  const { entry, node, name } = extension;
  const first = all.find((other) => other.name === name);
  const copy = first !== undefined && sameValue(first.node, node);
  const own = path.length === 0 ? [] : [...path, all.indexOf(extension)];
  const removal = path.length === 0 ? removeEntry(document, entry) : removeItem(document, entry, own);
  if (copy) return fix('repair', 'Remove the copy', removal);
  const free = freeName(
    name || 'extension',
    all.map((other) => other.name),
  );
  const there = pairOf(node, 'name');
  const edits = there
    ? setValue(document, entry, [...own, 'name'], free)
    : addField(document, entry, own, 'name', free, firstOf(node));
  return [
    ...fix('repair', there ? 'Give it another name' : 'Give it a name', edits),
    ...fix('choice', 'Remove it', removal),
  ];
}
