/** Keeps the beginning and the end of a stream of any length. */
export class HeadTail {
  readonly #limit: number;
  readonly #head: Buffer[] = [];
  #headBytes = 0;
  #tail: Buffer = Buffer.alloc(0);
  #dropped = 0;

  /** `limit`: bytes kept on each side. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  add(chunk: Buffer): void {
    const toHead = chunk.subarray(0, this.#limit - this.#headBytes);
    this.#head.push(toHead);
    this.#headBytes += toHead.length;
    const rest = chunk.subarray(toHead.length);
    if (rest.length === 0) return;
    const joined = Buffer.concat([this.#tail, rest]);
    this.#tail = Buffer.from(joined.subarray(-this.#limit));
    this.#dropped += joined.length - this.#tail.length;
  }

  get text(): string {
    const head = Buffer.concat(this.#head);
    if (this.#dropped === 0) return Buffer.concat([head, this.#tail]).toString('utf8');
    return `${head.toString('utf8')}\n${omitted(this.#dropped)}\n${this.#tail.toString('utf8')}`;
  }
}

function omitted(bytes: number): string {
  return `[${bytes} bytes left out]`;
}

/** The beginning and the end of a text, together at most `limit` bytes. */
export function headAndTail(text: string, limit: number): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= limit) return text;
  const kept = new HeadTail(Math.floor((limit - 64) / 2));
  kept.add(bytes);
  return Buffer.from(kept.text)
    .subarray(0, limit)
    .toString('utf8')
    .replace(/\uFFFD+$/, '');
}
