import { overrideWords } from '../describe-report';
import type { RunOverrides, RunReport } from '../protocol';
import type { RefusalReport } from './refusal-report';

export type AnyReport = RunReport | RefusalReport;

/** One run of a matrix, or the only one. */
export interface Outcome {
  readonly name: string;
  readonly overrides: RunOverrides;
  /** `null`: it was not run, as an earlier one was cancelled. */
  readonly report: AnyReport | null;
}

/** What a run is called by what is simulated in it. */
export function nameOf(overrides: RunOverrides): string {
  return overrideWords(overrides).join(', ') || 'as configured';
}

/** Whether kubectl would have come to run the plugin. */
export function wasTried(report: AnyReport): report is RunReport {
  return report.process.command !== null;
}
