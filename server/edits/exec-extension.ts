import type { ClusterEntry, UserEntry } from '../document/kubeconfig';
import type { LocatedDocument } from '../document/located-document';
import { type LocatedNode, nodeAt, pairOf } from '../document/node';
import { execExtensionName } from '../schema';
import type { Order } from './add-field';
import type { Edit } from './edit';
import { putField } from './put-field';
import { putItems } from './put-items';
import type { Value } from './render';

const list = ['cluster', 'extensions'] as const;

/** The index of the exec extension among those of a cluster, and what the plugin gets of it. */
export function execExtensionIn(
  cluster: ClusterEntry,
): { readonly index: number; readonly data: LocatedNode | undefined } | undefined {
  const extensions = cluster.at(...list);
  if (extensions?.kind !== 'sequence') return undefined;
  const index = extensions.items.findIndex((item) => {
    const name = nodeAt(item, 'name');
    return name?.kind === 'scalar' && name.value === execExtensionName;
  });
  return index < 0 ? undefined : { index, data: nodeAt(extensions.items[index], 'extension') };
}

/** Gives a cluster the exec extension. No edits: it has one, or there is no place for it. */
export function addExecExtension(document: LocatedDocument, cluster: ClusterEntry, extension: Value): Edit[] {
  if (execExtensionIn(cluster)) return [];
  return (
    putItems(document, cluster, ['cluster'], 'extensions', [{ name: execExtensionName, extension }]) ?? []
  );
}

/** Values by their path in the extension: `['shootRef', 'name']`. */
export type ExtensionValues = readonly { readonly path: readonly string[]; readonly value: string }[];

/** Puts values into the exec extension of a cluster. No edits: something else is there. */
export function putIntoExtension(
  document: LocatedDocument,
  cluster: ClusterEntry,
  values: ExtensionValues,
): Edit[] {
  const there = execExtensionIn(cluster);
  if (!there) return addExecExtension(document, cluster, nested(values));
  const { data, index } = there;
  // What is below one key is put there together.
  const heads = [...new Set(values.map(({ path }) => path[0] ?? ''))];
  const isTaken = heads.some((head) => pairOf(data, head));
  if (isTaken || (data && data.kind !== 'mapping')) return [];
  const whole = nested(values);
  const item = [...list, index];
  if (!data) return putField(document, cluster, item, 'extension', whole);
  return heads.flatMap((head) =>
    putField(document, cluster, [...item, 'extension'], head, whole[head] ?? null),
  );
}

function nested(values: ExtensionValues): { [key: string]: Value } {
  const root: { [key: string]: Value } = {};
  for (const { path, value } of values) {
    let at = root;
    for (const step of path.slice(0, -1)) {
      const below = (at[step] ?? {}) as { [key: string]: Value };
      at[step] = below;
      at = below;
    }
    at[path.at(-1) ?? ''] = value;
  }
  return root;
}

/** Lets the plugin of a user know about the cluster. */
export function turnOnClusterInfo(document: LocatedDocument, user: UserEntry, order: Order = {}): Edit[] {
  return putField(document, user, ['user', 'exec'], 'provideClusterInfo', true, order);
}
