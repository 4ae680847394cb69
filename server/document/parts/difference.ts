/** How much two texts have in common at their beginnings and at their ends; the two never overlap. */
export interface Common {
  readonly start: number;
  readonly end: number;
}

/** Texts are compared piece by piece: the engine compares whole slices faster than this could characters. */
const slice = 8192;

export function common(before: string, after: string): Common {
  const length = Math.min(before.length, after.length);
  const start = sameStart(before, after, length);
  return { start, end: sameEnd(before, after, length - start) };
}

function sameStart(before: string, after: string, length: number): number {
  let at = 0;
  while (at + slice <= length && before.slice(at, at + slice) === after.slice(at, at + slice)) at += slice;
  while (at < length && before.charCodeAt(at) === after.charCodeAt(at)) at++;
  return at;
}

function sameEnd(before: string, after: string, length: number): number {
  let at = 0;
  const same = (size: number) =>
    before.slice(before.length - at - size, before.length - at) ===
    after.slice(after.length - at - size, after.length - at);
  while (at + slice <= length && same(slice)) at += slice;
  while (at < length && same(1)) at++;
  return at;
}
