import { describeReport, outcomeOf as reportOutcome } from '../../../server/describe-report';
import { descriptionLog } from '../../../server/describe-text';
import type { RunReport, RunTarget } from '../../../server/protocol';
import { withoutLinks } from '../../../server/without-links';
import type { Run } from '../history';
import { plainLabel } from '../plain-label';
import type { RefusedPlan, RunResult } from '../run-service';

/** What the Testing view shows of a wish to run a plugin. */
export interface TestOutcome {
  readonly state: 'passed' | 'failed' | 'errored' | 'skipped';
  /** What stands at the line, or in the output if it was skipped. */
  readonly message: string | null;
  /** Of a plugin that ran. */
  readonly durationMs?: number;
  /** The report in words, without secrets. */
  readonly output?: string;
}

/** What stands beside a file's name in the tree, which is narrow: its tests go on from there. */
export const fileDescription = 'kubectl could log in';

export function testLabel({ user, context }: Pick<RunTarget, 'user' | 'context'>): string {
  const name = user === '' ? '(no name)' : plainLabel(user);
  return context === null ? `as ${name}` : `as ${name} to ${plainLabel(context)}`;
}

export function testOutcome(result: RunResult): TestOutcome {
  switch (result.kind) {
    case 'ran':
      return outcomeOf(result.run.report);
    case 'refused':
      return refusal(result.plan);
    case 'declined':
      return { state: 'skipped', message: 'The plugin was not approved, so it was not run.' };
    case 'unasked':
      return {
        state: 'skipped',
        message: 'The plugin is not approved, or needs a terminal. Run this test by itself to be asked.',
      };
  }
}

/** Of a run that was asked for elsewhere. There the user can have run what kubectl refuses. */
export function outsideOutcome(run: Run): TestOutcome {
  const outcome = testOutcome({ kind: 'ran', run });
  const refused = run.report.findings.filter(({ severity }) => severity === 'error');
  if (outcome.state !== 'passed' || refused.length === 0) return outcome;
  const message = withoutLinks(refused.map(({ message }) => message).join('\n'));
  return { ...outcome, state: 'failed', message };
}

export function failedToRun(error: unknown): TestOutcome {
  const message = error instanceof Error ? error.message : String(error);
  return { state: 'errored', message: withoutLinks(message) };
}

function outcomeOf(report: RunReport): TestOutcome {
  const { verdict, process: ran } = report;
  const shared = { durationMs: ran.durationMs, output: descriptionLog(describeReport(report)) };
  if (ran.cancelled) return { ...shared, state: 'skipped', message: 'The run was cancelled.' };
  if (verdict === 'accepted') return { ...shared, state: 'passed', message: null };
  // Of what can't be judged here it is not known that kubectl would reject it.
  const state = reportOutcome(report) === 'unjudged' ? 'errored' : 'failed';
  return { ...shared, state, message: rejection(report) };
}

/** The first line stands beside the block. */
function rejection({ summary, kubectl, findings, reason }: RunReport): string {
  const others = findings.filter(({ code, severity }) => severity !== 'hint' && code !== reason);
  const general = findings.filter(({ code }) => code === reason);
  const help = [...others, ...general].map(({ message }) => message);
  return withoutLinks([summary, ...says(kubectl), ...help].join('\n'));
}

/** What kubectl refuses is no failure of ours. */
function refusal({ message, kubectl }: RefusedPlan): TestOutcome {
  const text = withoutLinks([message, ...says(kubectl)].join('\n'));
  return { state: kubectl === null ? 'errored' : 'failed', message: text };
}

function says(kubectl: string | null): string[] {
  return kubectl === null ? [] : [`kubectl: ${kubectl.trimEnd()}`];
}
