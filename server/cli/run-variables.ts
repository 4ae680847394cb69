import type { RunOverrides } from '../protocol';

export interface VariableFlags {
  readonly env?: readonly string[];
  readonly 'unset-env'?: readonly string[];
}

/**
 * What `--env` and `--unset-env` ask for, or words on what is wrong with them. No value is quoted. `inherited`: where
 * the value of a name alone comes from.
 */
export function variablesOf(
  flags: VariableFlags,
  inherited: Readonly<Record<string, string | undefined>>,
): RunOverrides['env'] | string {
  const { env: set = [], 'unset-env': unset = [] } = flags;
  if (set.length === 0 && unset.length === 0) return undefined;
  const variables = new Map<string, string | null>();
  for (const item of set) {
    const end = item.indexOf('=', 1);
    const name = end === -1 ? item : item.slice(0, end);
    const value = end === -1 ? inherited[name] : item.slice(end + 1);
    if (value === undefined) return '--env takes NAME=VALUE, or the name of a variable that is set here';
    variables.set(name, value);
  }
  for (const name of unset) {
    if (variables.has(name)) return `${name} is in --env and in --unset-env`;
    variables.set(name, null);
  }
  return Object.fromEntries(variables);
}
