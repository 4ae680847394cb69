import type { Entry } from '../document/entry';
import { type LocatedNode, nodeAt } from '../document/node';
import { execExtensionName } from '../schema';

/** What a cluster's entry says to plugins. */
export function execExtension(cluster: Entry): LocatedNode | undefined {
  const list = cluster.at('cluster', 'extensions');
  const item = (list?.kind === 'sequence' ? list.items : []).find((candidate) => {
    const name = nodeAt(candidate, 'name');
    return name?.kind === 'scalar' && name.value === execExtensionName;
  });
  return nodeAt(item, 'extension');
}
