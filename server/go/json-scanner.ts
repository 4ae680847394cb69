import type { LocatedNode, Pair } from '../document/node';
import { GoSyntaxError, isDigit, JsonTokens } from './json-tokens';

export { GoSyntaxError };

/** For a text that may be long and full of what nobody asks for. */
export interface Bounds {
  /** Whether anybody asks what is in the list or object in a field of the root (`name`), or in a field of that. */
  asksFor(name: string, inner?: string): boolean;
  /** More values than this throw `TooManyValues`. */
  readonly mostValues: number;
}

export class TooManyValues extends Error {}

interface Opened {
  readonly start: number;
  /** Nothing in it is kept. */
  readonly hollow: boolean;
}

type Container = Opened &
  (
    | { readonly kind: 'mapping'; readonly pairs: Pair[]; key: Key }
    | { readonly kind: 'sequence'; readonly items: LocatedNode[] }
  );

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
  readonly #bounds: Bounds | undefined;
  #values = 0;
  /** The lists and objects that nobody asks for. They are there, but nothing that is in them. */
  readonly hollow: { readonly start: number; readonly end: number }[] = [];

  constructor(bytes: Uint8Array, bounds?: Bounds) {
    this.#tokens = new JsonTokens(bytes);
    this.#bounds = bounds;
  }

  /** Throws a `GoSyntaxError`, and `TooManyValues` if there are bounds. */
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
    const [start, hollow] = [this.#tokens.at, this.#isHollow()];
    const container: Container = { kind: 'mapping', start, hollow, pairs: [], key: noKey };
    this.#push(container);
    if (this.#tokens.next() === 0x7d) return this.#close();
    container.key = this.#key();
    return undefined;
  }

  #openSequence(): LocatedNode | undefined {
    this.#push({ kind: 'sequence', start: this.#tokens.at, hollow: this.#isHollow(), items: [] });
    return this.#tokens.next() === 0x5d ? this.#close() : undefined;
  }

  /** Of the container that begins here. */
  #isHollow(): boolean {
    const depth = this.#open.length;
    if (!this.#bounds || depth === 0) return false;
    if (depth > 2) return this.#open[depth - 1]?.hollow === true;
    const root = this.#open[0];
    const field = this.#open[1];
    if (root?.kind !== 'mapping' || field?.hollow) return field?.hollow === true;
    return !this.#bounds.asksFor(root.key.name, field?.kind === 'mapping' ? field.key.name : undefined);
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
    if (container?.hollow && !this.#open.at(-1)?.hollow) this.hollow.push({ start: container.start, end });
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
    if (this.#keeps(container)) container.pairs.push({ name, key: { start, end }, value, merged: false });
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
    if (this.#keeps(container)) container.items.push(value);
    const next = this.#tokens.next();
    if (next === 0x5d) return this.#close();
    if (next !== 0x2c) throw this.#tokens.invalid('after array element');
    this.#tokens.at++;
    return undefined;
  }

  #keeps({ hollow }: Container): boolean {
    if (hollow) return false;
    if (this.#bounds && ++this.#values > this.#bounds.mostValues) throw new TooManyValues();
    return true;
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
