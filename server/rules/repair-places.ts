import type { Edit } from '../edits/edit';

/** The edits of a file, round by round; those of a round count from the text before it. */
export type History = readonly (readonly Edit[])[];

/** Where a place in a text was before all rounds. */
export function originalOffset(offset: number, history: History): number {
  return history.reduceRight(
    (at, edits) =>
      offsetBefore(
        at,
        edits.toSorted((a, b) => a.start - b.start),
      ),
    offset,
  );
}

function offsetBefore(after: number, edits: readonly Edit[]): number {
  let shift = 0;
  for (const { start, end, newText } of edits) {
    const from = start + shift;
    if (after < from) break;
    if (after < from + newText.length) return start;
    shift += newText.length - (end - start);
  }
  return after - shift;
}
