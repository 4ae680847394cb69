/** A text reduced to what survives re-formatting, with the place of each character in the original. */
export interface Folded {
  readonly text: string;
  /** Start and end in the original of each UTF-16 unit of `text`. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** White space, line ends, zero-width and other invisible characters. */
const invisible =
  /[\u034f\u17b4\u17b5]|[\u180b-\u180e]|[\s\p{C}\u00ad\u115f\u1160\u200b-\u200f\u2060-\u206f\ufeff]/u;

/** Drops what is invisible, ignores case, and takes both base64 alphabets for one. */
export function folded(source: Folded): Folded {
  return mapped(source, (unit) => (invisible.test(unit) ? '' : foldUnit(unit)));
}

/** Keeps letters and digits only, so that separators don't matter. */
export function lettersOnly(source: Folded): Folded {
  return mapped(source, (unit) => (/[\p{L}\p{N}]/u.test(unit) ? foldUnit(unit) : ''));
}

function foldUnit(unit: string): string {
  if (unit === '-') return '+';
  if (unit === '_') return '/';
  const lower = unit.toLowerCase();
  return lower.length === unit.length ? lower : unit;
}

function mapped({ text, starts, ends }: Folded, change: (unit: string) => string): Folded {
  const parts: string[] = [];
  const newStarts: number[] = [];
  const newEnds: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = changedUnit(text.charCodeAt(at), text[at] ?? '', change);
    if (unit === '') continue;
    parts.push(unit);
    newStarts.push(starts[at] ?? 0);
    newEnds.push(ends[at] ?? 0);
  }
  return { text: parts.join(''), starts: newStarts, ends: newEnds };
}

/** Most text is ASCII, for which the answers are remembered. Half a surrogate pair stays as it is. */
const remembered = new WeakMap<(unit: string) => string, string[]>();

function changedUnit(code: number, unit: string, change: (unit: string) => string): string {
  if (code >= 0xd800 && code <= 0xdfff) return unit;
  if (code >= 0x80) return change(unit);
  let table = remembered.get(change);
  if (!table) {
    table = Array.from({ length: 0x80 }, (_, ascii) => change(String.fromCharCode(ascii)));
    remembered.set(change, table);
  }
  return table[code] ?? '';
}

export function unfolded(text: string): Folded {
  const starts = Array.from({ length: text.length }, (_, at) => at);
  return { text, starts, ends: starts.map((at) => at + 1) };
}

const escapes =
  /(?:%[0-9a-fA-F]{2})+|(?:\\x[0-9a-fA-F]{2})+|(?:\\[0-7]{3})+|\\u\{[0-9a-fA-F]{1,6}\}|\\u[0-9a-fA-F]{4}|&#\d{1,7};|&#x[0-9a-fA-F]{1,6};|&(?:amp|lt|gt|quot|apos);|\\[^\n]/g;

/** Resolves URL, JSON, C and HTML escapes once. */
export function unescaped({ text, starts, ends }: Folded): Folded {
  const parts: string[] = [];
  const newStarts: number[] = [];
  const newEnds: number[] = [];
  const add = (piece: string, start: number, end: number, each: boolean) => {
    parts.push(piece);
    for (let unit = 0; unit < piece.length; unit++) {
      newStarts.push(starts[each ? start + unit : start] ?? 0);
      newEnds.push(ends[each ? start + unit : end - 1] ?? 0);
    }
  };
  let done = 0;
  for (const { 0: sequence, index } of text.matchAll(escapes)) {
    add(text.slice(done, index), done, index, true);
    done = index + sequence.length;
    add(meaning(sequence), index, done, false);
  }
  add(text.slice(done), done, text.length, true);
  return { text: parts.join(''), starts: newStarts, ends: newEnds };
}

const named: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '\\b': '',
  '\\f': '',
  '\\n': '',
  '\\r': '',
  '\\t': '',
  '\\v': '',
};

function meaning(sequence: string): string {
  const name = named[sequence];
  if (name !== undefined) return name;
  if (sequence.startsWith('%')) return Buffer.from(sequence.replaceAll('%', ''), 'hex').toString('utf8');
  if (/^\\x/.test(sequence)) return Buffer.from(sequence.replaceAll('\\x', ''), 'hex').toString('utf8');
  if (/^\\[0-7]{3}/.test(sequence)) return octal(sequence);
  if (/^\\[^u]$/.test(sequence)) return sequence.slice(1);
  const decimal = /^&#(\d+)/.exec(sequence)?.[1];
  const code = decimal
    ? Number(decimal)
    : Number.parseInt(/[0-9a-fA-F]+(?=[;}]?$)/.exec(sequence)?.[0] ?? '', 16);
  if (Number.isNaN(code) || code > 0x10ffff) return sequence;
  return code <= 0xffff ? String.fromCharCode(code) : String.fromCodePoint(code);
}

function octal(sequence: string): string {
  const bytes = sequence
    .slice(1)
    .split('\\')
    .map((digits) => Number.parseInt(digits, 8) & 0xff);
  return Buffer.from(bytes).toString('utf8');
}
