import { isDeepStrictEqual } from 'node:util';
import type { NamedEntry } from '../../document/entry';
import type { LocatedDocument } from '../../document/located-document';
import { entriesOf, type LocatedNode, pairOf } from '../../document/node';
import { addField } from '../../edits/add-field';
import { setValue } from '../../edits/set-value';
import { removeEntry } from '../../edits/top-level';
import type { Fix } from '../rule';
import { fix } from './fix';

/**
 * For an entry whose name another one has before it. A copy goes; one that differs gets a name of its own, as
 * names lead to the first of several in all of kubectl.
 */
export function duplicateEntryFixes(
  document: LocatedDocument,
  entry: NamedEntry,
  others: readonly NamedEntry[],
): Fix[] {
  const first = others.find((other) => other.name === entry.name);
  const copy = first !== undefined && first !== entry && sameValue(first.node, entry.node);
  const remove = (kind: Fix['kind']) =>
    fix(kind, copy ? 'Remove the copy' : 'Remove it', removeEntry(document, entry));
  if (copy) return remove('repair');
  const name = freeName(
    entry.name || entry.section.replace(/s$/, ''),
    others.map((other) => other.name),
  );
  const there = pairOf(entry.node, 'name');
  const edits = there
    ? setValue(document, entry, ['name'], name)
    : addField(document, entry, [], 'name', name, firstOf(entry.node));
  return [...fix('repair', there ? 'Give it another name' : 'Give it a name', edits), ...remove('choice')];
}

export function firstOf(node: LocatedNode): { before?: string } {
  const first = node.kind === 'mapping' ? node.pairs.find(({ merged }) => !merged) : undefined;
  return first ? { before: first.name } : {};
}

/** `name-2`, or the first number that nobody has. */
export function freeName(name: string, taken: readonly string[]): string {
  const known = new Set(taken);
  for (let number = 2; ; number++) {
    const candidate = `${name}-${number}`;
    if (!known.has(candidate)) return candidate;
  }
}

/** Whether kubectl reads the same from two nodes. */
export function sameValue(a: LocatedNode, b: LocatedNode): boolean {
  return isDeepStrictEqual(plain(a), plain(b));
}

function plain(node: LocatedNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'sequence') return node.items.map(plain);
  const pairs = [...entriesOf(node)].map(([name, { value }]) => [name, plain(value)] as const);
  return Object.fromEntries(pairs.filter(([, value]) => value !== null));
}
