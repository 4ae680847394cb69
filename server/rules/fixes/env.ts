import type { UserEntry } from '../../document/kubeconfig';
import type { LocatedDocument } from '../../document/located-document';
import { type LocatedNode, pairOf } from '../../document/node';
import { removeItem } from '../../edits/items';
import { removeItems } from '../../edits/remove-items';
import { renameKey } from '../../edits/rename-key';
import { setValue } from '../../edits/set-value';
import type { Fix } from '../rule';
import { fix } from './fix';
import { misspeltKey } from './misspelt';
import { membersOf, textOf } from './values';

/** `{A: b}` means `{name: A, value: b}`; a variable that has no name anywhere is one that nobody gets. */
export function namelessVariableFixes(document: LocatedDocument, user: UserEntry, index: number): Fix[] {
  const path = ['user', 'exec', 'env', index] as const;
  const node = user.at(...path);
  const other = otherName(node) ?? misspeltKey(user, path, 'name');
  if (other !== undefined) {
    return fix('repair', `Rename "${other}" to "name"`, renameKey(document, user, [...path, other], 'name'));
  }
  const members = node && membersOf(node);
  const [name, value] = members?.length === 1 ? (members[0] ?? []) : [];
  if (name !== undefined && name !== 'name' && name !== 'value') {
    return fix(
      'repair',
      'Write it as "name" and "value"',
      setValue(document, user, path, { name, value: value ?? '' }),
    );
  }
  const nothing = !members || members.every(([key]) => key === 'name' || key === 'value');
  return fix(nothing ? 'repair' : 'choice', 'Remove this variable', removeItem(document, user, path));
}

const otherNames = /^(?:key|var|variable|env|id)$/i;

/** A key that stands for the name: `key`, `var`, or any other beside `value`. */
function otherName(node: LocatedNode | undefined): string | undefined {
  if (node?.kind !== 'mapping' || pairOf(node, 'name')) return undefined;
  const others = node.pairs.filter(({ name, merged }) => name !== 'value' && !merged);
  const [only] = pairOf(node, 'value') ? others : others.filter(({ name }) => otherNames.test(name));
  const alone = pairOf(node, 'value') ? others.length === 1 : node.pairs.length > 1;
  return alone && only && /^[\w.-]+$/.test(textOf(only.value) ?? '') ? only.name : undefined;
}

/** For a variable that the plugin does not get. */
export function removeVariableFixes(document: LocatedDocument, user: UserEntry, index: number): Fix[] {
  return fix('choice', 'Remove this variable', removeItems(document, user, ['user', 'exec', 'env'], index));
}
