import type { LocatedNode, Pair } from '../document/node';

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

type Container =
  | { readonly kind: 'mapping'; readonly start: number; readonly pairs: Pair[]; key: Key }
  | { readonly kind: 'sequence'; readonly start: number; readonly items: LocatedNode[] };

interface Key {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const maxDepth = 10_000;
const noKey: Key = { name: '', start: 0, end: 0 };

/** Reads JSON as Go does, by bytes and without recursion. All pairs are kept, in the order of the text. */
export class GoScanner {
  readonly #bytes: Uint8Array;
  readonly #open: Container[] = [];
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Throws a `GoSyntaxError`. */
  read(): LocatedNode {
    for (;;) {
      let value = this.#value();
      while (value) {
        const container = this.#open.at(-1);
        if (!container) return this.#end(value);
        value =
          container.kind === 'mapping'
            ? this.#afterPair(container, value)
            : this.#afterItem(container, value);
      }
    }
  }

  #end(value: LocatedNode): LocatedNode {
    this.#space();
    if (this.#at < this.#bytes.length) throw this.#invalid('after top-level value');
    return value;
  }

  /** A whole value, or `undefined` after opening a container that is not empty. */
  #value(): LocatedNode | undefined {
    const start = this.#next();
    switch (String.fromCharCode(start)) {
      case '{':
        return this.#openMapping();
      case '[':
        return this.#openSequence();
      case '"': {
        const at = this.#at;
        return this.#scalar(at, this.#string(), 'double');
      }
      case 't':
        return this.#literal('true', true);
      case 'f':
        return this.#literal('false', false);
      case 'n':
        return this.#literal('null', null);
      default:
        if (start === 0x2d || isDigit(start)) return this.#number();
        throw this.#invalid('looking for beginning of value');
    }
  }

  #openMapping(): LocatedNode | undefined {
    const container: Container = { kind: 'mapping', start: this.#at, pairs: [], key: noKey };
    this.#push(container);
    if (this.#next() === 0x7d) return this.#close();
    container.key = this.#key();
    return undefined;
  }

  #openSequence(): LocatedNode | undefined {
    this.#push({ kind: 'sequence', start: this.#at, items: [] });
    return this.#next() === 0x5d ? this.#close() : undefined;
  }

  #push(container: Container): void {
    if (this.#open.length >= maxDepth) throw this.#invalid('exceeded max depth');
    this.#open.push(container);
    this.#at++;
  }

  #close(): LocatedNode {
    this.#at++;
    const container = this.#open.pop();
    const end = this.#at;
    if (container?.kind === 'mapping') {
      const { start, pairs } = container;
      return { kind: 'mapping', start, end, pairs, flow: true };
    }
    return {
      kind: 'sequence',
      start: container?.start ?? end,
      end,
      items: container?.items ?? [],
      flow: true,
    };
  }

  #afterPair(
    container: Extract<Container, { kind: 'mapping' }>,
    value: LocatedNode,
  ): LocatedNode | undefined {
    const { name, start, end } = container.key;
    container.pairs.push({ name, key: { start, end }, value, merged: false });
    const next = this.#next();
    if (next === 0x7d) return this.#close();
    if (next !== 0x2c) throw this.#invalid('after object key:value pair');
    this.#at++;
    container.key = this.#key();
    return undefined;
  }

  #afterItem(
    container: Extract<Container, { kind: 'sequence' }>,
    value: LocatedNode,
  ): LocatedNode | undefined {
    container.items.push(value);
    const next = this.#next();
    if (next === 0x5d) return this.#close();
    if (next !== 0x2c) throw this.#invalid('after array element');
    this.#at++;
    return undefined;
  }

  #key(): Key {
    if (this.#next() !== 0x22) throw this.#invalid('looking for beginning of object key string');
    const start = this.#at;
    const name = this.#string();
    const end = this.#at;
    if (this.#next() !== 0x3a) throw this.#invalid('after object key');
    this.#at++;
    return { name, start, end };
  }

  /** Go replaces invalid UTF-8 and lone surrogates; so do TextDecoder and toWellFormed. */
  #string(): string {
    const start = this.#at++;
    for (let byte = this.#byte(); byte !== 0x22; byte = this.#byte()) {
      if (byte < 0x20) throw this.#invalid('in string literal');
      this.#at++;
      if (byte === 0x5c) this.#escape();
    }
    this.#at++;
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(this.#bytes.subarray(start, this.#at));
    return wellFormed(JSON.parse(text) as string);
  }

  #escape(): void {
    const letter = String.fromCharCode(this.#byte());
    if (!'bfnrt\\/"u'.includes(letter)) throw this.#invalid('in string escape code');
    this.#at++;
    for (let digits = letter === 'u' ? 4 : 0; digits > 0; digits--) {
      if (!isHexDigit(this.#byte())) throw this.#invalid('in \\u hexadecimal character escape');
      this.#at++;
    }
  }

  #literal(word: string, value: boolean | null): LocatedNode {
    const start = this.#at++;
    for (const letter of word.slice(1)) {
      if (this.#byte() !== letter.charCodeAt(0))
        throw this.#invalid(`in literal ${word} (expecting '${letter}')`);
      this.#at++;
    }
    return this.#scalar(start, value, 'plain');
  }

  #number(): LocatedNode {
    const start = this.#at;
    if (this.#peek() === 0x2d) this.#at++;
    if (this.#peek() === 0x30) this.#at++;
    else this.#digits('in numeric literal');
    if (this.#peek() === 0x2e) {
      this.#at++;
      this.#digits('after decimal point in numeric literal');
    }
    if (this.#peek() === 0x65 || this.#peek() === 0x45) {
      this.#at++;
      if (this.#peek() === 0x2b || this.#peek() === 0x2d) this.#at++;
      this.#digits('in exponent of numeric literal');
    }
    return this.#scalar(
      start,
      Number(Buffer.from(this.#bytes.subarray(start, this.#at)).toString('latin1')),
      'plain',
    );
  }

  #digits(context: string): void {
    if (!isDigit(this.#byte())) throw this.#invalid(context);
    while (isDigit(this.#peek() ?? 0)) this.#at++;
  }

  #scalar(start: number, value: string | number | boolean | null, style: 'plain' | 'double'): LocatedNode {
    return { kind: 'scalar', start, end: this.#at, value, source: '', style };
  }

  /** The next byte that is not white space. */
  #next(): number {
    this.#space();
    return this.#byte();
  }

  #space(): void {
    while ([0x20, 0x09, 0x0a, 0x0d].includes(this.#peek() ?? 0)) this.#at++;
  }

  #peek(): number | undefined {
    return this.#bytes[this.#at];
  }

  #byte(): number {
    const byte = this.#peek();
    if (byte === undefined) throw new GoSyntaxError('unexpected end of JSON input', this.#at);
    return byte;
  }

  #invalid(context: string): GoSyntaxError {
    return new GoSyntaxError(`invalid character ${quoted(this.#byte())} ${context}`, this.#at);
  }
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function isHexDigit(byte: number): boolean {
  return /[0-9a-fA-F]/.test(String.fromCharCode(byte));
}

function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

const named: Readonly<Record<string, string>> = {
  "'": "\\'",
  '\\': '\\\\',
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
};

/** Go takes the byte for a character and quotes it. */
function quoted(byte: number): string {
  const character = String.fromCharCode(byte);
  const code = byte.toString(16).padStart(2, '0');
  if (named[character]) return `'${named[character]}'`;
  if (byte < 0x20 || byte === 0x7f) return `'\\x${code}'`;
  return (byte >= 0x80 && byte <= 0xa0) || byte === 0xad ? `'\\u00${code}'` : `'${character}'`;
}
