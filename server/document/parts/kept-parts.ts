import type { Text } from '../text';
import type { Part } from './cut';
import type { Common } from './difference';
import type { ParsedPart } from './parse-part';

/** How many parts at both ends have changed neither themselves nor in their list. */
export interface KeptParts {
  readonly first: number;
  readonly last: number;
}

export function keptOf(
  parts: readonly Part[],
  text: Text,
  before: { readonly text: Text; readonly parts: readonly Part[] },
  { start, end }: Common,
): KeptParts {
  const old = before.parts;
  const by = text.length - before.text.length;
  const most = Math.min(parts.length, old.length);
  let first = 0;
  while (first < most && isSame(old[first], parts[first], 0) && (parts[first]?.end ?? 0) <= start) first++;
  const behind = text.length - end;
  let last = 0;
  for (; last < most - first; last++) {
    const part = parts[parts.length - 1 - last];
    if (!part || part.start < behind || !isSame(old[old.length - 1 - last], part, by)) break;
  }
  return { first, last };
}

/** `by`: how much further behind a part is now. */
function isSame(old: Part | undefined, part: Part | undefined, by: number): boolean {
  if (!old || !part) return false;
  return (
    old.start + by === part.start &&
    old.end + by === part.end &&
    old.kind === part.kind &&
    old.column === part.column &&
    old.followed === part.followed
  );
}

/** What belongs to the parts, one by one: that of those which are kept, around that of the others. */
export function spliced<T>(
  old: readonly T[],
  { first, last }: KeptParts,
  changed: readonly T[],
  shift?: (each: T) => T,
): T[] {
  const behind = old.slice(old.length - last);
  return old.slice(0, first).concat(changed, shift ? behind.map(shift) : behind);
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
