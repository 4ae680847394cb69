import { nameOfFlag } from '../../catalog';
import type { ClusterEntry, Kubeconfig, UserEntry } from '../../document/kubeconfig';
import { type LocatedNode, nodeAt } from '../../document/node';
import { execExtensionName } from '../../schema';
import { commandLineOf, pluginIn, textOf } from './exec-line';

/** Whether a user's plugin misses something without provideClusterInfo: it needs it, or a cluster has data for it. */
export function clusterWantsPlugin(document: Kubeconfig, user: UserEntry): boolean {
  if (needsClusterInfo(user.at('user', 'exec'))) return true;
  return document.contextsOf(user).some((context) => {
    const cluster = document.clusterOf(context);
    return cluster !== undefined && hasExecExtension(cluster);
  });
}

function needsClusterInfo(exec: LocatedNode | undefined): boolean {
  const plugin = pluginIn(exec)?.plugin;
  if (!plugin?.needsClusterInfo) return false;
  const flags = plugin.insteadOfClusterInfo;
  const args = commandLineOf(exec)?.args.map(nameOfFlag) ?? [];
  return flags.length === 0 || !flags.every((flag) => args.includes(flag));
}

function hasExecExtension(cluster: ClusterEntry): boolean {
  const list = cluster.at('cluster', 'extensions');
  const items = list?.kind === 'sequence' ? list.items : [];
  return items.some((item) => textOf(nodeAt(item, 'name')) === execExtensionName);
}
