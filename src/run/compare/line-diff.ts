import { diffArrays } from 'diff';

export interface Line {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** More than so many changes are no help to anybody, and take long to find. */
const mostChanges = 2000;

/** What has become of the lines of a text. */
export function lineDiff(before: string, after: string): Line[] {
  const [first, second] = [before.split('\n'), after.split('\n')];
  const parts = diffArrays(first, second, { maxEditLength: mostChanges });
  if (!parts) return [...linesOf('removed', first), ...linesOf('added', second)];
  return parts.flatMap(({ added, removed, value }) =>
    linesOf(added ? 'added' : removed ? 'removed' : 'same', value),
  );
}

function linesOf(kind: Line['kind'], texts: readonly string[]): Line[] {
  return texts.map((text) => ({ kind, text }));
}
