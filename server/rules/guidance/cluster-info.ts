import type { KnownPlugin } from '../../catalog/known-plugin';
import type { ClusterEntry, Kubeconfig, UserEntry } from '../../document/kubeconfig';
import { execExtensionIn, putIntoExtension, turnOnClusterInfo } from '../../edits/exec-extension';
import { execExtensionName } from '../../schema';
import { pluginLink } from '../../schema/links';
import { fix } from '../fixes/fix';
import { isSince } from '../kubernetes-version';
import { listNames } from '../list-names';
import { keyAt } from '../places';
import { type Fix, type RuleContext, rule } from '../rule';
import { type ExecBlock, execBlockOf, execPath, hasAny } from './exec-block';

/** The release that first told plugins about the cluster. */
const since = '1.20';

/** A plugin that the block gives no other way to know its cluster. */
function needyPlugin(block: ExecBlock | undefined, context: RuleContext): KnownPlugin | undefined {
  const plugin = block?.recognized?.plugin;
  if (!block || !plugin?.needsClusterInfo || !isSince(context, since)) return undefined;
  const { insteadOfClusterInfo: flags } = plugin;
  return flags.length > 0 && flags.every((flag) => hasAny(block, [flag])) ? undefined : plugin;
}

export const clusterInfoMissing = rule({
  code: 'cluster-info-missing',
  severity: 'warning',
  title: 'The plugin needs to know the cluster, and `provideClusterInfo` is not true',
  link: pluginLink,
  subject: 'user',
  looksAt: 'entry',
  *check(user, document, context) {
    const block = execBlockOf(user);
    const plugin = needyPlugin(block, context);
    if (!plugin || block?.provideClusterInfo) return;
    yield {
      ...keyAt(user, ...execPath, 'provideClusterInfo'),
      message: `"${plugin.name}" fails unless kubectl tells it about the cluster. Set "provideClusterInfo" to true.`,
      fixes: () => fix('repair', 'Set "provideClusterInfo" to true', turnOnClusterInfo(document, user)),
    };
  },
});

export const pluginExtensionMissing = rule({
  code: 'plugin-extension-missing',
  severity: 'warning',
  title: 'The plugin needs the exec extension of the cluster, and there is none',
  link: pluginLink,
  subject: 'user',
  looksAt: 'references',
  *check(user, document, context) {
    const plugin = needyPlugin(execBlockOf(user), context);
    if (!plugin || Object.keys(plugin.extension).length === 0) return;
    const clusters = clustersWithout(user, document);
    if (clusters.length === 0) return;
    yield {
      ...keyAt(user, ...execPath, 'provideClusterInfo'),
      message: `"${plugin.name}" reads its settings from the cluster, and ${listNames(clusters.map(({ name }) => name))} has none for it. Add the extension ${execExtensionName} there.`,
      fixes: () => clusters.slice(0, 1).flatMap((cluster) => extensionFixes(document, cluster, plugin)),
    };
  },
});

/** The clusters that a user's contexts join it with, and that have no exec extension. */
function clustersWithout(user: UserEntry, document: Kubeconfig): ClusterEntry[] {
  const clusters = document.contextsOf(user).flatMap((context) => document.clusterOf(context) ?? []);
  return [...new Set(clusters)].filter((cluster) => !execExtensionIn(cluster));
}

/** With placeholders for what only the user knows. */
function extensionFixes(document: Kubeconfig, cluster: ClusterEntry, { extension }: KnownPlugin): Fix[] {
  if (document.otherFileOf(cluster) !== undefined) return [];
  const values = Object.keys(extension).map((key) => ({ path: key.split('.'), value: `<${key}>` }));
  return fix('choice', 'Add the extension, to be filled in', putIntoExtension(document, cluster, values));
}
