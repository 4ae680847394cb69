import type { ClusterEntry, Kubeconfig, UserEntry } from '../../document/kubeconfig';
import { entryAt } from '../../document/locate';
import { addEntry } from '../../edits/top-level';
import { type Refactor, refactoring } from './refactoring';

/** No more contexts are offered for one entry. */
const most = 5;

/** A context for a cluster or a user that none uses. */
export const missingContext: Refactor = (document, at) => {
  const entry = entryAt(document, at.start);
  const cluster = document.clusters.find((each) => each === entry);
  const user = document.users.find((each) => each === entry);
  const unused = cluster ?? user;
  if (!unused || unused.name === '' || document.contextsOf(unused).length > 0) return [];
  const pairs: (readonly [ClusterEntry, UserEntry])[] = cluster
    ? partnersOf(cluster, document.users).map((each) => [cluster, each] as const)
    : user
      ? partnersOf(user, document.clusters).map((each) => [each, user] as const)
      : [];
  return pairs.flatMap(([{ name: clusterName }, { name: userName }]) => {
    const name = freeName(document, clusterName, userName);
    const context = { cluster: clusterName, user: userName };
    const edits = addEntry(document, 'contexts', inOrder(unused, name, context));
    const title = cluster
      ? `Add a context for it with the user "${userName}"`
      : `Add a context for it with the cluster "${clusterName}"`;
    return refactoring('refactor.rewrite', title, edits);
  });
};

/** Those of its name, else those that no context uses either, else all; the first few. */
function partnersOf<E extends ClusterEntry | UserEntry>(
  entry: ClusterEntry | UserEntry,
  others: readonly E[],
): E[] {
  const named = others.filter(({ name }) => name !== '');
  const same = named.find(({ name }) => name === entry.name);
  return same ? [same] : named.slice(0, most);
}

/** As kubeadm and minikube name theirs: for both, or by the name that both have. */
function freeName(document: Kubeconfig, cluster: string, user: string): string {
  const name = cluster === user ? cluster : `${user}@${cluster}`;
  let free = name;
  for (let count = 2; document.context(free); count++) free = `${name}-${count}`;
  return free;
}

/** kubectl writes the name last, people write it first. */
function inOrder(like: ClusterEntry | UserEntry, name: string, context: { cluster: string; user: string }) {
  const first = like.node.kind === 'mapping' ? like.node.pairs[0]?.name : undefined;
  return first === 'name' ? { name, context } : { context, name };
}
