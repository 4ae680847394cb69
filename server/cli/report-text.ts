import { describeReport } from '../describe-report';
import { descriptionText, indented, textOf } from '../describe-text';
import type { RunReport } from '../protocol';
import type { RefusalReport } from './refusal-report';
import type { AnyReport } from './run-outcome';

/** The report of `run` for a person. */
export function textReport(report: RunReport): string {
  return descriptionText(describeReport(report));
}

/** For a file that kubectl refuses before it runs the plugin. */
export function refusalText({ summary, kubectl }: RefusalReport): string {
  return textOf([[summary ?? '', ...indented(kubectl)]]);
}

/** Why a run ended as it did, without what only this one has, such as its duration. */
export function reasonText({ summary, kubectl, findings, stderr }: AnyReport): string[] {
  const said = (findings ?? []).map(({ severity, message }) => `  ${severity}: ${message}`);
  const written = stderr ? ['  Standard error:', ...indented(stderr).map((line) => `  ${line}`)] : [];
  return [`  ${summary ?? ''}`, ...indented(kubectl).map((line) => `  ${line}`), ...said, ...written];
}
