import type { LocatedNode, MappingNode, Pair, ScalarNode, SequenceNode } from '../node';
import { plainValue } from '../scalars';

/** Thrown, and caught by who reads a whole text: it is written in another way than JSON that all readers understand alike. */
export class NotPlainJson extends Error {}

const blank = /[ \n]*/y;
const ascii = /^[ -~]*$/;
/** JSON's escapes but `\/`, which go-yaml does not know, and surrogates, which it refuses. */
const escapes = /^(?:[^\\]|\\(?:["\\bfnrt]|u(?![dD][89a-fA-F])[\da-fA-F]{4}))*$/;
const literal = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null)(?=[ \n,}\]])/y;
/** In quotes it is none, but a text with it is read with all positions from its start. */
const anchorLike = /[\s,[{:]&/;
const deepest = 40;
/** For go-yaml a longer key may be none. */
const longestKey = 1000;
/** For more the engine's regular expressions might need more memory than it gives them. */
const longestText = 1024 * 1024;

/**
 * Reads JSON of printable ASCII, with spaces and line feeds, as go-yaml and the `yaml` package do; in a fraction of
 * their time.
 */
export class JsonReader {
  /** Where the reader has come to. */
  at = 0;
  #base = 0;
  #depth = 0;

  constructor(readonly text: string) {}

  /** Past blanks to a character, which stays. */
  peek(): string {
    blank.lastIndex = this.at;
    blank.test(this.text);
    this.at = blank.lastIndex;
    return this.text[this.at] ?? '';
  }

  /** Whether the next character is this one, which is taken then. */
  takes(character: string): boolean {
    if (this.peek() !== character) return false;
    this.at++;
    return true;
  }

  expect(character: string): void {
    if (!this.takes(character)) throw new NotPlainJson();
  }

  /** The text of a key; its colon is taken, too. */
  key(): { readonly name: string; readonly start: number; readonly end: number } {
    if (this.peek() !== '"') throw new NotPlainJson();
    const start = this.at;
    const name = this.#string();
    const end = this.at;
    if (end - start > longestKey) throw new NotPlainJson();
    // Behind a line's end the colon would belong to nothing.
    while (this.text[this.at] === ' ') this.at++;
    if (this.text[this.at] !== ':') throw new NotPlainJson();
    this.at++;
    return { name, start, end };
  }

  /** A value; its positions count from where it begins. */
  value(): { readonly base: number; readonly node: LocatedNode } {
    this.peek();
    this.#base = this.at;
    return { base: this.#base, node: this.#value() };
  }

  #value(): LocatedNode {
    const character = this.peek();
    if (this.#depth > deepest) throw new NotPlainJson();
    this.#depth++;
    const node = character === '{' ? this.#object() : character === '[' ? this.#array() : this.#scalar();
    this.#depth--;
    return node;
  }

  #object(): MappingNode {
    const start = this.at++;
    const pairs: Pair[] = [];
    if (!this.takes('}')) {
      do {
        const key = this.key();
        const at = { start: key.start - this.#base, end: key.end - this.#base };
        pairs.push({ name: key.name, key: at, value: this.#value(), merged: false });
      } while (this.takes(','));
      this.expect('}');
    }
    return { kind: 'mapping', ...this.#span(start), pairs, flow: true };
  }

  #array(): SequenceNode {
    const start = this.at++;
    const items: LocatedNode[] = [];
    if (!this.takes(']')) {
      do items.push(this.#value());
      while (this.takes(','));
      this.expect(']');
    }
    return { kind: 'sequence', ...this.#span(start), items, flow: true };
  }

  #scalar(): ScalarNode {
    const start = this.at;
    if (this.text[start] === '"') {
      const value = this.#string();
      return { kind: 'scalar', ...this.#span(start), source: value, value, style: 'double' };
    }
    literal.lastIndex = start;
    if (!literal.test(this.text)) throw new NotPlainJson();
    this.at = literal.lastIndex;
    const source = this.text.slice(start, this.at);
    return { kind: 'scalar', ...this.#span(start), source, value: plainValue(source), style: 'plain' };
  }

  #string(): string {
    const start = this.at;
    this.at = this.#closing(start) + 1;
    const written = this.text.slice(start, this.at);
    if (written.length > longestText || !ascii.test(written)) throw new NotPlainJson();
    if (written.includes('&') && anchorLike.test(written)) throw new NotPlainJson();
    if (!written.includes('\\')) return written.slice(1, -1);
    if (!escapes.test(written)) throw new NotPlainJson();
    return JSON.parse(written) as string;
  }

  /** Where the quotation mark is that ends a text. */
  #closing(start: number): number {
    for (let at = this.text.indexOf('"', start + 1); at > 0; at = this.text.indexOf('"', at + 1)) {
      let before = at;
      while (this.text[before - 1] === '\\') before--;
      if ((at - before) % 2 === 0) return at;
    }
    throw new NotPlainJson();
  }

  #span(start: number): Pick<LocatedNode, 'start' | 'end' | 'multiline'> {
    const feed = this.text.indexOf('\n', start);
    const multiline = feed >= 0 && feed < this.at;
    return { start: start - this.#base, end: this.at - this.#base, ...(multiline ? { multiline } : {}) };
  }
}
