import type { Run } from './history';

/** The first to start comes first: lists show when a run began, and the history has them in the order of their ends. */
export function byStart<T extends Pick<Run, 'id' | 'report'>>(runs: readonly T[]): T[] {
  const startOf = ({ report }: T) => Date.parse(report.startedAt);
  return runs.toSorted((a, b) => startOf(a) - startOf(b) || a.id - b.id);
}
