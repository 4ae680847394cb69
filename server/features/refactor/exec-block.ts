import { pluginOf, type Recognized } from '../../catalog';
import type { Kubeconfig, UserEntry } from '../../document/kubeconfig';
import { entryAt } from '../../document/locate';
import { type Pair, pairOf } from '../../document/node';
import type { ExecConfig } from '../../schema';
import type { Selection } from './refactoring';

export const execPath = ['user', 'exec'] as const;

/** An exec block, and what it says. */
export interface ExecBlock {
  readonly user: UserEntry;
  readonly exec: ExecConfig;
  readonly command: string;
  readonly args: readonly string[];
  readonly recognized: Recognized | undefined;
}

/** The exec block that a selection begins in. */
export function execBlockAt(document: Kubeconfig, at: Selection): ExecBlock | undefined {
  const user = userAt(document, at);
  const exec = user?.decoded.value?.user?.exec;
  if (!user || !exec || !isIn(document, user, pairOf(user.at('user'), 'exec'), at)) return undefined;
  const { command = '', args = [], env = [] } = exec;
  const names = env.map(({ name = '' }) => ({ name }));
  return { user, exec, command, args, recognized: pluginOf({ command, args, env: names }) };
}

/** The user that a selection begins in. */
export function userAt(document: Kubeconfig, { start }: Selection): UserEntry | undefined {
  const entry = entryAt(document, start);
  return entry?.section === 'users' ? document.users.find((user) => user === entry) : undefined;
}

/** Whether a selection begins in a key with its value, or on the first line of it. */
export function isIn(
  { text }: Kubeconfig,
  { base }: UserEntry,
  pair: Pair | undefined,
  { start }: Selection,
): boolean {
  // What an alias stands for belongs to others, too.
  if (!pair || pair.merged || pair.value.start < pair.key.end) return false;
  const before = text.slice(text.lastIndexOf('\n', base + pair.key.start - 1) + 1, base + pair.key.start);
  const first = base + pair.key.start - (/^[ \t]*$/.test(before) ? before.length : 0);
  return start >= first && start <= base + Math.max(pair.key.end, pair.value.end);
}
