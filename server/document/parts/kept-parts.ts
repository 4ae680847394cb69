import type { Text } from '../text';
import type { Cut, Part } from './cut';
import type { Common } from './difference';
import type { ParsedPart } from './parse-part';

/** How many parts at both ends have changed neither themselves nor in their list. */
export interface KeptParts {
  readonly first: number;
  readonly last: number;
}

export function keptOf(
  { parts, starts }: Cut,
  text: Text,
  before: Pick<Cut, 'parts'>,
  { start, end }: Common,
): KeptParts {
  const old = before.parts;
  const most = Math.min(parts.length, old.length);
  const endOf = (index: number) => (starts[index] ?? 0) + (parts[index]?.length ?? 0);
  let first = 0;
  while (first < most && isSame(old[first], parts[first]) && endOf(first) <= start) first++;
  const behind = text.length - end;
  let last = 0;
  for (; last < most - first; last++) {
    const index = parts.length - 1 - last;
    if ((starts[index] ?? 0) < behind || !isSame(old[old.length - 1 - last], parts[index])) break;
  }
  return { first, last };
}

function isSame(old: Part | undefined, part: Part | undefined): boolean {
  if (old === part) return true;
  if (!old || !part) return false;
  return (
    old.length === part.length &&
    old.kind === part.kind &&
    old.column === part.column &&
    old.followed === part.followed
  );
}

/** What belongs to the parts, one by one: that of those which are kept, around that of the others. */
export function spliced<T>(old: readonly T[], { first, last }: KeptParts, changed: readonly T[]): T[] {
  return old.slice(0, first).concat(changed, old.slice(old.length - last));
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
