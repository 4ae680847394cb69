import type { ValuePlace } from '../../document/cursor';
import { Kubeconfig } from '../../document/kubeconfig';
import { nameIn } from '../../document/names';
import { describeName, nameAt } from '../hover-name';
import type { CompletionItem, Scope } from './item';
import { clusterNote, contextNote, userNote } from './name-notes';
import { textItem } from './values';

type Section = 'clusters' | 'contexts' | 'users';

/** The names that can stand at a place: of what exists, or for a new entry those that lead nowhere yet. */
export function nameItems(scope: Scope<ValuePlace>): CompletionItem[] {
  const { document, place } = scope;
  const use = nameAt(place.path);
  if (!use || !(document instanceof Kubeconfig)) return [];
  const isOwn = place.path.at(-1) === 'name';
  const found = new Map<string, Kubeconfig>();
  for (const source of [document, ...withoutPlace(document, place)]) {
    const names = isOwn ? missingNames(source, use.list) : source.namesOf(use.list);
    for (const name of names) if (!found.has(name)) found.set(name, source);
  }
  return [...found].map(([name, source]) => ({
    label: name,
    kind: 'name' as const,
    detail: isOwn ? 'named, but not there yet' : noteOf(source, use.list, name),
    documentation: isOwn ? undefined : describeName(source, use, name),
    ...textItem(scope, name, `1${rankOf(source, use.list, name)}`),
  }));
}

/** A longer text is not read once more. */
const longest = 300_000;

/** What is half typed at the cursor may keep the rest of a document from being read: here it is left out. */
function withoutPlace({ text, faults }: Kubeconfig, { start, end }: ValuePlace): Kubeconfig[] {
  if (faults.length === 0 || text.length > longest) return [];
  return [new Kubeconfig(`${text.slice(0, start)}""${text.slice(end)}`)];
}

/** Names that lead nowhere. */
function missingNames(document: Kubeconfig, section: Section): string[] {
  if (section === 'contexts') {
    const current = document.ownCurrentContext;
    return current !== '' && !document.context(current) ? [current] : [];
  }
  const key = section === 'users' ? 'user' : 'cluster';
  const named = new Set(document.contexts.map((context) => nameIn(context, key)));
  const known = new Set(document.namesOf(section));
  return [...named].filter((name) => name !== '' && !known.has(name));
}

function noteOf(document: Kubeconfig, section: Section, name: string): string | undefined {
  if (section === 'contexts') return contextNote(document, name);
  return section === 'users' ? userNote(document, name) : clusterNote(document, name);
}

/** What no context leads to yet comes first. */
function rankOf(document: Kubeconfig, section: Section, name: string): number {
  if (section === 'contexts') return 0;
  const entry = section === 'users' ? document.user(name) : document.cluster(name);
  return entry && document.contextsOf(entry).length > 0 ? 1 : 0;
}
