import { textOf } from '../describe-text';
import { reasonText } from './report-text';
import { type Expectation, isMet, verdictWords } from './run-expectation';
import type { AnyReport, Outcome } from './run-outcome';
import type { Axis } from './run-overrides';

/** A row for each run, then why those were not as expected that were not. */
export function matrixText(outcomes: readonly Outcome[], expected: Expectation): string {
  const rows = [
    ['combination', 'verdict', 'reason', 'duration'],
    ...outcomes.map(({ name, report }) => [name, ...cellsOf(report)]),
  ];
  const met = outcomes.filter(({ report }) => isMet(expected, report)).length;
  return textOf([
    table(rows),
    ...unexpected(outcomes, expected),
    [`${met} of ${outcomes.length} as expected: ${verdictWords(expected)}.`],
  ]);
}

function cellsOf(report: AnyReport | null): string[] {
  if (!report) return ['not run', '', ''];
  const { verdict, reason, process: ran } = report;
  return [verdict ?? '', reason ?? '', `${Math.round(ran.durationMs ?? 0)} ms`];
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** Runs that failed in the same way are told of together. */
function unexpected(outcomes: readonly Outcome[], expected: Expectation): string[][] {
  const groups = new Map<string, { names: string[]; lines: string[] }>();
  for (const { name, report } of outcomes) {
    if (!report || isMet(expected, report)) continue;
    const lines = reasonText(report);
    const key = lines.join('\n');
    const group = groups.get(key) ?? { names: [], lines };
    group.names.push(name);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ names, lines }) => [...names.map((name) => `${name}:`), ...lines]);
}

/** The JSON of a matrix. */
export function matrixJson(matrix: readonly Axis[], outcomes: readonly Outcome[], expected: Expectation) {
  const runs = outcomes.map((outcome) => ({ ...outcome, asExpected: isMet(expected, outcome.report) }));
  return { matrix, expected, asExpected: runs.every(({ asExpected }) => asExpected), runs };
}
