import { turnOnClusterInfo } from '../../edits/exec-extension';
import { isReleaseSince } from '../../schema';
import { execBlockAt } from './exec-block';
import { type Refactor, refactoring } from './refactoring';

/** The plugin is told about the cluster, unless it is known not to look. */
export const provideClusterInfo: Refactor = (document, at, { kubernetesVersion }) => {
  const block = execBlockAt(document, at);
  if (!block || block.exec.provideClusterInfo || !isReleaseSince(kubernetesVersion, '1.20')) return [];
  const plugin = block.recognized?.plugin;
  const looks = plugin?.needsClusterInfo !== false || Object.keys(plugin.extension).length > 0;
  if (!looks) return [];
  const edits = turnOnClusterInfo(document, block.user);
  return refactoring('refactor.rewrite', 'Add provideClusterInfo: true', edits);
};
