import { type FlagUse, flagsIn } from '../../catalog/flag-use';
import { extensionKeysOf } from '../../catalog/placement';
import type { ClusterEntry, Kubeconfig } from '../../document/kubeconfig';
import type { Edit } from '../../edits/edit';
import { type ExtensionValues, putIntoExtension, turnOnClusterInfo } from '../../edits/exec-extension';
import { removeItems } from '../../edits/remove-items';
import { isReleaseSince } from '../../schema';
import { type ExecBlock, execBlockAt, execPath } from './exec-block';
import { type Refactor, refactoring } from './refactoring';
import { type PerCluster, valueAtCursor } from './value-at-cursor';

/**
 * Values that belong to a cluster leave the exec block, so that one user serves many clusters: they go into the
 * extension `client.authentication.k8s.io/exec` of each cluster that its contexts lead to, and the plugin gets
 * them by `provideClusterInfo`. A plugin has to look for them there. Of known plugins that is in the catalog; of
 * one that is not known the user knows it, and says by the cursor which variable or flag is meant.
 */
export const extractClusterValues: Refactor = (document, at, { kubernetesVersion }) => {
  const block = execBlockAt(document, at);
  if (!block || !isReleaseSince(kubernetesVersion, '1.20')) return [];
  const value = block.recognized ? knownFlags(document, block) : valueAtCursor(document, block, at);
  return value ? refactoring('refactor.extract', value.title, editsFor(document, block, value)) : [];
};

function editsFor(document: Kubeconfig, { user, exec }: ExecBlock, { values, removed }: PerCluster): Edit[] {
  const added = clustersOf(document, user).map((cluster) => putIntoExtension(document, cluster, values));
  const on = exec.provideClusterInfo ? undefined : turnOnClusterInfo(document, user, { after: 'command' });
  const needed = [removed, ...added, ...(on ? [on] : [])];
  return added.length > 0 && needed.every((edits) => edits.length > 0) ? needed.flat() : [];
}

/** Those that the contexts of a user lead to; none if one of them stands in another file. */
function clustersOf(document: Kubeconfig, user: ExecBlock['user']): readonly ClusterEntry[] {
  const clusters = document.contextsOf(user).map((context) => document.clusterOf(context));
  const own = new Set(clusters.filter((cluster) => cluster !== undefined));
  return [...own].every((cluster) => document.clusters.includes(cluster)) ? [...own] : [];
}

function knownFlags(document: Kubeconfig, { user, args, recognized }: ExecBlock): PerCluster | undefined {
  if (!recognized || recognized.wrapper?.starts === 'image') return undefined;
  const keys = extensionKeysOf(recognized.plugin);
  const all = flagsIn(args, recognized.argsStart, recognized.plugin.flags);
  const flags = all.filter(({ name, value }) => Object.hasOwn(keys, name) && value !== undefined);
  const values: ExtensionValues = flags.map(({ name, value = '' }) => ({ path: keys[name] ?? [], value }));
  const [first] = flags;
  // In one run, as the vendor's tools and people write them.
  if (!first || flags.some((flag, index) => index > 0 && flag.index !== endOf(flags[index - 1])))
    return undefined;
  const removed = removeItems(
    document,
    user,
    [...execPath, 'args'],
    first.index,
    endOf(flags.at(-1)) - first.index,
  );
  const title = `Move ${flags.map(({ name }) => name).join(', ')} to the cluster’s exec extension`;
  return { title, values, removed };
}

function endOf(flag: FlagUse | undefined): number {
  return flag ? flag.valueIndex + 1 : 0;
}
