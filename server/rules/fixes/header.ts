import type { Field, LocatedDocument } from '../../document/located-document';
import type { Edit } from '../../edits/edit';
import { setValue } from '../../edits/set-value';
import { addTopLevel } from '../../edits/top-level';
import type { Fix } from '../rule';
import { fix } from './fix';
import { quoted } from './values';

const sections = ['clusters', 'contexts', 'users'];

/** Writes `v1` or `Config`; in a text that has nothing of a kubeconfig it may be no kubeconfig at all. */
export function headerFixes(
  document: LocatedDocument,
  name: 'apiVersion' | 'kind',
  field: Field | undefined,
): Fix[] {
  const right = name === 'kind' ? 'Config' : 'v1';
  const own = sections.some((section) => document.field(section) !== undefined);
  const later = own ? [] : kubeconfigFirst(document);
  if (later.length > 0) return fix('repair', 'Move the kubeconfig to the front', later);
  const edits = field ? written(document, field, right) : addTopLevel(document, name, right);
  return fix(own ? 'repair' : 'choice', `Write "${right}"`, edits);
}

function written(document: LocatedDocument, field: Field, value: string): Edit[] {
  const [entry] = field.entries;
  if (!field.list && entry) return setValue(document, entry, [], value);
  return [{ start: field.valueStart, end: field.valueEnd, newText: quoted(document, value) }];
}

/** kubectl reads the first document of several. */
function kubeconfigFirst({ text }: LocatedDocument): Edit[] {
  const parts = text.split(/^---[ \t]*\r?\n/m);
  const index = parts.findIndex((part, at) => at > 0 && /^(?:clusters|users|contexts):/m.test(part));
  if (index < 0) return [];
  const [part = ''] = parts.splice(index, 1);
  const ended = part.endsWith('\n') || part === '' ? part : `${part}\n`;
  const rest = parts.join('---\n').replace(/^(?:---\n)+/, '');
  return [{ start: 0, end: text.length, newText: `${ended}---\n${rest}` }];
}
