import type { Configuration } from './document/merged';
import type { Environment } from './environment';
import { type OpenCredential, placedInCredential } from './judged-places';
import { anyTarget, type ExecTarget, judgeDocument } from './plugin';
import type { RunReport } from './protocol';
import { choose, type Selection, withFindings } from './run';

/** A text that may be a plugin's answer. */
export interface Answer {
  readonly text: string | Uint8Array;
  /** As it is shown. */
  readonly name: string;
  /** Where it is open: what is found in it gets its place there. */
  readonly open?: OpenCredential;
}

/** Judges an answer for the exec block of a user. Words say why there is none. */
export function judgeFor(
  answer: Answer,
  configuration: Configuration,
  selection: Selection,
  environment: Environment,
): RunReport | string {
  // Also where kubectl refuses the context: that is among the findings then.
  const choice = choose(configuration, { ...selection, force: true, judgesOnly: true }, environment);
  if (choice.kind === 'refused') return choice.message;
  return withFindings(choice, judged(answer, choice.target, environment));
}

/** Judges an answer for any exec block of a version. */
export function judgeForVersion(
  answer: Answer,
  apiVersion: string,
  kubernetesVersion: string | undefined,
  environment: Environment,
): RunReport {
  const target = anyTarget(apiVersion, kubernetesVersion);
  const report = judged(answer, target, environment);
  // There is no exec block to change.
  return { ...report, findings: report.findings.map(({ fix: _, ...finding }) => finding) };
}

function judged({ text, name, open }: Answer, target: ExecTarget, environment: Environment): RunReport {
  const report = judgeDocument(text, name, target, environment);
  return open ? { ...report, findings: placedInCredential(report.findings, open) } : report;
}
