export interface Row {
  readonly subject: string;
  readonly what: string;
  readonly unit: 'ms' | 'KiB' | 'MiB';
  readonly median: number;
  readonly fastest: number;
  readonly slowest: number;
  /** 95 of 100 take no longer. */
  readonly p95: number;
  readonly runs: number;
  /** How many times as much another one needs, in the same run. */
  readonly ratio?: number;
  /** More than this is a failure. */
  readonly budget?: number;
}

/** What one file of this folder measures, given the bundles' folder. */
export type Measure = (bundles: string) => Promise<Row[]>;

type Summary = Pick<Row, 'median' | 'fastest' | 'slowest' | 'p95' | 'runs'>;

/** Runs something so many times, after some runs that don't count. */
export async function repeat(runs: number, once: () => Promise<number>, warmUp = 1): Promise<Summary> {
  return summary(await repeated(runs, once, warmUp));
}

/** What came of each of them. */
export async function repeated<T>(runs: number, once: () => Promise<T>, warmUp = 1): Promise<T[]> {
  for (let run = 0; run < warmUp; run++) await once();
  const results: T[] = [];
  for (let run = 0; run < runs; run++) results.push(await once());
  return results;
}

export function summary(times: readonly number[]): Summary {
  const sorted = times.toSorted((a, b) => a - b);
  const runs = sorted.length;
  const at = (index: number) => sorted[index] ?? Number.NaN;
  const middle = (runs - 1) / 2;
  return {
    median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    fastest: at(0),
    slowest: at(runs - 1),
    p95: at(Math.ceil(runs * 0.95) - 1),
    runs,
  };
}

export const overBudget = ({ median, budget }: Row) => budget !== undefined && median > budget;

export function table(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.subject,
    row.what,
    `${row.median.toFixed(row.median < 100 ? 1 : 0)} ${row.unit}`,
    row.runs > 1 ? row.p95.toFixed(1) : '',
    row.runs > 1 ? `${row.fastest.toFixed(1)} to ${row.slowest.toFixed(1)}` : '',
    row.ratio === undefined ? '' : `${row.ratio.toFixed(1)} times`,
    row.budget === undefined ? '' : `${overBudget(row) ? 'OVER ' : ''}${row.budget} ${row.unit}`,
  ]);
  const all = [['subject', 'measured', 'median', 'p95', 'range', 'the other one', 'budget'], ...cells];
  const widths = [0, 1, 2, 3, 4, 5, 6].map((column) =>
    Math.max(...all.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |\n`;
  const rule = line(widths.map((width) => '-'.repeat(width)));
  return [line(all[0] ?? []), rule, ...cells.map(line)].join('');
}
