import type { ClusterEntry, Kubeconfig } from '../document/kubeconfig';
import { nodeAt } from '../document/node';
import { execExtensionName } from '../schema';
import { pluginLink } from '../schema/links';
import { keyAt, valueAt } from './places';
import { rule } from './rule';

function extensionIndex(cluster: ClusterEntry): number {
  const extensions = cluster.decoded.value?.cluster?.extensions ?? [];
  return extensions.findIndex((extension) => extension.name === execExtensionName);
}

function execUsersOf(cluster: ClusterEntry, document: Kubeconfig) {
  return document.contextsOf(cluster).flatMap((context) => {
    const user = document.user(context.decoded.value?.context?.user ?? '');
    return user?.decoded.value?.user?.exec ? [user] : [];
  });
}

export const extensionNotProvided = rule({
  code: 'extension-not-provided',
  severity: 'information',
  title: 'A cluster has the exec extension, but no plugin gets to see it',
  link: pluginLink,
  subject: 'cluster',
  looksAt: 'references',
  *check(cluster, document) {
    const index = extensionIndex(cluster);
    const users = execUsersOf(cluster, document);
    if (index < 0 || users.some((user) => user.decoded.value?.user?.exec?.provideClusterInfo)) return;
    const names = [...new Set(users.map((user) => `"${user.name}"`))].join(', ');
    yield {
      ...valueAt(cluster, 'cluster', 'extensions', index, 'name'),
      message:
        names === ''
          ? 'No plugin gets this: no context joins this cluster with a user that has an exec block.'
          : `The plugin of user ${names} does not get this. Set "provideClusterInfo: true" in its exec block.`,
    };
  },
});

export const clusterInfoWithoutExtension = rule({
  code: 'cluster-info-without-extension',
  severity: 'hint',
  title: '`provideClusterInfo` is set, but the cluster has no exec extension',
  link: pluginLink,
  subject: 'user',
  looksAt: 'references',
  *check(user, document) {
    if (!user.decoded.value?.user?.exec?.provideClusterInfo) return;
    for (const context of document.contextsOf(user)) {
      const cluster = document.cluster(context.decoded.value?.context?.cluster ?? '');
      if (!cluster || extensionIndex(cluster) >= 0) continue;
      yield {
        ...keyAt(user, 'user', 'exec', 'provideClusterInfo'),
        message: `The plugin gets the address and CA of cluster "${cluster.name}" and no "config". If it needs one, add the extension ${execExtensionName} to the cluster.`,
      };
      return;
    }
  },
});

export const extensionNameMisspelt = rule({
  code: 'extension-name-misspelt',
  severity: 'warning',
  title: 'An extension’s name is almost that of the exec extension',
  link: pluginLink,
  subject: 'cluster',
  looksAt: 'entry',
  *check(cluster) {
    const list = cluster.at('cluster', 'extensions');
    for (const [index, item] of (list?.kind === 'sequence' ? list.items : []).entries()) {
      const name = nodeAt(item, 'name');
      const text = name?.kind === 'scalar' && typeof name.value === 'string' ? name.value : '';
      if (!nearlyExecExtension(text)) continue;
      yield {
        ...valueAt(cluster, 'cluster', 'extensions', index, 'name'),
        message: `No plugin gets this. The reserved name is ${execExtensionName}.`,
      };
    }
  },
});

function nearlyExecExtension(name: string): boolean {
  if (name === '' || name === execExtensionName) return false;
  const normal = name.trim().toLowerCase();
  if (/^client[.-]?auth[a-z]*\.k8s\.io\b/.test(normal)) return true;
  return distance(normal, execExtensionName) <= 3;
}

/** Levenshtein distance. */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(substitution, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}
