import { resolveCommand } from '../../command/resolve';
import type { Kubeconfig, UserEntry } from '../../document/kubeconfig';
import { type LocatedNode, nodeAt, pairOf } from '../../document/node';
import { addField } from '../../edits/add-field';
import type { Edit } from '../../edits/edit';
import type { Environment } from '../../environment';
import { isReleaseSince } from '../../schema';
import { clusterWantsPlugin } from './cluster-info';
import { textOf } from './exec-line';
import type { Machine } from './file-links';
import { type Span, spanOf } from './spans';

/** What is not written, behind what is. */
export interface InlayHint {
  /** Absolute. */
  readonly offset: number;
  readonly label: string;
  /** Plain text. */
  readonly tooltip: string;
  /** Write it down; empty: it can't be, or should not. */
  readonly edits: readonly Edit[];
}

export interface HintContext extends Machine {
  readonly kubernetesVersion?: string | undefined;
}

/** What kubectl takes where an exec block says nothing, for the blocks that reach into a range. */
export function inlayHints(document: Kubeconfig, range: Span, context: HintContext): InlayHint[] {
  const found = document.users.flatMap((user) => {
    const exec = user.at('user', 'exec');
    if (exec?.kind !== 'mapping') return [];
    const { start, end } = spanOf(user, exec);
    if (end < range.start || start > range.end) return [];
    const hints = [
      ...pathHint(user, exec, context),
      ...modeHint(document, user, exec, context),
      ...clusterInfoHint(document, user, exec),
    ];
    return hints.filter(({ offset }) => offset >= range.start && offset <= range.end);
  });
  // Users may share a block through an alias.
  return [...new Map(found.map((hint) => [`${hint.offset} ${hint.label}`, hint])).values()];
}

function pathHint(user: UserEntry, exec: LocatedNode, { environment, path }: HintContext): InlayHint[] {
  const node = nodeAt(exec, 'command');
  const command = textOf(node);
  // A path says itself where it leads.
  if (!environment || !node || !command || !isHere(exec, 'command') || /[\\/]/.test(command)) return [];
  const found = resolveCommand(command, path ?? 'config', environment).path;
  if (found === null || environment.files.stat(found)?.kind !== 'file') return [];
  const tooltip = `kubectl finds ${found} on PATH, and starts it.`;
  return [{ offset: user.base + node.end, label: `→ ${fromHome(found, environment)}`, tooltip, edits: [] }];
}

function fromHome(path: string, { home }: Environment): string {
  const isBelow = home.length > 1 && path.startsWith(home) && /^[\\/]/.test(path.slice(home.length));
  return isBelow ? `~${path.slice(home.length)}` : path;
}

function modeHint(
  document: Kubeconfig,
  user: UserEntry,
  exec: LocatedNode,
  context: HintContext,
): InlayHint[] {
  const version = nodeAt(exec, 'apiVersion');
  if (!version || !isHere(exec, 'apiVersion') || isGiven(exec, 'interactiveMode')) return [];
  if (!/^client\.authentication\.k8s\.io\/v1beta1$/.test(textOf(version) ?? '')) return [];
  if (!isReleaseSince(context.kubernetesVersion, '1.22')) return [];
  const tooltip =
    'The default with v1beta1: the plugin gets the terminal if kubectl has one. With v1 it has to be written.';
  const field = { name: 'interactiveMode', value: 'IfAvailable' };
  return [hintFor(document, user, version, field, tooltip)];
}

function clusterInfoHint(document: Kubeconfig, user: UserEntry, exec: LocatedNode): InlayHint[] {
  const behind = nodeAt(exec, 'apiVersion');
  if (!behind || !isHere(exec, 'apiVersion') || isGiven(exec, 'provideClusterInfo')) return [];
  if (!clusterWantsPlugin(document, user)) return [];
  const tooltip =
    'The default: the plugin is told nothing of the cluster, and does not see the extension client.authentication.k8s.io/exec.';
  return [hintFor(document, user, behind, { name: 'provideClusterInfo', value: false }, tooltip)];
}

function hintFor(
  document: Kubeconfig,
  user: UserEntry,
  behind: LocatedNode,
  { name, value }: { readonly name: string; readonly value: string | boolean },
  tooltip: string,
): InlayHint {
  const edits = pairOf(user.at('user', 'exec'), name)
    ? []
    : addField(document, user, ['user', 'exec'], name, value, { after: 'apiVersion' });
  return { offset: user.base + behind.end, label: `${name}: ${value}`, tooltip, edits };
}

function isGiven(exec: LocatedNode, name: string): boolean {
  const node = nodeAt(exec, name);
  return node !== undefined && !(node.kind === 'scalar' && (node.value === null || node.value === ''));
}

/** Whether a field has a value on one line that stands in the block, not behind an alias. */
function isHere(exec: LocatedNode, name: string): boolean {
  const pair = pairOf(exec, name);
  return (
    pair !== undefined &&
    !pair.merged &&
    !pair.value.multiline &&
    pair.value.start >= pair.key.end &&
    pair.value.end <= exec.end
  );
}
