import { hidden, type Range } from '../credential/hide';
import { maskPatterns } from '../credential/mask';
import { plainView } from './fold';
import { Opaque, readings } from './readings';
import { secretParts } from './secret-forms';
import { SecretIndex, shortest } from './secret-index';

/** UTF-16 units: hundreds of keys. More can't be searched for in reasonable time; then nothing is shown. */
const mostSecret = 512 * 1024;

/** In order, without a place in common, in the text as it was before they were masked. */
type Masked = (ranges: readonly Range[]) => void;

/** Removes known secrets from texts, in every form that they may take, and what looks like one. */
export class Scrubber {
  readonly #indexes: readonly SecretIndex[];
  /** Of all secrets together; `undefined` when there is too much of them. */
  readonly #length: number | undefined;

  /** `others`: whose secrets are looked for, too. */
  constructor(secrets: Iterable<string>, others?: Scrubber) {
    const before = others ? others.#length : 0;
    const parts = before === undefined ? undefined : limitedParts(secrets, mostSecret - before);
    this.#length = parts && (before ?? 0) + lengthOf(parts);
    this.#indexes = parts ? [...(others ? others.#indexes : []), new SecretIndex(parts)] : [];
  }

  /** Whether nothing at all may be shown, since there is too much to look for. */
  get masksAll(): boolean {
    return this.#length === undefined;
  }

  /** Known secrets masked. `masked` is told where in the text, if anywhere. */
  known(text: string, masked: Masked = () => {}): string {
    if (text === '' || (text.length < shortest && !this.masksAll)) return text;
    const ranges: readonly Range[] = this.masksAll ? [[0, text.length]] : joined(this.#ranges(text));
    if (ranges.length > 0) masked(ranges);
    return hidden(text, ranges);
  }

  /** Known secrets masked, and then what looks like a secret: `masked` is told more than once. */
  all(text: string, masked?: Masked): string {
    return maskPatterns(this.known(text, masked), undefined, masked);
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
      else {
        for (const index of this.#indexes) {
          for (const range of index.ranges(reading)) ranges.push(range);
        }
      }
    }
    return ranges;
  }
}

/** `undefined` when there is too much of it. */
function limitedParts(secrets: Iterable<string>, most: number): string[] | undefined {
  const parts = new Set<string>();
  let length = 0;
  const seen = new Set<string>();
  for (const secret of secrets) {
    if (secret.length > most) return undefined;
    if (seen.has(secret)) continue;
    seen.add(secret);
    for (const part of secretParts(secret)) {
      if (part.length < shortest || parts.has(part)) continue;
      parts.add(part);
      length += part.length;
      if (length > most) return undefined;
    }
  }
  return [...parts];
}

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((sum, { length }) => sum + length, 0);
}

/** In order; those that overlap or touch are one. */
function joined(ranges: Range[]): Range[] {
  const result: Range[] = [];
  let [first, last] = [0, 0];
  for (const [start, end] of ranges.sort((a, b) => a[0] - b[0])) {
    if (end <= last) continue;
    if (start > last && last > 0) result.push([first, last]);
    if (start > last || last === 0) first = start;
    last = end;
  }
  return last > 0 ? [...result, [first, last]] : result;
}
