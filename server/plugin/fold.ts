/** A text reduced to what survives re-formatting, with the place of each character in the original. */
export interface View {
  readonly text: string;
  /** Start and end in the original of each UTF-16 unit of `text`. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** The text itself. */
export function plainView(text: string): View {
  const starts = Uint32Array.from({ length: text.length }, (_, at) => at);
  return { text, starts, ends: starts.map((at) => at + 1) };
}

/** White space, line ends, zero-width and other invisible characters. */
const invisible =
  /[\u034f\u17b4\u17b5]|[\u180b-\u180e]|[\ufe00-\ufe0f]|[\s\p{C}\u00ad\u115f\u1160\u200b-\u200f\u2060-\u206f\ufeff]/u;

/** Replaces unit by unit, so that texts which differ in what does not matter become equal. */
export class Fold {
  readonly #change: (unit: string) => string;
  /** Most text is ASCII or bytes, for which the answers are kept. */
  readonly #bytes: readonly string[];

  constructor(change: (unit: string) => string) {
    this.#change = change;
    this.#bytes = Array.from({ length: 0x100 }, (_, code) => change(String.fromCharCode(code)));
  }

  text(text: string): string {
    const parts: string[] = [];
    for (let at = 0; at < text.length; at++) parts.push(this.#unit(text, at));
    return parts.join('');
  }

  view({ text, starts, ends }: View): View {
    const parts: string[] = [];
    const newStarts = new Uint32Array(text.length);
    const newEnds = new Uint32Array(text.length);
    let length = 0;
    for (let at = 0; at < text.length; at++) {
      const unit = this.#unit(text, at);
      if (unit === '') continue;
      parts.push(unit);
      newStarts[length] = starts[at] ?? 0;
      newEnds[length] = ends[at] ?? 0;
      length++;
    }
    return { text: parts.join(''), starts: newStarts.subarray(0, length), ends: newEnds.subarray(0, length) };
  }

  /** Half a surrogate pair stays as it is. */
  #unit(text: string, at: number): string {
    const code = text.charCodeAt(at);
    if (code < 0x100) return this.#bytes[code] ?? '';
    const unit = text[at] ?? '';
    return code >= 0xd800 && code <= 0xdfff ? unit : this.#change(unit);
  }
}

/** Drops what is invisible. */
export const unbroken = new Fold((unit) => (invisible.test(unit) ? '' : unit));

/** Drops what is invisible, ignores case, and takes both base64 alphabets for one. */
export const visible = new Fold((unit) => (invisible.test(unit) ? '' : folded(unit)));

/** Keeps letters and digits only, so that separators don't matter. */
export const letters = new Fold((unit) => (/[\p{L}\p{N}]/u.test(unit) ? folded(unit) : ''));

/** Keeps what tokens are made of, so that margins and quotes don't matter. */
export const digits = new Fold((unit) => (/[\p{L}\p{N}+/_-]/u.test(unit) ? folded(unit) : ''));

function folded(unit: string): string {
  if (unit === '-') return '+';
  if (unit === '_') return '/';
  const lower = unit.toLowerCase();
  return lower.length === unit.length ? lower : unit;
}

/** With each match replaced by what is not longer. */
export function rewritten(
  { text, starts, ends }: View,
  pattern: RegExp,
  change: (match: string) => string,
): View {
  const parts: string[] = [];
  const newStarts = new Uint32Array(text.length);
  const newEnds = new Uint32Array(text.length);
  let length = 0;
  const add = (piece: string, start: number, end: number, each: boolean) => {
    parts.push(piece);
    for (let unit = 0; unit < piece.length; unit++, length++) {
      newStarts[length] = starts[each ? start + unit : start] ?? 0;
      newEnds[length] = ends[each ? start + unit : end - 1] ?? 0;
    }
  };
  let done = 0;
  for (const { 0: match, index } of text.matchAll(pattern)) {
    add(text.slice(done, index), done, index, true);
    done = index + match.length;
    add(change(match), index, done, false);
  }
  add(text.slice(done), done, text.length, true);
  return { text: parts.join(''), starts: newStarts.subarray(0, length), ends: newEnds.subarray(0, length) };
}
