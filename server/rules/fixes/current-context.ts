import type { Kubeconfig } from '../../document/kubeconfig';
import { setValue } from '../../edits/set-value';
import { addEntry, addTopLevel, removeTopLevel } from '../../edits/top-level';
import { sameLetters } from '../../schema';
import type { Fix } from '../rule';
import { fix } from './fix';
import { nearName } from './near-name';

/** For a current context that does not exist: the one that is meant, or one of the user and the cluster there are. */
export function otherContextFixes(document: Kubeconfig): Fix[] {
  const entry = document.entry<string>('current-context');
  const name = document.currentContext;
  const known = document.namesOf('contexts');
  if (!entry) return [];
  const near = nearName(name, known);
  const set = (kind: Fix['kind'], context: string) =>
    fix(kind, `Set it to "${context}"`, setValue(document, entry, [], context));
  const field = document.field('current-context');
  return [
    ...(near === undefined ? [] : set('repair', near)),
    ...(known.length === 0 ? addContext(document, name) : []),
    ...known
      .filter((each) => each !== near)
      .slice(0, 5)
      .flatMap((each) => set('choice', each)),
    ...fix('choice', 'Remove "current-context"', field ? removeTopLevel(document, field) : []),
  ];
}

/** If there is one user and one cluster, only one context can be meant. */
function addContext(document: Kubeconfig, name: string): Fix[] {
  const [[user, ...users], [cluster, ...clusters]] = [
    document.namesOf('users'),
    document.namesOf('clusters'),
  ];
  if (!user || !cluster || users.length > 0 || clusters.length > 0) return [];
  const context = { name, context: { cluster, user } };
  return fix('repair', `Add the context "${name}"`, addEntry(document, 'contexts', context));
}

/** For a file that says none. */
export function setContextFixes(document: Kubeconfig): Fix[] {
  const names = document.namesOf('contexts');
  const entry = document.entry<string>('current-context');
  // One that is misspelt gets its right name.
  if (!entry && document.fields.some(({ name }) => sameLetters(name, ['current-context']))) return [];
  return names.slice(0, 5).flatMap((name) => {
    const edits = entry
      ? setValue(document, entry, [], name)
      : addTopLevel(document, 'current-context', name, { before: 'users' });
    return fix(names.length === 1 ? 'repair' : 'choice', `Set "current-context" to "${name}"`, edits);
  });
}
