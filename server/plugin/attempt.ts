import { isStartable } from '../command/executable-format';
import type { ResolvedCommand } from '../command/resolve';
import type { Environment } from '../environment';
import { goWords } from './errno';
import { sentExecInfo } from './exec-info';
import { notFoundHelp } from './install-hint';
import { interactivity } from './overrides';
import { Phases } from './phases';
import { type Reason, Refusal, refuse } from './refusal';
import { signInWatch } from './sign-in-watch';
import { type Launch, launch, type Outcome } from './spawn';
import { type ExecTarget, type RunOptions, resolveTarget } from './target';
import { pluginVariables } from './variables';

/** How far a run has come. */
export interface Attempt {
  readonly resolved: ResolvedCommand;
  readonly execInfo: string | null;
  readonly outcome: Outcome | null;
  /** Why there is no stdout to judge. */
  readonly refusal: Refusal | null;
  readonly phases: Phases;
  /** Standard error went to the user's terminal. */
  readonly terminal?: boolean;
}

/** Runs the plugin the way client-go does, with its checks in its order. */
export async function attempt(
  target: ExecTarget,
  environment: Environment,
  options: RunOptions,
): Promise<Attempt> {
  const { exec } = target;
  const phases = new Phases();
  const resolved = resolveTarget(target, environment);
  const { told, given } = interactivity(target, options);
  const execInfo = sentExecInfo(target, environment, told);
  if (execInfo instanceof Refusal) {
    return { resolved, execInfo: null, outcome: null, refusal: execInfo, phases };
  }
  const variables = pluginVariables(target, environment, execInfo);
  const refusal = startRefusal(target, environment, told, resolved, variables);
  if (refusal || !variables || resolved.path === null) {
    return { resolved, execInfo, outcome: null, refusal, phases };
  }
  phases.reach('resolvedMs');
  const { path, command: name } = resolved;
  const terminal = given && options.stderrIsTerminal === true;
  const launching: Launch = {
    path,
    name,
    args: exec.args,
    variables,
    cwd: environment.cwd,
    interactive: given,
    ownStderr: terminal,
    listener: options.onSignIn && signInWatch(target, environment, options.onSignIn),
  };
  const outcome = await launch(launching, options, phases);
  return {
    resolved,
    execInfo,
    outcome,
    refusal: outcomeRefusal(outcome, resolved, options),
    phases,
    terminal,
  };
}

/** `variables`: `undefined` when they can't be given to a process. */
function startRefusal(
  { exec, overrides }: ExecTarget,
  environment: Environment,
  interactive: boolean,
  { command, path }: ResolvedCommand,
  variables: object | undefined,
): Refusal | null {
  if (exec.interactiveMode === 'Always' && !interactive) {
    const message = 'exec plugin cannot support interactive mode: standard input is not a terminal';
    return refuse('no-terminal', message);
  }
  if (path === null) {
    return refuse('not-found', `exec: executable ${command} not found${notFoundHelp(exec.installHint)}`);
  }
  if (!variables) return refuse('cannot-start', 'exec: exec: environment variable contains NUL', 'nul');
  if ([path, ...exec.args].some((text) => text.includes('\0'))) {
    return refuse('cannot-start', `exec: fork/exec ${path}: invalid argument`, 'nul');
  }
  if (overrides?.cwd !== undefined && !environment.files.stat(overrides.cwd)) {
    return refuse('cannot-start', `exec: chdir ${overrides.cwd}: no such file or directory`, 'chdir');
  }
  if (isStartable(path, environment)) return null;
  return refuse('not-executable', `exec: fork/exec ${path}: exec format error`, 'format');
}

const startReasons: Readonly<Record<string, Reason>> = {
  ENOENT: 'not-found',
  ENOTDIR: 'not-found',
  EACCES: 'not-executable',
  ENOEXEC: 'not-executable',
};

function outcomeRefusal(
  { error, stopped, exitCode, signal }: Outcome,
  { command, path }: ResolvedCommand,
  options: RunOptions,
): Refusal | null {
  if (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    return refuse(startReasons[code] ?? 'cannot-start', `exec: fork/exec ${path}: ${goWords(error)}`, code);
  }
  if (stopped === 'timed-out') return new Refusal(stopped, null, `${options.timeoutMs / 1000} s`);
  if (stopped === 'output-too-large') return new Refusal(stopped, null, `${options.maxOutputBytes} bytes`);
  if (stopped) return new Refusal(stopped, null);
  if (signal)
    return refuse('killed-by-signal', `exec: executable ${command} failed with exit code -1`, signal);
  if (exitCode === 0) return null;
  return refuse(
    'exit-status',
    `exec: executable ${command} failed with exit code ${exitCode}`,
    `${exitCode}`,
  );
}
