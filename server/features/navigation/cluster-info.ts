import type { ClusterEntry, Kubeconfig, UserEntry } from '../../document/kubeconfig';
import { nodeAt } from '../../document/node';
import { execExtensionName } from '../../schema';
import { pluginIn, textOf } from './exec-line';

/** Whether a user's plugin misses something without provideClusterInfo: it needs it, or a cluster has data for it. */
export function clusterWantsPlugin(document: Kubeconfig, user: UserEntry): boolean {
  if (pluginIn(user.at('user', 'exec'))?.plugin.needsClusterInfo) return true;
  return document.contextsOf(user).some((context) => {
    const cluster = document.clusterOf(context);
    return cluster !== undefined && hasExecExtension(cluster);
  });
}

function hasExecExtension(cluster: ClusterEntry): boolean {
  const list = cluster.at('cluster', 'extensions');
  const items = list?.kind === 'sequence' ? list.items : [];
  return items.some((item) => textOf(nodeAt(item, 'name')) === execExtensionName);
}
