import type { Configuration } from './document/merged';
import type { Environment } from './environment';
import { anyTarget, judgeDocument } from './plugin';
import type { RunReport } from './protocol';
import { choose, type Selection, withFindings } from './run';

/** A text that may be a plugin's answer. */
export interface Answer {
  readonly text: string | Uint8Array;
  /** As it is shown. */
  readonly name: string;
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
  return withFindings(choice, judgeDocument(answer.text, answer.name, choice.target, environment));
}

/** Judges an answer for any exec block of a version. */
export function judgeForVersion(
  answer: Answer,
  apiVersion: string,
  kubernetesVersion: string | undefined,
  environment: Environment,
): RunReport {
  const target = anyTarget(apiVersion, kubernetesVersion);
  const report = judgeDocument(answer.text, answer.name, target, environment);
  // There is no exec block to change.
  return { ...report, findings: report.findings.map(({ fix: _, ...finding }) => finding) };
}
