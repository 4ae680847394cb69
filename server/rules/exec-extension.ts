import type { Entry } from '../document/entry';
import { type ClusterEntry, Kubeconfig } from '../document/kubeconfig';
import { editDistance, execExtensionName } from '../schema';
import { pluginLink } from '../schema/links';
import { type Extension, extensionOf, extensionsAt } from './extensions';
import {
  addExtensionFixes,
  extensionNameFixes,
  moveExtensionFixes,
  provideFixes,
} from './fixes/exec-extension';
import { execBlockOf } from './guidance/exec-block';
import { isSince } from './kubernetes-version';
import { listNames } from './list-names';
import { keyAt } from './places';
import { onValue, rule } from './rule';

function execExtensionOf(cluster: ClusterEntry): Extension | undefined {
  return extensionsAt(cluster, 'cluster', 'extensions').find(({ name }) => name === execExtensionName);
}

/** The release that first told plugins about the cluster. */
const since = '1.20';

function onName({ entry, node, nameNode }: Extension) {
  return onValue(entry, nameNode ?? node);
}

export const extensionNotProvided = rule({
  code: 'extension-not-provided',
  severity: 'information',
  title: 'A cluster has the exec extension, but no plugin gets to see it',
  link: pluginLink,
  subject: 'cluster',
  looksAt: 'references',
  *check(cluster, document, context) {
    const extension = execExtensionOf(cluster);
    if (!extension || !isSince(context, since)) return;
    const users = document.contextsOf(cluster).flatMap((context) => {
      const user = document.userOf(context);
      return user?.decoded.value?.user?.exec ? [user] : [];
    });
    if (users.some((user) => user.decoded.value?.user?.exec?.provideClusterInfo)) return;
    const names = listNames(users.map((user) => user.name));
    yield {
      ...onName(extension),
      message: names
        ? `The plugin of user ${names} does not get this. Set "provideClusterInfo" to true in its exec block.`
        : 'No plugin gets this. Add a context that joins this cluster and a user with an exec block.',
      fixes: () => provideFixes(document, users),
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
  *check(user, document, context) {
    const block = execBlockOf(user);
    if (!block?.provideClusterInfo || !isSince(context, since)) return;
    // Of a known plugin it is known whether it needs the extension: plugin-extension-missing.
    if ((block.recognized?.plugin.needsClusterInfo ?? null) !== null) return;
    const clusters = document.contextsOf(user).flatMap((context) => {
      const cluster = document.clusterOf(context);
      return cluster && !execExtensionOf(cluster) ? [cluster] : [];
    });
    if (clusters.length === 0) return;
    yield {
      ...keyAt(user, 'user', 'exec', 'provideClusterInfo'),
      message: `The plugin gets no "config" with the cluster ${listNames(clusters.map(({ name }) => name))}. If it needs one, add the extension ${execExtensionName} there.`,
      fixes: () => addExtensionFixes(document, clusters),
    };
  },
});

export const extensionNameMisspelt = rule({
  code: 'extension-name-misspelt',
  severity: 'warning',
  title: 'An extension’s name is almost that of the exec extension',
  link: pluginLink,
  subject: 'cluster',
  looksAt: 'entry',
  *check(cluster, document) {
    const extensions = extensionsAt(cluster, 'cluster', 'extensions');
    for (const [index, extension] of extensions.entries()) {
      if (!nearlyReserved(extension.name)) continue;
      const message = `No plugin gets this. Write the reserved name, ${execExtensionName}.`;
      const others = extensions.filter((each) => each !== extension);
      const isTaken = others.some(({ name }) => name === execExtensionName || nearlyReserved(name));
      const fixes = () => extensionNameFixes(document, cluster, index, isTaken);
      yield { ...onName(extension), message, fixes };
    }
  },
});

function nearlyReserved(name: string): boolean {
  if (name === '' || name === execExtensionName) return false;
  const normal = name.trim().toLowerCase();
  if (/^client[.-]?auth[a-z]*\.k8s\.io\b/.test(normal)) return true;
  return editDistance(normal, execExtensionName, 3) <= 3;
}

export const extensionMisplaced = rule({
  code: 'extension-misplaced',
  severity: 'warning',
  title: 'The exec extension stands somewhere else than in a cluster',
  link: pluginLink,
  subject: 'document',
  looksAt: 'file',
  sections: ['users', 'contexts', 'preferences', 'extensions'],
  *checkEntry(entry, document) {
    if (!(document instanceof Kubeconfig)) return;
    for (const extension of elsewhere(entry)) {
      if (extension.name !== execExtensionName) continue;
      const message = 'No plugin gets this here. Move it to the "extensions" of the cluster.';
      yield { ...onName(extension), message, fixes: () => moveExtensionFixes(document, extension) };
    }
  },
});

/** The extensions that are none of a cluster's. */
function elsewhere(entry: Entry): Extension[] {
  switch (entry.section) {
    case 'users':
      return extensionsAt(entry, 'user', 'extensions');
    case 'contexts':
      return extensionsAt(entry, 'context', 'extensions');
    case 'preferences':
      return extensionsAt(entry, 'extensions');
    case 'extensions':
      return entry.path.length > 1 ? [extensionOf(entry, entry.node)] : [];
    default:
      return [];
  }
}
