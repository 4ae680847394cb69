import { maskPatterns } from '../credential/mask';
import { redacted } from '../credential/secret';
import { plainView } from './fold';
import { Opaque, readings } from './readings';
import { secretParts } from './secret-forms';
import { type Range, SecretIndex, shortest } from './secret-index';

/** UTF-16 units: hundreds of keys. More can't be searched for in reasonable time; then nothing is shown. */
const mostSecret = 2 * 1024 * 1024;

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
  for (const secret of secrets) {
    if (secret.length > most) return undefined;
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
