import type { Range } from '../credential/hide';
import { digits, type Fold, letters, type View, visible } from './fold';
import { GramIndex } from './gram-index';
import type { Reading } from './readings';
import { formsOf } from './secret-forms';
import { WordIndex } from './word-index';

/** A piece of a secret that is this long is masked, wherever it stands. */
const gram = 12;
/** Shorter secrets are none. */
export const shortest = 4;
/** Shorter ones turn up by chance in bytes that mean nothing. */
const shortestInside = 6;
/** UTF-16 units. Of more, only what is most likely is looked for. */
const mostForms = 32 * 1024;

/** Where pieces of some secrets stand in a text. */
export class SecretIndex {
  readonly #grams: GramIndex;
  /** What is left of secrets without their signs. */
  readonly #bare: readonly (readonly [fold: Fold, grams: GramIndex])[];
  /** Secrets shorter than a piece. */
  readonly #words: WordIndex;

  constructor(secrets: readonly string[]) {
    const few = secrets.reduce((sum, { length }) => sum + length, 0) <= mostForms;
    const forms = secrets.flatMap((secret) => formsOf(secret, few));
    const plain = [...new Set(forms.map((form) => visible.text(form)))];
    this.#grams = new GramIndex(plain, gram);
    this.#bare = [digits, letters].map((fold) => {
      return [fold, new GramIndex([...new Set(plain.map((form) => fold.text(form)))], gram)];
    });
    this.#words = new WordIndex(plain.filter(({ length }) => length < gram && length >= shortest));
  }

  *ranges({ view, noise, inner }: Reading): Generator<Range> {
    const seen = visible.view(view);
    for (const at of this.#grams.matches(seen.text)) yield rangeIn(seen, at, gram);
    for (const [at, length] of this.#words.matches(seen.text)) {
      if (!inner || length >= shortestInside) yield rangeIn(seen, at, length);
    }
    if (noise) return;
    for (const [fold, grams] of this.#bare) {
      const bare = fold.view(seen);
      for (const at of grams.matches(bare.text)) yield rangeIn(bare, at, gram);
    }
  }
}

function rangeIn(view: View, at: number, length: number): Range {
  return [view.starts[at] ?? 0, view.ends[at + length - 1] ?? 0];
}
