import { ChunkedText, type Text } from '../text';

/** How much two texts have in common at their beginnings and at their ends; the two never overlap. */
export interface Common {
  readonly start: number;
  readonly end: number;
}

/** Texts are compared piece by piece: the engine compares whole slices faster than this could characters. */
const slice = 8192;

export function common(before: Text, after: Text): Common {
  const length = Math.min(before.length, after.length);
  const shared = sharedChunks(before, after);
  const start = sameStart(before, after, shared.start, length - shared.end);
  return { start, end: sameEnd(before, after, shared.end, length - start) };
}

function sharedChunks(before: Text, after: Text): Common {
  const chunked = before instanceof ChunkedText && after instanceof ChunkedText;
  return chunked ? after.sharedWith(before) : { start: 0, end: 0 };
}

function sameStart(before: Text, after: Text, from: number, length: number): number {
  let at = from;
  while (at + slice <= length && before.slice(at, at + slice) === after.slice(at, at + slice)) at += slice;
  while (at < length && before.charCodeAt(at) === after.charCodeAt(at)) at++;
  return at;
}

function sameEnd(before: Text, after: Text, from: number, length: number): number {
  let at = from;
  const same = (size: number) =>
    before.slice(before.length - at - size, before.length - at) ===
    after.slice(after.length - at - size, after.length - at);
  while (at + slice <= length && same(slice)) at += slice;
  while (at < length && same(1)) at++;
  return at;
}
