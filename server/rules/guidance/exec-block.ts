import { pluginOf, type Recognized } from '../../catalog';
import { type FlagUse, flagsIn } from '../../catalog/flag-use';
import type { UserEntry } from '../../document/kubeconfig';

export const execPath = ['user', 'exec'] as const;

/** An exec block as kubectl reads it, with what the catalog knows of its plugin. */
export interface ExecBlock {
  readonly user: UserEntry;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: readonly { readonly name: string; readonly value: string }[];
  readonly apiVersion: string;
  readonly interactiveMode: string;
  readonly provideClusterInfo: boolean;
  readonly installHint: string;
  /** Undefined for a plugin that is not known, or not certain. */
  readonly recognized: Recognized | undefined;
  /** The flags of the plugin itself, behind any wrapper. */
  readonly flags: readonly FlagUse[];
}

/** Of each user once: many rules ask, and recognizing takes its time. */
const known = new WeakMap<UserEntry, ExecBlock>();

/** Undefined for a user without an exec block, or one without a command. */
export function execBlockOf(user: UserEntry): ExecBlock | undefined {
  const exec = user.decoded.value?.user?.exec;
  if (!exec?.command) return undefined;
  const memo = known.get(user);
  if (memo) return memo;
  const { command, args = [] } = exec;
  const env = (exec.env ?? []).map(({ name = '', value = '' }) => ({ name, value }));
  const recognized = pluginOf({ command, args, env });
  const block: ExecBlock = {
    user,
    command,
    args,
    env,
    apiVersion: exec.apiVersion ?? '',
    interactiveMode: exec.interactiveMode ?? '',
    provideClusterInfo: exec.provideClusterInfo === true,
    installHint: exec.installHint ?? '',
    recognized,
    flags: flagsIn(args, recognized?.argsStart ?? 0, recognized?.plugin.flags ?? []),
  };
  known.set(user, block);
  return block;
}

/** The use of a flag, by any of its spellings; the last one counts. */
export function flagOf({ flags }: ExecBlock, ...names: readonly string[]): FlagUse | undefined {
  return flags.findLast(({ name }) => names.includes(name));
}

/** The value that the plugin gets for a variable of the block; undefined if it isn't set there. */
export function variableOf({ env }: ExecBlock, name: string): string | undefined {
  return env.findLast((variable) => variable.name === name)?.value;
}

/** Whether one of these flags or variables is there. */
export function hasAny(block: ExecBlock, names: readonly string[]): boolean {
  return names.some((name) => flagOf(block, name) || variableOf(block, name));
}
