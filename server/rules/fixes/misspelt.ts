import type { Entry } from '../../document/entry';
import type { LocatedDocument } from '../../document/located-document';
import { pairOf } from '../../document/node';
import { renameKey } from '../../edits/rename-key';
import { nearMiss, sameLetters } from '../../schema';
import type { Fix } from '../rule';
import { fix } from './fix';

type Path = readonly (string | number)[];

/** The key of a mapping that can only be meant for a field that is missing there. */
export function misspeltKey(entry: Entry, parent: Path, name: string): string | undefined {
  const node = entry.at(...parent);
  if (node?.kind !== 'mapping' || pairOf(node, name)) return undefined;
  return node.pairs.find((pair) => {
    // What is no character belongs to the line, and is put right there.
    const written = pair.name.replace(/[\s\u200b\ufeff]/g, '');
    return !pair.merged && Boolean(sameLetters(written, [name]) ?? nearMiss(written, [name]));
  })?.name;
}

/** Gives it the name of the field. */
export function misspeltFixes(document: LocatedDocument, entry: Entry, parent: Path, name: string): Fix[] {
  const key = misspeltKey(entry, parent, name);
  if (key === undefined) return [];
  return fix(
    'repair',
    `Rename "${key.trim()}" to "${name}"`,
    renameKey(document, entry, [...parent, key], name),
  );
}
