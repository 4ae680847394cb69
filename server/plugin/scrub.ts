import { maskPatterns } from '../credential/mask';
import { redacted } from '../credential/secret';
import { letters, plainView, type View, visible } from './fold';
import { GramIndex } from './gram-index';
import { Opaque, type Reading, readings } from './readings';
import { formsOf, secretParts } from './secret-forms';
import { WordIndex } from './word-index';

/** A piece of a secret that is this long is masked, wherever it stands. */
const gram = 12;
const shortest = 4;
/** Shorter ones turn up by chance in bytes that mean nothing. */
const shortestInside = 6;
/** UTF-16 units. More than this can't be searched for in reasonable time; then nothing is shown. */
const mostSecret = 128 * 1024;

type Range = readonly [start: number, end: number];

/** Removes known secrets from texts, in every form that they may take, and what looks like one. */
export class Scrubber {
  readonly #grams: GramIndex;
  readonly #letters: GramIndex;
  /** Secrets shorter than a piece. */
  readonly #words: WordIndex;
  /** Whether nothing at all may be shown, since there is too much to look for. */
  readonly masksAll: boolean;

  constructor(secrets: Iterable<string>) {
    const parts = limitedParts(secrets);
    this.masksAll = parts === undefined;
    const forms = [...new Set(parts?.flatMap(formsOf))];
    const plain = [...new Set(forms.map((form) => visible.text(form)))];
    this.#grams = new GramIndex(plain, gram);
    this.#letters = new GramIndex([...new Set(plain.map((form) => letters.text(form)))], gram);
    this.#words = new WordIndex(plain.filter(({ length }) => length < gram && length >= shortest));
  }

  /** Known secrets masked. */
  known(text: string): string {
    if (this.masksAll) return text === '' ? text : redacted;
    return text.length < shortest ? text : masked(text, this.#ranges(text));
  }

  /** Known secrets masked, and then what looks like a secret. */
  all(text: string): string {
    return maskPatterns(this.known(text));
  }

  /** Every string in a JSON value, names included. */
  value(value: unknown): unknown {
    if (typeof value === 'string') return this.known(value);
    if (Array.isArray(value)) return value.map((item) => this.value(item));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [this.known(name), this.value(item)]),
    );
  }

  #ranges(text: string): Range[] {
    const ranges: Range[] = [];
    for (const reading of readings(plainView(text))) {
      if (reading instanceof Opaque) ranges.push([reading.start, text.length]);
      else for (const range of this.#matches(reading)) ranges.push(range);
    }
    return ranges;
  }

  *#matches({ view, noise, inner }: Reading): Generator<Range> {
    const seen = visible.view(view);
    for (const at of this.#grams.matches(seen.text)) yield rangeIn(seen, at, gram);
    for (const [at, length] of this.#words.matches(seen.text)) {
      if (!inner || length >= shortestInside) yield rangeIn(seen, at, length);
    }
    if (noise) return;
    const bare = letters.view(seen);
    for (const at of this.#letters.matches(bare.text)) yield rangeIn(bare, at, gram);
  }
}

/** `undefined` when there is too much of it. */
function limitedParts(secrets: Iterable<string>): string[] | undefined {
  const parts = new Set<string>();
  let length = 0;
  for (const secret of secrets) {
    if (secret.length > mostSecret) return undefined;
    for (const part of secretParts(secret)) {
      if (part.length < shortest || parts.has(part)) continue;
      parts.add(part);
      length += part.length;
      if (length > mostSecret) return undefined;
    }
  }
  return [...parts];
}

function rangeIn(view: View, at: number, length: number): Range {
  return [view.starts[at] ?? 0, view.ends[at + length - 1] ?? 0];
}

function masked(text: string, ranges: Range[]): string {
  if (ranges.length === 0) return text;
  let result = '';
  let done = 0;
  for (const [start, end] of ranges.sort((a, b) => a[0] - b[0])) {
    if (end <= done) continue;
    if (start > done || done === 0) result += `${text.slice(done, start)}${redacted}`;
    done = end;
  }
  return result + text.slice(done);
}
