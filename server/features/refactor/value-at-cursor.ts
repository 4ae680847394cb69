import type { Kubeconfig } from '../../document/kubeconfig';
import type { Edit } from '../../edits/edit';
import type { ExtensionValues } from '../../edits/exec-extension';
import { removeItems } from '../../edits/remove-items';
import { holdsSecret } from '../../schema';
import { type ExecBlock, execPath } from './exec-block';
import type { Selection } from './refactoring';

/** What leaves an exec block for the extension of a cluster. */
export interface PerCluster {
  readonly title: string;
  readonly values: ExtensionValues;
  readonly removed: readonly Edit[];
}

/** The variable or the flag that a selection begins in, unless it seems to be a secret. */
export function valueAtCursor(document: Kubeconfig, block: ExecBlock, at: Selection): PerCluster | undefined {
  const found = variableAt(block, at) ?? flagAt(block, at);
  if (!found || holdsSecret(found.name, found.value)) return undefined;
  const { list, index, count, name, value } = found;
  const key = keyOf(name);
  return {
    title: `Move ${name} to "${key}" in the cluster’s exec extension, for a plugin that reads it there`,
    values: [{ path: [key], value }],
    removed: removeItems(document, block.user, [...execPath, list], index, count),
  };
}

interface Found {
  readonly list: 'env' | 'args';
  readonly index: number;
  readonly count: number;
  readonly name: string;
  readonly value: string;
}

function variableAt({ user, exec }: ExecBlock, at: Selection): Found | undefined {
  const index = indexAt(user, 'env', at);
  const { name, value } = exec.env?.[index] ?? {};
  return name && value && /^[A-Za-z_]\w*$/.test(name) && name !== reserved
    ? { list: 'env', index, count: 1, name, value }
    : undefined;
}

/** kubectl writes it itself. */
const reserved = 'KUBERNETES_EXEC_INFO';

/** `--name=value`, or `--name` and `value` one after the other. */
function flagAt({ user, args }: ExecBlock, at: Selection): Found | undefined {
  const index = indexAt(user, 'args', at);
  const [, name, value] = /^(--[A-Za-z][\w-]*)=(.+)$/s.exec(args[index] ?? '') ?? [];
  if (name && value) return { list: 'args', index, count: 1, name, value };
  const first = args[index]?.startsWith('--') ? index : index - 1;
  const [flag = '', next = ''] = [args[first], args[first + 1]];
  if (!/^--[A-Za-z][\w-]*$/.test(flag) || next === '' || next.startsWith('-')) return undefined;
  return { list: 'args', index: first, count: 2, name: flag, value: next };
}

/** The item of a list that a selection begins in; -1: none. */
function indexAt(user: ExecBlock['user'], list: 'env' | 'args', { start }: Selection): number {
  const node = user.at(...execPath, list);
  if (node?.kind !== 'sequence') return -1;
  const offset = start - user.base;
  return node.items.findIndex((item) => offset >= item.start && offset <= item.end);
}

/** `--cluster-name` and `CLUSTER_NAME` as keys are written: `clusterName`. */
function keyOf(name: string): string {
  const [first = '', ...words] = name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  return first + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
