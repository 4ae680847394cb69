import { write, writeJson } from './output';
import { refusalText, textReport } from './report-text';
import type { RunArguments } from './run-arguments';
import { acceptance, isMet, tellExpectation } from './run-expectation';
import { junitOf } from './run-junit';
import { matrixJson, matrixText } from './run-matrix';
import { type AnyReport, type Outcome, wasTried } from './run-outcome';

/** Prints what came of it; returns the exit status. */
export function tellOutcomes(outcomes: readonly Outcome[], request: RunArguments): number {
  const { expected = acceptance, matrix, kubernetesVersion } = request;
  if (request.format === 'junit') write(junitOf({ outcomes, expected, kubernetesVersion }));
  else if (request.format === 'json') {
    writeJson(matrix ? matrixJson(matrix, outcomes, expected) : outcomes[0]?.report);
  } else write(matrix ? matrixText(outcomes, expected) : singleText(outcomes[0]?.report));
  if (request.expected) tellExpectation(request.expected, outcomes);
  if (wantsTerminal(outcomes, request)) {
    process.stderr.write('Add --interactive to give the plugin this terminal.\n');
  }
  return outcomes.every(({ report }) => isMet(expected, report)) ? 0 : 1;
}

function singleText(report: AnyReport | null | undefined): string {
  if (!report) return '';
  return wasTried(report) ? textReport(report) : refusalText(report);
}

function wantsTerminal(outcomes: readonly Outcome[], { interactive, expected }: RunArguments): boolean {
  if (interactive || expected || process.stdin.isTTY !== true) return false;
  return outcomes.some(
    ({ report, overrides }) => report?.reason === 'no-terminal' && overrides.interactive === undefined,
  );
}
