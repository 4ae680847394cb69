import { overrideWords } from '../describe-report';
import { shownOverrides } from '../plugin';
import type { RunOverrides, RunReport } from '../protocol';
import type { RefusalReport } from './refusal-report';

export type AnyReport = RunReport | RefusalReport;

/** One run of a matrix, or the only one. */
export interface Outcome {
  readonly name: string;
  /** As a report shows them. */
  readonly overrides: RunOverrides;
  /** `null`: it was not run, as an earlier one was cancelled. */
  readonly report: AnyReport | null;
}

/** What came of a run that had `overrides`. */
export function outcomeOf(overrides: RunOverrides, report: AnyReport | null): Outcome {
  const shown = report?.overrides ?? shownOverrides(overrides);
  return { name: nameOf(shown), overrides: shown, report };
}

/** What a run is called by what is simulated in it. */
function nameOf(overrides: RunOverrides): string {
  return overrideWords(overrides).join(', ') || 'as configured';
}

/** Whether kubectl would have come to run the plugin. */
export function wasTried(report: AnyReport): report is RunReport {
  return report.process.command !== null;
}
