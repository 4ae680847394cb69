import type { Difference } from '../../../server/compare-reports';
import { escapeMarkdown } from '../result-markdown';
import type { Side } from './side';

/** Two runs, and what they have in common and what not. */
export interface Comparison {
  readonly before: Side;
  readonly after: Side;
  readonly differences: readonly Difference[];
}

/** What there is to see, in one sentence. */
export function headlineOf({ before, after, differences }: Comparison): string {
  const verdicts =
    before.verdict === after.verdict
      ? `Both ${before.verdict.toLowerCase()}`
      : `${before.verdict} before, ${after.verdict.toLowerCase()} after`;
  const count = differences.filter(({ kind }) => kind === 'differs').length;
  const what =
    count === 0
      ? 'nothing differs but what is another in each run'
      : `${count} ${count === 1 ? 'thing differs' : 'things differ'}`;
  return `${verdicts}: ${what}`;
}

/** What differs, for an issue tracker. */
export function comparisonMarkdown(comparison: Comparison): string {
  const { before, after, differences } = comparison;
  const head = [before, after].map(({ name, place, at }) => escapeMarkdown(`${name}, ${place}, ${at}`));
  const rows = differences
    .filter(({ kind }) => kind !== 'equal')
    .map(({ section, label, before, after }) => {
      const cells = [`${section}: ${label}`, before ?? 'none', after ?? 'none'];
      return `| ${cells.map(escapeMarkdown).join(' | ')} |`;
    });
  return [
    `# ${headlineOf(comparison)}`,
    '',
    `| | ${head.join(' | ')} |`,
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
