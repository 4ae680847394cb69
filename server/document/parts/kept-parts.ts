import type { Cut, NewCut } from './cut';
import type { ParsedPart } from './parse-part';

/** How many parts at both ends have changed neither themselves nor in their list. */
export interface KeptParts {
  readonly first: number;
  readonly last: number;
}

/** What is handed over as arguments; the engine takes no more than some ten thousand. */
const mostArguments = 1000;

/** What belongs to the parts, one by one: that of those which are kept, around that of the others. */
export function spliced<T>(old: readonly T[], { first, last }: KeptParts, changed: readonly T[]): T[] {
  const count = old.length - last - first;
  if (changed.length <= mostArguments) return old.toSpliced(first, count, ...changed);
  return old.slice(0, first).concat(changed, old.slice(old.length - last));
}

/** Where the parts of a text begin. `by`: how much further behind the last ones are now. */
export function startsOf(old: Cut, { kept, changed }: NewCut, by: number): number[] {
  const { first, last } = kept;
  const above = first - 1;
  let start = above < 0 ? 0 : (old.starts[above] ?? 0) + (old.parts[above]?.length ?? 0);
  const own = changed.map(({ length }) => {
    start += length;
    return start - length;
  });
  const starts = spliced(old.starts, kept, own);
  if (by !== 0)
    for (let at = starts.length - last; at < starts.length; at++) starts[at] = (starts[at] ?? 0) + by;
  return starts;
}

/** The indices of the parts that something is true of. `old`, `count`: as it was, and of how many parts. */
export function indices(
  old: readonly number[],
  count: number,
  { first, last }: KeptParts,
  changed: readonly ParsedPart[],
  isTrue: (part: ParsedPart) => boolean,
): number[] {
  const by = first + changed.length + last - count;
  return [
    ...old.filter((at) => at < first),
    ...changed.flatMap((part, index) => (isTrue(part) ? [first + index] : [])),
    ...old.filter((at) => at >= count - last).map((at) => at + by),
  ];
}
