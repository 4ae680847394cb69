/** A change of a text. Absolute offsets in UTF-16 code units, end exclusive. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** The text with all edits made; they may come in any order, but must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, newText } of inOrder(edits)) {
    result += text.slice(at, start) + newText;
    at = end;
  }
  return result + text.slice(at);
}

/** Whether two lists of edits change the same place, so that only one of them can be made. */
export function overlap(some: readonly Edit[], others: readonly Edit[]): boolean {
  return some.some((a) =>
    others.some((b) => (a.start === b.start && a.end === b.end) || (a.start < b.end && b.start < a.end)),
  );
}

/** Whether edits leave each other alone, so that they can be made at once. */
export function areApart(edits: readonly Edit[]): boolean {
  const sorted = inOrder(edits);
  return sorted.every(({ start }, index) => index === 0 || start >= (sorted[index - 1]?.end ?? 0));
}

/** By place; insertions at one place stay in the order in which they were given. */
function inOrder(edits: readonly Edit[]): readonly Edit[] {
  return edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
}
