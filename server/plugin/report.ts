import type { Environment } from '../environment';
import type { ProcessReport, RunReport } from '../protocol';
import type { Attempt } from './attempt';
import { speaksTls } from './cluster-url';
import { credentialReport } from './credential-report';
import { shownExecInfo } from './exec-info-shown';
import { execArgs } from './exec-secrets';
import { placed } from './finding-places';
import { findingsOf } from './findings';
import { expiryOf } from './findings-expiry';
import type { Judgement } from './judge';
import { Places } from './origin';
import { shownOverrides } from './overrides';
import { reasons } from './reasons';
import type { Refusal } from './refusal';
import { type Scrubbers, scrubbersFor } from './scrubbers';
import { sourcesOf } from './sources';
import type { Status } from './status';
import { stderrReport } from './stderr-report';
import type { ExecTarget } from './target';

/** What crosses the wire: built of values that hold no secret. */
export function reportOf(
  target: ExecTarget,
  environment: Environment,
  attempt: Attempt,
  judgement: Judgement,
  startedAt: number,
  now: number,
): RunReport {
  const refusal = attempt.refusal ?? judgement.refusal;
  const scrub = scrubbersFor(target, environment, attempt.outcome, judgement);
  const file = (text: string) => scrub.file.known(text);
  const places = new Places((path) => file(path) === path);
  const execInfo = attempt.execInfo === null ? null : shownExecInfo(attempt.execInfo, scrub.input);
  const sources = execInfo ? sourcesOf(target, execInfo, places) : undefined;
  return {
    verdict: refusal ? 'rejected' : 'accepted',
    reason: refusal?.reason ?? null,
    summary: refusal ? rejection(refusal) : acceptance(target, judgement.status, now),
    kubectl: kubectlText(attempt, judgement, scrub),
    user: file(target.user),
    context: target.context === null ? null : file(target.context),
    cluster: target.cluster === null ? null : file(target.cluster),
    kubeconfig: file(target.kubeconfigPath),
    execInfo,
    ...(sources && { execInfoSources: sources }),
    process: processReport(target, attempt, scrub),
    credential: judgement.status && credentialReport(judgement.status, scrub.output, now),
    ...stderrReport(attempt.outcome?.stderr ?? '', scrub.output),
    findings: placed(findingsOf(target, attempt, judgement, refusal, now), target.origin, places),
    startedAt: new Date(startedAt).toISOString(),
    ...(target.overrides && { overrides: shownOverrides(target.overrides, scrub.file) }),
    ...(attempt.terminal && { terminal: true }),
  };
}

function rejection({ reason, kubectl, detail }: Refusal): string {
  const why = reasons[reason].why.replace('%', () => detail);
  // Such as a time limit, which kubectl does not have.
  return kubectl === null ? `There is no verdict: ${why}.` : `kubectl would reject it: ${why}.`;
}

function acceptance(target: ExecTarget, status: Status | null, now: number): string {
  if (!speaksTls(target.clusterInfo?.server ?? '')) {
    return 'kubectl would accept this credential, but it never runs the plugin for this server.';
  }
  const expiry = status && expiryOf(status);
  if (expiry !== null && expiry <= now)
    return 'kubectl would accept this credential, although it has expired.';
  return 'kubectl would accept this credential.';
}

/** Messages about the process quote the kubeconfig; those about stdout may quote the plugin. */
function kubectlText({ refusal }: Attempt, judgement: Judgement, scrub: Scrubbers): string | null {
  if (refusal) return refusal.kubectl && scrub.file.known(refusal.kubectl);
  const message = judgement.refusal?.kubectl;
  if (!message) return null;
  // What it quotes has been looked at already, so it can be shown where nothing else can.
  return (scrub.output.masksAll ? scrub.file : scrub.output).known(message);
}

function processReport(
  target: ExecTarget,
  { resolved, outcome, phases }: Attempt,
  scrub: Scrubbers,
): ProcessReport {
  return {
    command: scrub.file.known(target.exec.command),
    resolvedPath: resolved.path === null ? null : scrub.file.known(resolved.path),
    args: execArgs(target.exec).map(({ shown }) => scrub.input.known(shown)),
    envNames: target.exec.env.map(({ name }) => scrub.input.known(name)),
    exitCode: outcome?.exitCode ?? null,
    signal: outcome?.signal ?? null,
    timedOut: outcome?.stopped === 'timed-out',
    cancelled: outcome?.stopped === 'cancelled',
    durationMs: outcome?.durationMs ?? 0,
    phases: phases.report,
    stdoutBytes: outcome?.stdoutBytes ?? 0,
  };
}
