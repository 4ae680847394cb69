import { type Folded, folded, lettersOnly, unescaped, unfolded } from './fold';
import { GramIndex } from './gram-index';
import { maskPatterns } from './mask';
import { redacted } from './secret';
import { formsOf, secretParts } from './secret-forms';

/** A piece of a secret that is this long is masked, wherever it stands. */
const gram = 12;
const shortest = 4;
/** More than this can't be searched for in reasonable time; then nothing is shown. */
const mostSecret = 256 * 1024;

type Range = readonly [start: number, end: number];

/** Removes known secrets from texts, in every form that they may take, and what looks like one. */
export class Scrubber {
  readonly #grams: GramIndex;
  readonly #lettersOnly: GramIndex;
  /** Secrets shorter than a piece, folded. */
  readonly #short: readonly string[];
  readonly #tooMuch: boolean;

  constructor(secrets: Iterable<string>) {
    const parts = [...new Set([...secrets].flatMap(secretParts))].filter((part) => part.length >= shortest);
    this.#tooMuch = parts.reduce((sum, part) => sum + part.length, 0) > mostSecret;
    const forms = this.#tooMuch ? [] : [...new Set(parts.flatMap(formsOf))].map(unfolded);
    const plain = forms.map((form) => folded(form).text);
    this.#grams = new GramIndex(plain, gram);
    this.#lettersOnly = new GramIndex(
      forms.map((form) => lettersOnly(form).text),
      gram,
    );
    this.#short = [...new Set(plain)].filter((text) => text.length < gram && text.length >= shortest);
  }

  /** Known secrets masked. */
  known(text: string): string {
    if (this.#tooMuch) return redacted;
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
    const plain = unfolded(text);
    const once = unescaped(plain);
    const ranges = [plain, once, unescaped(once)].flatMap((view) => this.#plainRanges(folded(view)));
    const letters = lettersOnly(once);
    for (const at of this.#lettersOnly.matches(letters.text)) ranges.push(rangeIn(letters, at, gram));
    return ranges;
  }

  #plainRanges(view: Folded): Range[] {
    const ranges: Range[] = [];
    for (const at of this.#grams.matches(view.text)) ranges.push(rangeIn(view, at, gram));
    for (const secret of this.#short) {
      for (let at = view.text.indexOf(secret); at !== -1; at = view.text.indexOf(secret, at + 1)) {
        ranges.push(rangeIn(view, at, secret.length));
      }
    }
    return ranges;
  }
}

function rangeIn(view: Folded, at: number, length: number): Range {
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
