import { resolve } from 'node:path';
import type { RunOverrides } from '../protocol';
import { execGroup, execVersionsOf } from '../schema';
import { type VariableFlags, variablesOf } from './run-variables';

/** What may be told the plugin instead, one thing each. */
export const axes = ['apiVersion', 'interactive', 'clusterInfo'] as const;

export type Axis = (typeof axes)[number];

export interface OverrideFlags extends VariableFlags {
  readonly 'api-version'?: string;
  readonly 'spec-interactive'?: string;
  readonly 'cluster-info'?: boolean;
  readonly 'no-cluster-info'?: boolean;
  readonly cluster?: string;
  readonly cwd?: string;
}

/** What single flags ask for, or words on what is wrong with them. */
export function overridesOf(
  flags: OverrideFlags,
  kubernetesVersion: string | undefined,
): RunOverrides | string {
  const { 'api-version': version, 'spec-interactive': interactive } = flags;
  const known: readonly string[] = execVersionsOf(kubernetesVersion);
  const name = version?.replace(`${execGroup}/`, '');
  if (name !== undefined && !known.includes(name)) {
    return `--api-version takes ${known.join(' or ')}, not "${version}"`;
  }
  if (interactive !== undefined && interactive !== 'true' && interactive !== 'false') {
    return `--spec-interactive takes true or false, not "${interactive}"`;
  }
  const [provide, withhold] = [flags['cluster-info'], flags['no-cluster-info']];
  if (provide && withhold) return 'use --cluster-info or --no-cluster-info, not both';
  const env = variablesOf(flags, process.env);
  if (typeof env === 'string') return env;
  const { cluster, cwd } = flags;
  return {
    ...(name !== undefined && { apiVersion: `${execGroup}/${name}` }),
    ...(interactive !== undefined && { interactive: interactive === 'true' }),
    ...((provide || withhold) && { provideClusterInfo: provide === true }),
    ...(cluster !== undefined && { cluster }),
    ...(env && { env }),
    ...(cwd !== undefined && { cwd: resolve(cwd) }),
  };
}

/** The value of `--matrix`, or words on what is wrong with it. */
export function matrixOf(value: string): readonly Axis[] | string {
  if (value === 'versions') return axes;
  const names = value.split(',').map((name) => name.trim());
  const stranger = names.find((name) => !(axes as readonly string[]).includes(name));
  if (stranger === undefined) return axes.filter((axis) => names.includes(axis));
  return `--matrix takes versions, or some of ${axes.join(', ')} with commas between them, not "${value}"`;
}

const fields = {
  apiVersion: 'apiVersion',
  interactive: 'interactive',
  clusterInfo: 'provideClusterInfo',
} as const;

/** Every combination of the axes, the last one changing fastest; an axis that is `fixed` is none. */
export function combinations(
  matrix: readonly Axis[],
  fixed: RunOverrides,
  kubernetesVersion: string | undefined,
): readonly RunOverrides[] {
  const free = matrix.filter((axis) => fixed[fields[axis]] === undefined);
  return free.reduce<readonly RunOverrides[]>(
    (found, axis) => {
      const values = valuesOf(axis, kubernetesVersion);
      return found.flatMap((before) => values.map((value) => ({ ...before, [fields[axis]]: value })));
    },
    [fixed],
  );
}

function valuesOf(axis: Axis, kubernetesVersion: string | undefined): readonly (string | boolean)[] {
  if (axis !== 'apiVersion') return [false, true];
  return execVersionsOf(kubernetesVersion).map((name) => `${execGroup}/${name}`);
}
