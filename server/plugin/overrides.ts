import type { Environment } from '../environment';
import type { RunOverrides } from '../protocol';
import type { Scrubber } from './scrub';
import type { ExecTarget, RunOptions } from './target';

/**
 * The target with what a run is to have instead; which command is executed stays as it is. Which cluster and which
 * release it is for has been decided before. Every value of a variable is a secret from then on.
 */
export function withOverrides(
  target: ExecTarget,
  overrides: RunOverrides = {},
  platform: string = process.platform,
): ExecTarget {
  const given = Object.entries(overrides).filter(([, value]) => value !== undefined && !isEmpty(value));
  if (given.length === 0) return target;
  const before = target.overrides ?? {};
  const env = before.env || overrides.env ? { env: { ...before.env, ...overrides.env } } : {};
  const all: RunOverrides = { ...before, ...Object.fromEntries(given), ...env };
  const { apiVersion = target.exec.apiVersion, provideClusterInfo = target.exec.provideClusterInfo } = all;
  const exec = {
    ...target.exec,
    apiVersion,
    provideClusterInfo,
    env: variablesWith(target.exec.env, all.env ?? {}, platform),
  };
  return { ...target, overrides: all, exec, secrets: [...target.secrets, ...valuesOf(all)] };
}

function isEmpty(value: RunOverrides[keyof RunOverrides]): boolean {
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function valuesOf({ env = {} }: RunOverrides): string[] {
  return Object.values(env).filter((value) => value !== null && value !== '') as string[];
}

type Variables = ExecTarget['exec']['env'];

/** In place of those of the same name, behind the others. */
function variablesWith(
  own: Variables,
  instead: NonNullable<RunOverrides['env']>,
  platform: string,
): Variables {
  const idOf = (name: string) => variableId(name, platform);
  const names = new Set(Object.keys(instead).map(idOf));
  const set = Object.entries(instead)
    .flatMap(([name, value]) => (value === null ? [] : [{ name, value }]))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return [...own.filter(({ name }) => !names.has(idOf(name))), ...set];
}

/** Of the variables that are to be neither inherited nor set. */
export function namesTakenAway({ overrides }: ExecTarget): string[] {
  return Object.entries(overrides?.env ?? {}).flatMap(([name, value]) => (value === null ? [name] : []));
}

/** What is equal for names that mean the same variable. */
export function variableId(name: string, platform: string): string {
  return platform === 'win32' ? name.toUpperCase() : name;
}

/** The environment, in the folder that a run is to be in. */
export function inFolder({ overrides }: ExecTarget, environment: Environment): Environment {
  return overrides?.cwd === undefined ? environment : { ...environment, cwd: overrides.cwd };
}

/** What a report and a question may say of overrides: no value of a variable, nothing of an edited text. */
export function shownOverrides(
  { env, execInfo, ...others }: RunOverrides,
  scrubber?: Pick<Scrubber, 'known'>,
): RunOverrides {
  const known = (text: string) => scrubber?.known(text) ?? text;
  const { cluster, cwd } = others;
  const names = Object.entries(env ?? {}).map(([name, value]) => [known(name), value === null ? null : '']);
  return {
    ...others,
    ...(cluster !== undefined && { cluster: known(cluster) }),
    ...(cwd !== undefined && { cwd: known(cwd) }),
    ...(env && { env: Object.fromEntries(names) }),
    ...(execInfo !== undefined && { execInfo: '' }),
  };
}

/** Whether the plugin is told that it has a terminal, and whether it gets one. */
export function interactivity(
  { exec, overrides }: ExecTarget,
  { interactive }: Pick<RunOptions, 'interactive'>,
): { readonly told: boolean; readonly given: boolean } {
  const told = overrides?.interactive ?? (exec.interactiveMode !== 'Never' && interactive);
  return { told, given: told && interactive };
}
