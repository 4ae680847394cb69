import { plainValue } from '../../document/scalars';
import { removeField } from '../../edits/remove-field';
import { setValue } from '../../edits/set-value';
import type { Fix } from '../rule';
import { fix } from './fix';
import { innermost, isEmpty, textOf } from './values';
import type { Mistyped } from './wrong-type';

/** `"true"`, `1` or `[true]` where true or false belongs. */
export function booleanFixes({ document, entry, fault }: Mistyped): Fix[] {
  const { node, path } = fault;
  const meant = booleanIn(textOf(innermost(node)));
  if (meant === undefined) {
    // A word may mean something; nothing else does.
    const isWord = node.kind === 'scalar' && typeof node.value === 'string' && !isEmpty(node);
    const kind = isWord ? 'choice' : 'repair';
    return fix(kind, `Remove "${path.at(-1)}"`, removeField(document, entry, path));
  }
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
  if (/^(?:t|enabled?)$/.test(word)) return true;
  if (/^(?:f|disabled?)$/.test(word)) return false;
  const value = plainValue(word);
  return typeof value === 'boolean' ? value : undefined;
}
