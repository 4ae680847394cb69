import type { LocatedNode } from '../document/node';
import { goEscapes } from './quote';

/** A syntax error in the words of Go's encoding/json. */
export class GoSyntaxError extends Error {
  constructor(
    message: string,
    /** Offset of the byte that does not belong there, or of the end. */
    readonly at: number,
  ) {
    super(message);
  }
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** Reads the words of JSON as Go does, by bytes. What does not belong there throws a `GoSyntaxError`. */
export class JsonTokens {
  readonly bytes: Uint8Array;
  at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** Go replaces invalid UTF-8 and lone surrogates; so does TextDecoder, and `wellFormed` below. */
  string(): string {
    const start = this.at++;
    for (let byte = this.#byte(); byte !== 0x22; byte = this.#byte()) {
      if (byte < 0x20) throw this.invalid('in string literal');
      this.at++;
      if (byte === 0x5c) this.#escape();
    }
    this.at++;
    const text = utf8.decode(this.bytes.subarray(start, this.at));
    return wellFormed(JSON.parse(text) as string);
  }

  #escape(): void {
    const letter = String.fromCharCode(this.#byte());
    if (!'bfnrt\\/"u'.includes(letter)) throw this.invalid('in string escape code');
    this.at++;
    for (let digits = letter === 'u' ? 4 : 0; digits > 0; digits--) {
      if (!isHexDigit(this.#byte())) throw this.invalid('in \\u hexadecimal character escape');
      this.at++;
    }
  }

  literal(word: string, value: boolean | null): LocatedNode {
    const start = this.at++;
    for (const letter of word.slice(1)) {
      if (this.#byte() !== letter.charCodeAt(0))
        throw this.invalid(`in literal ${word} (expecting '${letter}')`);
      this.at++;
    }
    return this.scalar(start, value, 'plain');
  }

  number(): LocatedNode {
    const start = this.at;
    if (this.#peek() === 0x2d) this.at++;
    if (this.#peek() === 0x30) this.at++;
    else this.#digits('in numeric literal');
    if (this.#peek() === 0x2e) {
      this.at++;
      this.#digits('after decimal point in numeric literal');
    }
    if (this.#peek() === 0x65 || this.#peek() === 0x45) {
      this.at++;
      if (this.#peek() === 0x2b || this.#peek() === 0x2d) this.at++;
      this.#digits('in exponent of numeric literal');
    }
    return this.scalar(
      start,
      Number(Buffer.from(this.bytes.subarray(start, this.at)).toString('latin1')),
      'plain',
    );
  }

  #digits(context: string): void {
    if (!isDigit(this.#byte())) throw this.invalid(context);
    while (isDigit(this.#peek() ?? 0)) this.at++;
  }

  scalar(start: number, value: string | number | boolean | null, style: 'plain' | 'double'): LocatedNode {
    return { kind: 'scalar', start, end: this.at, value, source: '', style };
  }

  /** The next byte that is not white space. */
  next(): number {
    this.space();
    return this.#byte();
  }

  space(): void {
    while ([0x20, 0x09, 0x0a, 0x0d].includes(this.#peek() ?? 0)) this.at++;
  }

  #peek(): number | undefined {
    return this.bytes[this.at];
  }

  #byte(): number {
    const byte = this.#peek();
    if (byte === undefined) throw new GoSyntaxError('unexpected end of JSON input', this.at);
    return byte;
  }

  invalid(context: string): GoSyntaxError {
    return new GoSyntaxError(`invalid character ${quoted(this.#byte())} ${context}`, this.at);
  }
}

export function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function isHexDigit(byte: number): boolean {
  return /[0-9a-fA-F]/.test(String.fromCharCode(byte));
}

function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** Go takes the byte for a character and quotes it. */
function quoted(byte: number): string {
  const character = String.fromCharCode(byte);
  const code = byte.toString(16).padStart(2, '0');
  const known = character === "'" ? "\\'" : goEscapes[character];
  if (known) return `'${known}'`;
  if (byte < 0x20 || byte === 0x7f) return `'\\x${code}'`;
  return (byte >= 0x80 && byte <= 0xa0) || byte === 0xad ? `'\\u00${code}'` : `'${character}'`;
}
