import { createHash } from 'node:crypto';
import { refusedCodes } from './context-refusal';
import { isSimulated } from './describe/simulated';
import { outcomeOf } from './describe-report';
import { goJson } from './document/go-json';
import type { ClusterEntry, Kubeconfig, UserEntry } from './document/kubeconfig';
import type { ExecTarget } from './plugin';
import type { LastRun, RunReport } from './protocol';

/** A run that is over. Made of the report alone, so it holds no secret. */
export interface KeptRun {
  readonly user: string;
  readonly context: string | null;
  /** What was run: the same as long as the exec block, and the cluster if the plugin is told of it, are. */
  readonly block: string;
  readonly last: LastRun;
  readonly report: RunReport;
}

/** `undefined`: it says nothing of the exec block, as it was cancelled or told something else. `now`: in milliseconds. */
export function keptRun(target: ExecTarget, report: RunReport, now: number): KeptRun | undefined {
  const { origin, kubernetesVersion, context } = target;
  if (!origin || report.process.cancelled || isSimulated(report)) return undefined;
  const block = blockOf(
    origin.user.entry as UserEntry,
    origin.cluster?.entry as ClusterEntry,
    kubernetesVersion,
  );
  return { user: target.user, context, block, last: lastRunOf(report, now), report };
}

function lastRunOf(report: RunReport, now: number): LastRun {
  const left = report.credential?.expiresInMs ?? null;
  return {
    verdict: outcomeOf(report),
    why: whyOf(report),
    summary: report.summary,
    endedAt: new Date(now).toISOString(),
    expiresAt: left === null ? null : timeAt(now + left),
  };
}

/** Go's years have five digits where a plugin wants them to. */
function timeAt(ms: number): string | null {
  const time = new Date(ms);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}

/** Where the words of the code are not clear enough. */
const words: Readonly<Record<string, string>> = {
  'api-version-mismatch': 'another API version',
  'bad-stdout-syntax': 'stdout is neither JSON nor YAML',
  'ca-unreadable': 'the CA file cannot be read',
  'cannot-start': 'it cannot be started',
  'half-key-pair': 'half of the key pair is missing',
  'not-judged': 'stdout is too much for it',
  'stdout-empty': 'stdout is empty',
  'unknown-kind': 'stdout is no ExecCredential',
  'wrong-type': 'a field has the wrong type',
};

function whyOf({ reason, findings, process: ran }: RunReport): string | null {
  const codes: readonly string[] = Object.values(refusedCodes);
  if (reason === null) {
    return findings.some(({ code }) => codes.includes(code)) ? 'kubectl refuses the context' : null;
  }
  if (reason === 'exit-status') return `exit status ${ran.exitCode}`;
  if (reason === 'killed-by-signal') return `ended by ${ran.signal}`;
  return words[reason] ?? reason.replaceAll('-', ' ');
}

/** Whether a user is still what was run, for a context that is still there. */
export function isStill(
  run: KeptRun,
  user: UserEntry,
  document: Kubeconfig,
  kubernetesVersion?: string,
): boolean {
  const context = run.context === null ? undefined : document.context(run.context);
  if (run.context !== null && !context) return false;
  return run.block === blockOf(user, context && document.clusterOf(context), kubernetesVersion);
}

/** Does not hold what it is made of. */
function blockOf(user: UserEntry, cluster: ClusterEntry | undefined, kubernetesVersion?: string): string {
  const exec = user.at('user', 'exec');
  const told = isToldOfCluster(user) ? cluster?.at('cluster') : undefined;
  const parts = [exec ? goJson(exec) : '', told ? goJson(told) : '', kubernetesVersion ?? ''];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

export function isToldOfCluster(user: UserEntry): boolean {
  return user.decoded.value?.user?.exec?.provideClusterInfo === true;
}
