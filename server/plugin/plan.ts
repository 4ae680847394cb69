import { createHash } from 'node:crypto';
import type { Environment } from '../environment';
import type { ExecInfo, ProgramFile, RunOverrides } from '../protocol';
import { plannedExecInfo } from './exec-info';
import { shownExecInfo } from './exec-info-shown';
import { execArgs } from './exec-secrets';
import { inFolder, interactivity, shownOverrides } from './overrides';
import { programFiles, stateOf } from './program-files';
import { planScrubber } from './scrubbers';
import { type ExecTarget, resolveTarget } from './target';

/** What would be run, for the user to approve. */
export interface Plan {
  readonly command: string;
  /** Absolute path of the executable; `null` when there is none. */
  readonly resolvedPath: string | null;
  /** Secrets masked. */
  readonly args: readonly string[];
  readonly envNames: readonly string[];
  /** Absolute path, masked where it holds a secret. */
  readonly kubeconfigPath: string;
  /** The files that become code, the executable first; paths without links. */
  readonly files: readonly ProgramFile[];
  /** Changes when anything does that decides what is executed. */
  readonly approvalId: string;
  /** Masked; `null` when it can't be told. */
  readonly execInfo: ExecInfo | null;
  /** Absolute path of the folder to run in. */
  readonly cwd: string;
  readonly terminal: 'never' | 'possible' | 'needed';
  /** Names only, as in a report. */
  readonly overrides?: RunOverrides;
}

export interface Planned {
  readonly plan: Plan;
  /** Whether the files are still those that were looked at. Looks at their state only, so it can be asked at the last moment. */
  isCurrent(): boolean;
}

/** `forced`: kubectl would refuse to run it. */
export async function planOf(target: ExecTarget, machine: Environment, forced = false): Promise<Planned> {
  const environment = inFolder(target, machine);
  const { path } = resolveTarget(target, environment);
  const before = stateOf(target, path, environment);
  const files = await programFiles(target, path, environment);
  const resolvedPath = path !== null && environment.files.stat(path) ? path : null;
  const plan = {
    ...shownPlan(target, environment, resolvedPath, files),
    approvalId: approvalIdOf(target, path, files, forced),
  };
  const isCurrent = () =>
    resolveTarget(target, environment).path === path && stateOf(target, path, environment) === before;
  return { plan, isCurrent };
}

/** What the user is asked about. */
export function shownPlan(
  target: ExecTarget,
  environment: Environment,
  resolvedPath: string | null,
  files: readonly ProgramFile[],
): Omit<Plan, 'approvalId'> {
  const { exec, kubeconfigPath, overrides } = target;
  const scrubber = planScrubber(target, environment);
  const terminal = terminalFor(target);
  return {
    command: scrubber.known(exec.command),
    resolvedPath: resolvedPath && scrubber.known(resolvedPath),
    args: execArgs(exec).map(({ shown }) => scrubber.known(shown)),
    envNames: exec.env.map(({ name }) => scrubber.known(name)),
    kubeconfigPath: scrubber.known(kubeconfigPath),
    files: files.map((file) => ({ ...file, path: scrubber.known(file.path) })),
    // Without a terminal a plugin that needs one is sent nothing.
    execInfo: shownInput(target, environment, terminal === 'needed', scrubber),
    cwd: scrubber.known(environment.cwd),
    terminal,
    ...(overrides && { overrides: shownOverrides(overrides, scrubber) }),
  };
}

/** What the plugin would be sent, masked; `null` when it can't be told. `interactive`: whether there is a terminal. */
export function shownInput(
  target: ExecTarget,
  environment: Environment,
  interactive: boolean,
  scrubber = planScrubber(target, environment),
): ExecInfo | null {
  const text = plannedExecInfo(target, environment, interactivity(target, { interactive }).told);
  return text === null ? null : shownExecInfo(text, scrubber);
}

function terminalFor({ exec, overrides }: ExecTarget): Plan['terminal'] {
  if (overrides?.interactive === false) return 'never';
  if (exec.interactiveMode === 'Always') return 'needed';
  return exec.interactiveMode === 'Never' && !overrides?.interactive ? 'never' : 'possible';
}

/** What a run is told differs from run to run; everything else that is overridden is what the user has to have seen. */
const told = new Set([
  'apiVersion',
  'interactive',
  'provideClusterInfo',
  'cluster',
  'kubernetesVersion',
  'execInfo',
]);

function approvalIdOf(
  { exec, kubeconfigPath, overrides = {} }: ExecTarget,
  path: string | null,
  files: readonly ProgramFile[],
  forced: boolean,
): string {
  const { command, args, env } = exec;
  const { env: ownEnv = {}, ...others } = overrides;
  const instead = sorted(others).filter(([name, value]) => !told.has(name) && value !== undefined);
  const variables = env.map(({ name, value }) => [name, value]);
  const parts = [kubeconfigPath, command, path, files, args, variables, instead, sorted(ownEnv), forced];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

function sorted(values: object): [name: string, value: unknown][] {
  return Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1));
}
