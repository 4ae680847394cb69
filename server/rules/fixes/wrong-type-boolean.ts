import { plainValue } from '../../document/scalars';
import { removeField } from '../../edits/remove-field';
import { setValue } from '../../edits/set-value';
import type { Fix } from '../rule';
import { fix } from './fix';
import { textOf } from './values';
import type { Mistyped } from './wrong-type';

/** `"true"`, `1` or `[true]` where true or false belongs. */
export function booleanFixes({ document, entry, fault }: Mistyped): Fix[] {
  const { node, path } = fault;
  const only = node.kind === 'sequence' && node.items.length === 1 ? node.items[0] : node;
  const meant = booleanIn(textOf(only));
  if (meant === undefined)
    return fix('choice', `Remove "${path.at(-1)}"`, removeField(document, entry, path));
  // Quotes are what is wrong, so they don't stay.
  const start = entry.base + node.start;
  const bare = node.kind === 'scalar' && node.style !== 'missing' && node.style !== 'block';
  const edits = bare
    ? [{ start, end: entry.base + node.end, newText: String(meant) }]
    : setValue(document, entry, path, meant);
  return fix('repair', `Write ${meant}`, edits);
}

function booleanIn(text: string | undefined): boolean | undefined {
  const word = text?.trim().toLowerCase() ?? '';
  if (/^[01](?:\.0)?$/.test(word)) return word.startsWith('1');
  const value = plainValue(word);
  return typeof value === 'boolean' ? value : undefined;
}
