import type { LocatedNode, Pair } from '../document/node';
import { GoSyntaxError, isDigit, JsonTokens } from './json-tokens';

export { GoSyntaxError };

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
  readonly #tokens: JsonTokens;
  readonly #open: Container[] = [];

  constructor(bytes: Uint8Array) {
    this.#tokens = new JsonTokens(bytes);
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
    this.#tokens.space();
    if (this.#tokens.at < this.#tokens.bytes.length) throw this.#tokens.invalid('after top-level value');
    return value;
  }

  /** A whole value, or `undefined` after opening a container that is not empty. */
  #value(): LocatedNode | undefined {
    const start = this.#tokens.next();
    switch (String.fromCharCode(start)) {
      case '{':
        return this.#openMapping();
      case '[':
        return this.#openSequence();
      case '"': {
        const at = this.#tokens.at;
        return this.#tokens.scalar(at, this.#tokens.string(), 'double');
      }
      case 't':
        return this.#tokens.literal('true', true);
      case 'f':
        return this.#tokens.literal('false', false);
      case 'n':
        return this.#tokens.literal('null', null);
      default:
        if (start === 0x2d || isDigit(start)) return this.#tokens.number();
        throw this.#tokens.invalid('looking for beginning of value');
    }
  }

  #openMapping(): LocatedNode | undefined {
    const container: Container = { kind: 'mapping', start: this.#tokens.at, pairs: [], key: noKey };
    this.#push(container);
    if (this.#tokens.next() === 0x7d) return this.#close();
    container.key = this.#key();
    return undefined;
  }

  #openSequence(): LocatedNode | undefined {
    this.#push({ kind: 'sequence', start: this.#tokens.at, items: [] });
    return this.#tokens.next() === 0x5d ? this.#close() : undefined;
  }

  #push(container: Container): void {
    if (this.#open.length >= maxDepth) throw this.#tokens.invalid('exceeded max depth');
    this.#open.push(container);
    this.#tokens.at++;
  }

  #close(): LocatedNode {
    this.#tokens.at++;
    const container = this.#open.pop();
    const end = this.#tokens.at;
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
    const next = this.#tokens.next();
    if (next === 0x7d) return this.#close();
    if (next !== 0x2c) throw this.#tokens.invalid('after object key:value pair');
    this.#tokens.at++;
    container.key = this.#key();
    return undefined;
  }

  #afterItem(
    container: Extract<Container, { kind: 'sequence' }>,
    value: LocatedNode,
  ): LocatedNode | undefined {
    container.items.push(value);
    const next = this.#tokens.next();
    if (next === 0x5d) return this.#close();
    if (next !== 0x2c) throw this.#tokens.invalid('after array element');
    this.#tokens.at++;
    return undefined;
  }

  #key(): Key {
    if (this.#tokens.next() !== 0x22)
      throw this.#tokens.invalid('looking for beginning of object key string');
    const start = this.#tokens.at;
    const name = this.#tokens.string();
    const end = this.#tokens.at;
    if (this.#tokens.next() !== 0x3a) throw this.#tokens.invalid('after object key');
    this.#tokens.at++;
    return { name, start, end };
  }
}
