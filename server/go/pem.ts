export interface PemBlock {
  readonly type: string;
  readonly der: Buffer;
}

const begin = '-----BEGIN ';
const end = '\n-----END ';
const dashes = '-----';

/** All blocks that Go's pem.Decode finds; malformed ones are passed over, as Go does. */
export function pemBlocks(text: string): PemBlock[] {
  const blocks: PemBlock[] = [];
  const reader = new Reader(text);
  for (let at = reader.afterBegin(0); at !== undefined; ) {
    const [typeLine, afterType] = reader.line(at);
    if (!typeLine.endsWith(dashes)) {
      at = reader.afterBegin(afterType);
      continue;
    }
    const body = reader.afterHeaders(afterType);
    // Nothing but headers up to the end: Go gives up, whatever stood before.
    if (body === undefined) break;
    const type = typeLine.slice(0, -dashes.length);
    const block = reader.block(type, body, body > afterType);
    if (block) blocks.push({ type, der: block.der });
    at = reader.afterBegin(block?.next ?? body);
  }
  return blocks;
}

class Reader {
  readonly #text: string;
  /** Where the next END line begins, from the last place that was asked for. */
  #end = -1;

  constructor(text: string) {
    this.#text = text;
  }

  /** The place after the next BEGIN that starts a line; `at` itself is taken for such a start. */
  afterBegin(at: number): number | undefined {
    if (this.#text.startsWith(begin, at)) return at + begin.length;
    const found = this.#text.indexOf(`\n${begin}`, at);
    return found === -1 ? undefined : found + begin.length + 1;
  }

  /** A line without its end and the blanks before that, and where the next one starts. */
  line(at: number): readonly [text: string, next: number] {
    const newline = this.#text.indexOf('\n', at);
    if (newline === -1) return [trimmedEnd(this.#text.slice(at)), this.#text.length];
    const carriage = newline > at && this.#text[newline - 1] === '\r';
    return [trimmedEnd(this.#text.slice(at, carriage ? newline - 1 : newline)), newline + 1];
  }

  /** Past the lines with a colon, such as those of an encrypted key. */
  afterHeaders(start: number): number | undefined {
    for (let at = start; at < this.#text.length; ) {
      const [text, next] = this.line(at);
      if (!text.includes(':')) return at;
      at = next;
    }
    return undefined;
  }

  block(type: string, body: number, hasHeaders: boolean): { der: Buffer; next: number } | undefined {
    const empty = !hasHeaders && this.#text.startsWith(end.slice(1), body);
    const endLine = empty ? body - 1 : this.#nextEnd(body);
    if (endLine === -1) return undefined;
    const trailer = endLine + end.length;
    if (!this.#text.startsWith(type + dashes, trailer)) return undefined;
    const [rest, next] = this.line(trailer + type.length + dashes.length);
    const der = rest === '' ? this.#decoded(body, Math.max(body, endLine)) : undefined;
    return der && { der, next };
  }

  /** Remembered, so that a text full of BEGIN lines is not searched anew for each. */
  #nextEnd(from: number): number {
    if (this.#end === Number.POSITIVE_INFINITY) return -1;
    if (this.#end < from) {
      const found = this.#text.indexOf(end, from);
      this.#end = found === -1 ? Number.POSITIVE_INFINITY : found;
    }
    return Number.isFinite(this.#end) ? this.#end : -1;
  }

  #decoded(from: number, to: number): Buffer | undefined {
    const characters = /[A-Za-z0-9+/=\s]*/y;
    characters.lastIndex = from;
    characters.exec(this.#text);
    // Looked at before it is copied: between two BEGIN lines there is always a dash.
    if (characters.lastIndex < to) return undefined;
    const base64 = this.#text.slice(from, to).replace(/[ \t\r\n]/g, '');
    return base64.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(base64)
      ? Buffer.from(base64, 'base64')
      : undefined;
  }
}

function trimmedEnd(line: string): string {
  let length = line.length;
  while (line[length - 1] === ' ' || line[length - 1] === '\t') length--;
  return line.slice(0, length);
}

export function isPrivateKey({ type }: PemBlock): boolean {
  return type === 'PRIVATE KEY' || type.endsWith(' PRIVATE KEY');
}
