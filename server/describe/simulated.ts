import type { RunOverrides, RunReport } from '../protocol';

/** What a run had instead of what the kubeconfig says. */
export function overrideWords(overrides: RunOverrides): string[] {
  const { apiVersion, interactive, provideClusterInfo, cluster, cwd, kubernetesVersion, execInfo } =
    overrides;
  const given = (value: boolean | undefined, what: string, not: string) =>
    value === undefined ? [] : [value ? what : `${not} ${what}`];
  const named = (what: string, value: string | undefined) =>
    value === undefined ? [] : [`${what} ${value}`];
  return [
    ...named('kubectl', kubernetesVersion),
    ...(apiVersion === undefined ? [] : [apiVersion.replace(/^.*\//, '')]),
    ...given(interactive, 'interactive', 'not'),
    ...given(provideClusterInfo, 'cluster information', 'no'),
    ...named('cluster', cluster),
    ...variableWords(overrides.env ?? {}),
    ...named('in', cwd),
    ...(execInfo === undefined ? [] : ['edited input']),
  ];
}

/** Whether a run says nothing of the exec block as it is. In a terminal a plugin may be told that it has one. */
export function isSimulated({ overrides = {}, terminal }: RunReport): boolean {
  return Object.entries(overrides).some(([name, value]) => {
    return value !== undefined && !(terminal && name === 'interactive' && value === true);
  });
}

function variableWords(env: NonNullable<RunOverrides['env']>): string[] {
  const names = Object.keys(env);
  const taken = names.filter((name) => env[name] === null);
  const set = names.filter((name) => env[name] !== null);
  return [
    ...(set.length > 0 ? [`with ${set.join(', ')}`] : []),
    ...(taken.length > 0 ? [`without ${taken.join(', ')}`] : []),
  ];
}
