import type { Entry } from '../../document/entry';
import type { ClusterEntry, Kubeconfig, UserEntry } from '../../document/kubeconfig';
import { type LocatedNode, pairOf } from '../../document/node';
import type { Edit } from '../../edits/edit';
import { addExecExtension, execExtensionIn, turnOnClusterInfo } from '../../edits/exec-extension';
import { removeItems } from '../../edits/remove-items';
import { setValue } from '../../edits/set-value';
import { removeEntry, removeTopLevel } from '../../edits/top-level';
import { writable } from '../../edits/writable';
import { execExtensionName } from '../../schema';
import type { Extension } from '../extensions';
import type { Fix } from '../rule';
import { fix } from './fix';

/** An extension that no plugin gets to see: its users' plugins are to be told. What somebody wrote as false is a choice. */
export function provideFixes(document: Kubeconfig, users: readonly UserEntry[]): Fix[] {
  const [user, ...others] = new Set(users);
  if (!user || others.length > 0 || !document.users.includes(user)) {
    return [...new Set(users)].flatMap((each) => provideFix(document, each, 'choice', ` for "${each.name}"`));
  }
  const isFalse = user.at('user', 'exec', 'provideClusterInfo') !== undefined;
  return provideFix(document, user, isFalse ? 'choice' : 'repair', '');
}

function provideFix(document: Kubeconfig, user: UserEntry, kind: Fix['kind'], whose: string): Fix[] {
  const edits = document.users.includes(user) ? turnOnClusterInfo(document, user) : [];
  return fix(kind, `Set "provideClusterInfo" to true${whose}`, edits);
}

/** For a plugin of which it is not known what it reads there. */
export function addExtensionFixes(document: Kubeconfig, clusters: readonly ClusterEntry[]): Fix[] {
  const own = clusters.filter((cluster) => document.clusters.includes(cluster));
  return own
    .slice(0, 5)
    .flatMap((cluster) =>
      fix(
        'choice',
        `Add the exec extension to the cluster "${cluster.name}"`,
        addExecExtension(document, cluster, {}),
      ),
    );
}

/** The reserved name, unless an extension of the cluster has it or seems to mean it, too. */
export function extensionNameFixes(
  document: Kubeconfig,
  cluster: ClusterEntry,
  index: number,
  isTaken: boolean,
): Fix[] {
  if (isTaken) return [];
  const path = ['cluster', 'extensions', index, 'name'];
  return fix('repair', 'Write the reserved name', setValue(document, cluster, path, execExtensionName));
}

/** Moves an extension to the cluster, if it is clear to which one, and nothing is lost. */
export function moveExtensionFixes(document: Kubeconfig, extension: Extension): Fix[] {
  const clusters = new Set(clustersMeant(document, extension));
  const [cluster] = clusters;
  if (!cluster || !document.clusters.includes(cluster) || execExtensionIn(cluster)) return [];
  const value = extension.data ? writable(extension.data) : null;
  const removed = removalOf(document, extension);
  if (value === undefined || removed.length === 0) return [];
  const added = addExecExtension(document, cluster, value);
  const { base } = extension.entry;
  const { start, end } = extension.node;
  const hasComment = /(?:^|\s)#/.test(document.text.slice(base + start, base + end));
  const kind = clusters.size === 1 && !hasComment ? 'repair' : 'choice';
  return fix(
    kind,
    `Move it to the cluster "${cluster.name}"`,
    added.length > 0 ? [...removed, ...added] : [],
  );
}

function clustersMeant(document: Kubeconfig, { entry }: Extension): ClusterEntry[] {
  const user = document.users.find((each) => each === entry);
  const context = document.contexts.find((each) => each === entry);
  const contexts = user ? document.contextsOf(user) : context ? [context] : document.contexts;
  return contexts.flatMap((each) => document.clusterOf(each) ?? []);
}

/** Without an empty list in its place. */
function removalOf(document: Kubeconfig, { entry, node }: Extension): Edit[] {
  const top = document.field('extensions');
  if (top && entry.section === 'extensions') {
    return top.entries.length === 1 ? removeTopLevel(document, top) : removeEntry(document, entry);
  }
  const path = parentOf(entry);
  const list = entry.at(...path);
  const index = list?.kind === 'sequence' ? list.items.indexOf(node) : -1;
  return index < 0 ? [] : removeItems(document, entry, path, index);
}

function parentOf(entry: Entry): string[] {
  const inner = { users: 'user', contexts: 'context' }[entry.section];
  return inner && hasExtensions(entry.at(inner)) ? [inner, 'extensions'] : ['extensions'];
}

function hasExtensions(node: LocatedNode | undefined): boolean {
  return pairOf(node, 'extensions') !== undefined;
}
