/** Where a text is not JSON, as a UTF-16 offset; `undefined`: it is. V8's own errors don't always say it. */
export function jsonFault(text: string): number | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch {
    return new Scan(text).fault();
  }
}

const space = /[ \t\r\n]*/y;
const scalar =
  /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4})|[\x7f-\x9f])*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy;
const name = /"(?:[^"\\]|\\.)*"/uy;

/** Goes through a text until it stops being JSON. */
class Scan {
  #at = 0;

  constructor(private readonly text: string) {}

  fault(): number {
    this.#value();
    this.#take(space);
    return this.#at;
  }

  /** False where the text stops being JSON. */
  #value(): boolean {
    this.#take(space);
    const first = this.text[this.#at];
    if (first === '{') return this.#list('}', () => this.#take(name) && this.#sign(':') && this.#value());
    return first === '[' ? this.#list(']', () => this.#value()) : this.#take(scalar);
  }

  #list(end: string, item: () => boolean): boolean {
    this.#at += 1;
    if (this.#sign(end)) return true;
    do {
      this.#take(space);
      if (!item()) return false;
    } while (this.#sign(','));
    return this.#sign(end);
  }

  #sign(sign: string): boolean {
    this.#take(space);
    const found = this.text[this.#at] === sign;
    if (found) this.#at += 1;
    return found;
  }

  #take(form: RegExp): boolean {
    form.lastIndex = this.#at;
    const found = form.exec(this.text);
    if (found) this.#at += found[0].length;
    return found !== null;
  }
}
