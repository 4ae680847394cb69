import { refusedCodes } from '../context-refusal';
import { noPhases } from '../plugin';
import type { RunReport } from '../protocol';
import type { Choice } from '../run';

type Nullable<T> = { readonly [Key in keyof T]: T[Key] | null };

/** The fields of every report, with `null` for what only a run could tell. */
export type RefusalReport = Nullable<Omit<RunReport, 'process'>> & {
  readonly process: Nullable<RunReport['process']>;
};

const notRun: RefusalReport['process'] = {
  command: null,
  resolvedPath: null,
  args: [],
  envNames: [],
  exitCode: null,
  signal: null,
  timedOut: false,
  cancelled: false,
  durationMs: 0,
  phases: noPhases,
  stdoutBytes: 0,
};

/** For a file that kubectl refuses before it runs the plugin. `kubeconfig` is its absolute path. */
export function refusalReport(
  choice: Extract<Choice, { kind: 'refused' }>,
  kubeconfig: string,
  now: Date,
): RefusalReport {
  return {
    verdict: 'rejected',
    reason: choice.cause === 'selection' ? null : refusedCodes[choice.cause],
    summary: choice.message,
    kubectl: choice.kubectl,
    user: choice.user ?? null,
    context: choice.context ?? null,
    cluster: null,
    kubeconfig,
    execInfo: null,
    execInfoSources: null,
    process: notRun,
    credential: null,
    stderr: '',
    stderrStyles: [],
    findings: [],
    startedAt: now.toISOString(),
  };
}
