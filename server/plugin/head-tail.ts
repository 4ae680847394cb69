/** Keeps the beginning and the end of a stream of any length. */
export class HeadTail {
  readonly #limit: number;
  readonly #head: Buffer[] = [];
  #headBytes = 0;
  readonly #tail: Buffer[] = [];
  #tailBytes = 0;
  #dropped = 0;

  /** `limit`: bytes kept on each side. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  add(chunk: Buffer): void {
    const toHead = chunk.subarray(0, this.#limit - this.#headBytes);
    // Even an empty part would keep the whole chunk in memory.
    if (toHead.length > 0) this.#head.push(toHead);
    this.#headBytes += toHead.length;
    const rest = chunk.subarray(toHead.length);
    if (rest.length === 0) return;
    this.#tail.push(rest);
    this.#tailBytes += rest.length;
    if (this.#tailBytes > 2 * this.#limit) this.#shorten();
  }

  get text(): string {
    this.#shorten();
    const [head, tail] = [Buffer.concat(this.#head), Buffer.concat(this.#tail)];
    if (this.#dropped === 0) return Buffer.concat([head, tail]).toString('utf8');
    return `${head.toString('utf8')}\n${omitted(this.#dropped)}\n${tail.toString('utf8')}`;
  }

  /** Not with every chunk: a plugin may write byte by byte. */
  #shorten(): void {
    if (this.#tailBytes <= this.#limit) return;
    const kept = Buffer.from(Buffer.concat(this.#tail).subarray(-this.#limit));
    this.#dropped += this.#tailBytes - kept.length;
    this.#tail.splice(0, Number.POSITIVE_INFINITY, kept);
    this.#tailBytes = kept.length;
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
