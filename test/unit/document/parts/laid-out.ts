import { Pieces } from '../../../../server/document/top-level';

/** What has been read, with every piece beside its place, so that two of them can be compared. */
export function laidOut(value: unknown): unknown {
  if (value instanceof Pieces) return value.toArray();
  if (Array.isArray(value)) return value.map(laidOut);
  if (typeof value !== 'object' || value === null) return value;
  // What a reading of JSON has beside its pieces.
  const own = Object.entries(value).filter(
    ([key]) => !('pieces' in value) || !['nodes', 'starts', 'ends'].includes(key),
  );
  return Object.fromEntries(own.map(([key, each]) => [key, laidOut(each)]));
}
