import type { LocatedNode } from '../node';
import { Pieces, type TopLevelField } from '../top-level';
import type { Cut, Part } from './cut';
import { firstFrom } from './first-from';
import type { KeptParts } from './kept-parts';
import { movedField, type ParsedPart } from './parse-part';

export interface Fields {
  /** The indices of the parts that each field begins with. */
  readonly heads: readonly number[];
  readonly fields: readonly TopLevelField[];
  readonly parts: Cut['parts'];
}

interface Reading extends Cut {
  readonly parts: readonly (Part & ParsedPart)[];
  readonly heads: readonly number[];
}

/** The fields of the top level. One whose parts are all kept has the same nodes as before. */
export function fieldsOf(reading: Reading, before: Fields, kept: KeptParts): TopLevelField[] {
  const { heads, parts } = reading;
  return heads.flatMap((head, index) => {
    const next = heads[index + 1] ?? parts.length;
    return fieldAt(head, next, reading, nodesBefore(head, next, parts.length, before, kept));
  });
}

/** The nodes that the field of some parts had before, if none of them has come, gone or changed. */
function nodesBefore(
  head: number,
  next: number,
  count: number,
  { heads, fields, parts }: Fields,
  { first, last }: KeptParts,
): readonly LocatedNode[] | undefined {
  // Where it ended before is seen from the part behind it.
  const isBefore = next < first || (next === first && next === count);
  if (!isBefore && head < count - last) return undefined;
  const by = isBefore ? 0 : parts.length - count;
  const index = firstFrom(heads, head + by);
  const isSame = heads[index] === head + by && (heads[index + 1] ?? parts.length) === next + by;
  return isSame ? fields[index]?.pieces.nodes : undefined;
}

/** The field that begins with a part, and goes on until the next one. */
function fieldAt(
  head: number,
  next: number,
  { parts, starts }: Reading,
  known: readonly LocatedNode[] | undefined,
): TopLevelField[] {
  const own = parts[head]?.field;
  if (!own) return [];
  const field = movedField(own, starts[head] ?? 0);
  // A field whose key is none is no head, and no item either.
  const isItem = ({ item }: ParsedPart) => item !== undefined;
  let first = head + 1;
  while (first < next && !isItem(parts[first] as ParsedPart)) first++;
  if (first >= next) return [field];
  let last = next - 1;
  while (!isItem(parts[last] as ParsedPart)) last--;
  const valueStart = (parts[first]?.item?.listStart ?? 0) + (starts[first] ?? 0);
  const valueEnd = (parts[last]?.item?.listEnd ?? 0) + (starts[last] ?? 0);
  const pieces = piecesOf(first, last, parts, starts, known);
  return [{ ...field, list: true, valueStart, valueEnd, pieces }];
}

function piecesOf(
  first: number,
  last: number,
  parts: readonly ParsedPart[],
  starts: readonly number[],
  known: readonly LocatedNode[] | undefined,
): Pieces {
  const baseOf = (part: number) => (parts[part]?.item?.base ?? 0) + (starts[part] ?? 0);
  if (known?.length === last - first + 1) return new Pieces(known, (index) => baseOf(first + index));
  const all = parts.slice(first, last + 1).map(({ item }) => item?.node);
  if (!all.includes(undefined)) return new Pieces(all as LocatedNode[], (index) => baseOf(first + index));
  const places = all.flatMap((node, index) => (node ? [first + index] : []));
  const nodes = all.filter((node) => node !== undefined);
  return new Pieces(nodes, (index) => baseOf(places[index] ?? 0));
}
