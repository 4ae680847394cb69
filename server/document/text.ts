/** What is read of a text that may be too long to be put together again for every key press. A string is one. */
export type Text = Pick<string, 'length' | 'slice' | 'charCodeAt' | 'indexOf' | 'toString'>;

/** Whole lines, but for the last chunk of a text. */
export interface Chunk {
  readonly lines: string;
}

interface Place<C extends Chunk> {
  readonly chunk: C;
  /** Offset of the chunk in UTF-16 code units. */
  readonly start: number;
}

/** How long a chunk is at least, if it has an end of a line there. */
const chunkLength = 16 * 1024;

/** Cuts a text behind line feeds, so that no line and no line break is in two chunks. `least`: UTF-16 code units of each. */
export function inChunks(text: string, least = chunkLength): string[] {
  const chunks: string[] = [];
  for (let at = 0; at < text.length; ) {
    const feed = text.indexOf('\n', at + least);
    const end = feed < 0 || text.length - feed < least ? text.length : feed + 1;
    chunks.push(text.slice(at, end));
    at = end;
  }
  return chunks;
}

/** A text in chunks, which versions of it have in common. Reading it as a string puts it together, once. */
export class ChunkedText<C extends Chunk = Chunk> implements Text {
  readonly length: number;
  readonly #starts: readonly number[];
  #whole: string | undefined;
  /** The index of the chunk that was asked for last: the next question is for its neighbourhood, mostly. */
  #last = 0;

  constructor(
    readonly chunks: readonly C[],
    /** The same as one string, if it is there. */
    whole?: string,
  ) {
    this.#whole = whole;
    const starts: number[] = [];
    let length = 0;
    for (const { lines } of chunks) {
      starts.push(length);
      length += lines.length;
    }
    this.#starts = starts;
    this.length = length;
  }

  toString(): string {
    this.#whole ??= this.chunks.map(({ lines }) => lines).join('');
    return this.#whole;
  }

  /** The index of the chunk that has an offset; of the last one behind the end. */
  indexAt(offset: number): number {
    const starts = this.#starts;
    let low = this.#last;
    if (offset >= (starts[low] ?? 0) && offset < (starts[low + 1] ?? this.length)) return low;
    low = 0;
    for (let high = starts.length; high - low > 1; ) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    this.#last = low;
    return low;
  }

  startOf(index: number): number {
    return this.#starts[index] ?? this.length;
  }

  charCodeAt(offset: number): number {
    const index = this.indexAt(offset);
    return this.chunks[index]?.lines.charCodeAt(offset - this.startOf(index)) ?? Number.NaN;
  }

  /** Offsets as a string takes them, none of them negative. */
  slice(start = 0, end = this.length): string {
    if (start >= end || start >= this.length) return '';
    let index = this.indexAt(start);
    let from = start - this.startOf(index);
    let left = Math.min(end, this.length) - start;
    let found = '';
    for (; left > 0; index++) {
      const piece = (this.chunks[index]?.lines ?? '').slice(from, from + left);
      found += piece;
      left -= piece.length;
      from = 0;
    }
    return found;
  }

  /** `searched` has no line feed, but as its last character. */
  indexOf(searched: string, from = 0): number {
    for (let index = this.indexAt(from); index < this.chunks.length; index++) {
      const start = this.startOf(index);
      const at = this.chunks[index]?.lines.indexOf(searched, Math.max(0, from - start)) ?? -1;
      if (at >= 0) return start + at;
    }
    return -1;
  }

  /** How much of both ends of two versions is in the same chunks. */
  sharedWith({ chunks: others }: ChunkedText): { readonly start: number; readonly end: number } {
    const { chunks } = this;
    const most = Math.min(chunks.length, others.length);
    let first = 0;
    while (first < most && chunks[first] === others[first]) first++;
    let last = 0;
    while (last < most - first && chunks[chunks.length - 1 - last] === others[others.length - 1 - last])
      last++;
    return { start: this.startOf(first), end: this.length - this.startOf(chunks.length - last) };
  }

  /** The chunks with their places. */
  *placed(): Generator<Place<C>> {
    for (const [index, chunk] of this.chunks.entries()) yield { chunk, start: this.startOf(index) };
  }
}
