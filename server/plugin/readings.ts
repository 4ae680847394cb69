import { decodings, listed } from './decodings';
import type { View } from './fold';
import { inflated } from './inflate';
import { meanings } from './unescape';

/** A text as somebody may read it. */
export interface Reading {
  readonly view: View;
  /** Whether it is bytes that hardly are a text. */
  readonly noise: boolean;
  /** Whether it was decoded. */
  readonly inner: boolean;
}

/** A JWT in a JWT in a JWT. */
const deepest = 3;

const textual = /[\t\n\r\x20-\x7e\0]{16}/;

/** Places in a text that nobody here can read, to its end. */
export class Opaque {
  constructor(readonly start: number) {}
}

/** Every way to read a text that a plugin may have thought of: unescaped, decoded, inflated, each in another. */
export function* readings(view: View, depth = 0): Generator<Reading | Opaque> {
  const { all, ends } = meanings(view);
  for (const each of all) yield { view: each, noise: false, inner: depth > 0 };
  if (depth === deepest) return;
  for (const source of ends) {
    for (const { start, view } of inflated(source)) {
      if (view) yield* readings(view, depth + 1);
      else yield new Opaque(start);
    }
    for (const bytes of decodings(source)) yield* decodedReadings(bytes, depth);
  }
  for (const bytes of listed(view)) yield* decodedReadings(bytes, depth);
}

function* decodedReadings(view: View, depth: number): Generator<Reading | Opaque> {
  if (textual.test(view.text)) yield* readings(view, depth + 1);
  else yield { view, noise: true, inner: true };
}
