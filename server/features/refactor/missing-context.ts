import type { ClusterEntry, Kubeconfig, UserEntry } from '../../document/kubeconfig';
import { entryAt } from '../../document/locate';
import { addEntry } from '../../edits/top-level';
import { type Refactor, refactoring } from './refactoring';

/** No more contexts are offered for one entry. */
const most = 5;

/** A context for a cluster or a user that none uses. */
export const missingContext: Refactor = (document, at) => {
  const entry = entryAt(document, at.start);
  const section = entry?.section;
  const unused = [...document.clusters, ...document.users].find((each) => each === entry);
  if (!unused || unused.name === '' || document.contextsOf(unused).length > 0) return [];
  return partnersOf(document, unused).flatMap((partner) => {
    const [cluster, user] = section === 'clusters' ? [unused.name, partner] : [partner, unused.name];
    const name = freeName(document, cluster, user);
    const edits = addEntry(document, 'contexts', inOrder(unused, name, { cluster, user }));
    const title = `Add a context for the cluster "${cluster}" with the user "${user}"`;
    return refactoring('refactor.rewrite', title, edits);
  });
};

/** The one of its name; else the first few, those first that no context uses either, or whose name is like its. */
function partnersOf(document: Kubeconfig, { section, name }: ClusterEntry | UserEntry): string[] {
  const others = document.namesOf(section === 'clusters' ? 'users' : 'clusters');
  if (others.includes(name)) return [name];
  const rank = (other: string) => {
    const entry = section === 'clusters' ? document.user(other) : document.cluster(other);
    const isUsed = entry && document.contextsOf(entry).length > 0;
    return (isUsed ? 2 : 0) + (other.includes(name) || name.includes(other) ? 0 : 1);
  };
  return others.toSorted((a, b) => rank(a) - rank(b)).slice(0, most);
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
