/** Finds every piece of a fixed length that a text shares with any of a set of texts. */
export class GramIndex {
  readonly #size: number;
  readonly #haystack: string;
  readonly #bits: Uint8Array;
  readonly #mask: number;

  constructor(texts: readonly string[], size: number) {
    this.#size = size;
    this.#haystack = texts.filter((text) => text.length >= size).join('\0');
    const bits = Math.min(24, Math.max(12, Math.ceil(Math.log2(this.#haystack.length * 32 + 1))));
    this.#bits = new Uint8Array(2 ** (bits - 3));
    this.#mask = 2 ** bits - 1;
    for (const [, hash] of hashes(this.#haystack, size)) {
      const bit = hash & this.#mask;
      this.#bits[bit >> 3] = (this.#bits[bit >> 3] ?? 0) | (1 << (bit & 7));
    }
  }

  /** Where pieces begin in `text`. */
  *matches(text: string): Generator<number> {
    if (this.#haystack === '') return;
    for (const [at, hash] of hashes(text, this.#size)) {
      const bit = hash & this.#mask;
      if (((this.#bits[bit >> 3] ?? 0) & (1 << (bit & 7))) === 0) continue;
      if (this.#haystack.includes(text.slice(at, at + this.#size))) yield at;
    }
  }
}

const base = 0x01000193;

/** The rolling hash of each piece, with its place. */
function* hashes(text: string, size: number): Generator<readonly [number, number]> {
  let hash = 0;
  let leaving = 1;
  for (let unit = 1; unit < size; unit++) leaving = Math.imul(leaving, base);
  for (let at = 0; at < text.length; at++) {
    if (at >= size) hash = (hash - Math.imul(text.charCodeAt(at - size), leaving)) | 0;
    hash = (Math.imul(hash, base) + text.charCodeAt(at)) | 0;
    if (at >= size - 1) yield [at - size + 1, mixed(hash)];
  }
}

/** The low bits of the rolling hash depend on few characters. */
function mixed(hash: number): number {
  const high = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (high ^ (high >>> 12)) >>> 0;
}
