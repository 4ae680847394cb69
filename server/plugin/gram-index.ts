/** Finds every piece of a fixed length that a text shares with any of a set of texts. */
export class GramIndex {
  readonly #size: number;
  /** All texts, with something between them that no piece has in it. */
  readonly #texts: string;
  /** A hash table of the places where pieces begin, each counted from one; 0 is a free slot. */
  readonly #places: Uint32Array;

  constructor(texts: readonly string[], size: number) {
    this.#size = size;
    this.#texts = texts.filter((text) => text.length >= size).join('\0');
    this.#places = new Uint32Array(2 ** Math.ceil(Math.log2(this.#texts.length * 2 + 2)));
    eachHash(this.#texts, size, (at, hash) => {
      const slot = this.#slot(this.#texts, at, hash);
      if (this.#places[slot] === 0) this.#places[slot] = at + 1;
    });
  }

  /** Where pieces begin in `text`. */
  matches(text: string): number[] {
    const found: number[] = [];
    if (this.#texts === '') return found;
    eachHash(text, this.#size, (at, hash) => {
      if (this.#places[this.#slot(text, at, hash)] !== 0) found.push(at);
    });
    return found;
  }

  /** The slot that holds the piece, or the free one where it belongs. */
  #slot(text: string, at: number, hash: number): number {
    const mask = this.#places.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const place = this.#places[slot] ?? 0;
      if (place === 0 || this.#isSame(text, at, place - 1)) return slot;
    }
  }

  #isSame(text: string, at: number, place: number): boolean {
    for (let unit = 0; unit < this.#size; unit++) {
      if (text.charCodeAt(at + unit) !== this.#texts.charCodeAt(place + unit)) return false;
    }
    return true;
  }
}

const base = 0x01000193;

/** The rolling hash of each piece, with its place. */
function eachHash(text: string, size: number, visit: (at: number, hash: number) => void): void {
  let hash = 0;
  let leaving = 1;
  for (let unit = 1; unit < size; unit++) leaving = Math.imul(leaving, base);
  for (let at = 0; at < text.length; at++) {
    if (at >= size) hash = (hash - Math.imul(text.charCodeAt(at - size), leaving)) | 0;
    hash = (Math.imul(hash, base) + text.charCodeAt(at)) | 0;
    if (at >= size - 1) visit(at - size + 1, mixed(hash));
  }
}

/** The low bits of the rolling hash depend on few characters. */
function mixed(hash: number): number {
  const high = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (high ^ (high >>> 12)) >>> 0;
}
