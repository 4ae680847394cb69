import { defaultTimeoutSeconds, longestTimeoutSeconds, terminalTimeoutSeconds } from '../limits';
import type { RunOverrides } from '../protocol';
import { formatOf, parse, releaseOf } from './arguments';
import { sourceProblem } from './configuration';
import { type Expectation, expectationOf } from './run-expectation';
import { type Axis, matrixOf, type OverrideFlags, overridesOf } from './run-overrides';

export interface RunArguments {
  readonly path: string | undefined;
  /** Several files, as in KUBECONFIG. */
  readonly list: string | undefined;
  readonly user: string | undefined;
  readonly context: string | undefined;
  readonly kubernetesVersion: string | undefined;
  readonly timeoutSeconds: number;
  readonly interactive: boolean;
  readonly yes: boolean;
  readonly force: boolean;
  readonly format: (typeof formats)[number];
  /** What the plugin has instead, in every run. */
  readonly overrides: RunOverrides;
  /** File with the ExecCredential that is sent instead; `-`: standard input. */
  readonly execInfo: string | undefined;
  /** Whether to say what would be sent, and to run nothing. */
  readonly printsExecInfo: boolean;
  /** File with what is judged in place of the plugin's output; `-`: standard input. */
  readonly answer: string | undefined;
  /** What is varied; `undefined`: there is a single run. */
  readonly matrix: readonly Axis[] | undefined;
  /** `undefined`: nothing was said, and acceptance is expected. */
  readonly expected: Expectation | undefined;
}

const formats = ['text', 'json', 'junit'] as const;

const options = {
  kubeconfig: { type: 'string' },
  user: { type: 'string' },
  context: { type: 'string' },
  'kubernetes-version': { type: 'string' },
  // As the setting is spelled.
  kubernetesVersion: { type: 'string' },
  timeout: { type: 'string' },
  format: { type: 'string' },
  interactive: { type: 'boolean' },
  yes: { type: 'boolean', short: 'y' },
  force: { type: 'boolean' },
  expect: { type: 'string' },
  matrix: { type: 'string' },
  'api-version': { type: 'string' },
  'spec-interactive': { type: 'string' },
  'cluster-info': { type: 'boolean' },
  'no-cluster-info': { type: 'boolean' },
  cluster: { type: 'string' },
  env: { type: 'string', multiple: true },
  'unset-env': { type: 'string', multiple: true },
  cwd: { type: 'string' },
  'exec-info': { type: 'string' },
  'print-exec-info': { type: 'boolean' },
  answer: { type: 'string' },
} as const;

/** What `run` is asked for; other words say what is wrong. */
export function runArguments(args: readonly string[]): RunArguments | string {
  const parsed = parse(args, options);
  if ('problem' in parsed) return parsed.problem;
  if (parsed.help) return 'help';
  const { values, positionals } = parsed;
  const format = formatOf(values.format, formats);
  if (typeof format !== 'string') return format.problem;
  const kubernetesVersion = releaseOf(values['kubernetes-version'] ?? values.kubernetesVersion);
  if (typeof kubernetesVersion === 'object') return kubernetesVersion.problem;
  const [path, another] = positionals;
  const list = values.kubeconfig;
  const problem = inputProblem(values) ?? sourceProblemOf(path, values);
  if (problem !== undefined) return problem;
  if (another !== undefined) return `one file at a time: "${another}" is one too many`;
  const usualSeconds = values.interactive ? terminalTimeoutSeconds : defaultTimeoutSeconds;
  const timeoutSeconds = Number(values.timeout ?? usualSeconds);
  if (!(timeoutSeconds > 0 && timeoutSeconds <= longestTimeoutSeconds)) {
    return `--timeout takes seconds, more than 0 and at most ${longestTimeoutSeconds}, not "${values.timeout}"`;
  }
  const simulation = simulationOf(values, kubernetesVersion);
  if (typeof simulation === 'string') return simulation;
  const { user, context, interactive = false, yes = false, force = false } = values;
  const selection = { path, list, user, context, kubernetesVersion, force };
  const { 'exec-info': execInfo, 'print-exec-info': printsExecInfo = false, answer } = values;
  const input = { execInfo, printsExecInfo, answer };
  return { ...selection, timeoutSeconds, interactive, yes, format, ...simulation, ...input };
}

type Values = Extract<ReturnType<typeof parse<typeof options>>, { readonly values: unknown }>['values'];

function sourceProblemOf(path: string | undefined, values: Values): string | undefined {
  const { kubeconfig: list, answer, 'exec-info': execInfo } = values;
  const once = [path, execInfo, answer].filter((each) => each === '-').length < 2;
  if (!once) return 'standard input can be read only once';
  // An answer can be judged for any exec block of a version.
  const isAlone = answer !== undefined && path === undefined && list === undefined;
  const name = isAlone ? (['user', 'context', 'cluster'] as const).find((each) => each in values) : undefined;
  if (name) return `name the kubeconfig in which to look for --${name}`;
  return isAlone ? undefined : sourceProblem({ path, list });
}

/** Flags that mean nothing where nothing is run. */
const onlyForRuns = [
  'interactive',
  'matrix',
  'spec-interactive',
  'cluster-info',
  'no-cluster-info',
  'env',
  'unset-env',
  'cwd',
  'exec-info',
  'print-exec-info',
] as const;

function inputProblem(values: Values): string | undefined {
  const useless = values.answer === undefined ? undefined : onlyForRuns.find((flag) => flag in values);
  if (useless) return `--answer runs nothing, so there is no use for --${useless}`;
  const both = values['print-exec-info'] && values.matrix !== undefined;
  return both ? 'use --print-exec-info or --matrix, not both' : undefined;
}

/** What is simulated, and what is expected of it; words on what is wrong. */
function simulationOf(
  flags: OverrideFlags & { readonly matrix?: string; readonly expect?: string },
  kubernetesVersion: string | undefined,
): Pick<RunArguments, 'overrides' | 'matrix' | 'expected'> | string {
  const overrides = overridesOf(flags, kubernetesVersion);
  if (typeof overrides === 'string') return overrides;
  const matrix = flags.matrix === undefined ? undefined : matrixOf(flags.matrix);
  if (typeof matrix === 'string') return matrix;
  const expected = flags.expect === undefined ? undefined : expectationOf(flags.expect);
  if (typeof expected === 'string') return expected;
  return { overrides, matrix, expected };
}
