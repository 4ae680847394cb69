import { existsSync, readFileSync } from 'node:fs';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const nothing: Counts = { passed: 0, failed: 0, skipped: 0 };
export const onePassed: Counts = { ...nothing, passed: 1 };
export const oneFailed: Counts = { ...nothing, failed: 1 };

export function sum(all: readonly Counts[]): Counts {
  return all.reduce(
    (total, { passed, failed, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
    }),
    nothing,
  );
}

/** What a test process has written and how it ended, as one: a process that died is a failure too. */
export function readCounts(file: string, exitCode: number): Counts {
  const counts = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Counts) : nothing;
  return exitCode !== 0 && counts.failed === 0 ? sum([counts, oneFailed]) : counts;
}
