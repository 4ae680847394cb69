/** Finds whole words of a few lengths in a text, however many words there are. */
export class WordIndex {
  readonly #byLength = new Map<number, Set<string>>();

  constructor(words: Iterable<string>) {
    for (const word of words) {
      const same = this.#byLength.get(word.length);
      if (same) same.add(word);
      else this.#byLength.set(word.length, new Set([word]));
    }
  }

  /** Where words begin in `text`, and how long they are. */
  *matches(text: string): Generator<readonly [at: number, length: number]> {
    for (const [length, words] of this.#byLength) {
      for (let at = 0; at + length <= text.length; at++) {
        if (words.has(text.slice(at, at + length))) yield [at, length];
      }
    }
  }
}
