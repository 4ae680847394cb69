import { mayBeSecret } from '../credential/token-shape';

/** Of what is shorter, nothing is a secret. */
const shortest = 8;
/** No word of a language is longer, and a regular expression may fail over one. */
const longestWord = 64 * 1024;
const quote = 0x22;
const backslash = 0x5c;
const separators = new Set([...'"\'`,;{}[]()<>=|:'].map((sign) => sign.charCodeAt(0)));

/**
 * Secrets in a text that nobody could decode: what does not read like plain language. The text may have millions
 * of lines or words, so only those that are long enough are ever taken out of it.
 */
export function* secretsInText(text: string): Generator<string> {
  const column = new Column(text);
  for (let start = 0; start < text.length; ) {
    const end = lineEnd(text, start);
    const line = new Line(text, start, end);
    const broken = column.add(line);
    if (broken !== undefined) yield broken;
    if (line.words.length > 0 || line.isQuoting) yield* secretsInLine(text, line);
    start = end + 1;
  }
  const last = column.end();
  if (last !== undefined) yield last;
}

function* secretsInLine(text: string, line: Line): Generator<string> {
  for (const [from, to] of line.words) {
    const word = text.slice(from, to);
    if (line.count === 1 || isSecret(word)) yield word;
    for (const part of piecesOf(word)) if (isSecret(part)) yield part;
  }
  if (!line.isQuoting) return;
  for (const quoted of quotedIn(text.slice(line.first, line.last))) {
    if (isSecret(quoted)) yield* [quoted, ...unescapedJson(quoted)];
  }
}

function isSecret(word: string): boolean {
  return word.length > longestWord || mayBeSecret(word);
}

function lineEnd(text: string, start: number): number {
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a || code === 0x0d) break;
  }
  return at;
}

/** The words of a line, of which only the long ones are told. */
class Line {
  readonly words: (readonly [start: number, end: number])[] = [];
  count = 0;
  isQuoting = false;
  /** Where the first word begins and the last one ends. */
  first = 0;
  last = 0;

  constructor(text: string, start: number, end: number) {
    for (let at = start; at < end; at++) {
      if (isSpace(text.charCodeAt(at))) continue;
      const from = at;
      for (; at < end; at++) {
        const code = text.charCodeAt(at);
        if (isSpace(code)) break;
        if (code === quote) this.isQuoting = true;
      }
      if (this.count === 0) this.first = from;
      this.last = at;
      this.count++;
      if (at - from >= shortest) this.words.push([from, at]);
    }
  }
}

/** Lines of one word that follow each other: one text may have been broken up into them. */
class Column {
  #start = 0;
  #end = 0;
  #words = 0;
  #hasLong = false;

  constructor(private readonly text: string) {}

  /** What was in those that `line` is not one of. */
  add({ count, words, first, last }: Line): string | undefined {
    if (count > 1) return this.end();
    if (count === 0) return undefined;
    if (this.#words === 0) this.#start = first;
    this.#words++;
    this.#end = last;
    this.#hasLong ||= words.length > 0;
    return undefined;
  }

  end(): string | undefined {
    const whole = this.#words > 1 && this.#hasLong;
    this.#words = 0;
    this.#hasLong = false;
    return whole ? this.text.slice(this.#start, this.#end).replace(/\s+/g, '') : undefined;
  }
}

/** Those that are long enough. The whole word is none. */
function* piecesOf(word: string): Generator<string> {
  for (let start = 0; start < word.length; start++) {
    let end = start;
    while (end < word.length && !separators.has(word.charCodeAt(end))) end++;
    if (end - start >= shortest && end - start < word.length) yield word.slice(start, end);
    start = end;
  }
}

/** What stands between quotation marks in a line, or behind one that is not closed. */
function* quotedIn(line: string): Generator<string> {
  for (let open = line.indexOf('"'); open !== -1; ) {
    let at = open + 1;
    while (at < line.length && line.charCodeAt(at) !== quote) at += line.charCodeAt(at) === backslash ? 2 : 1;
    const isLong = at - open > shortest;
    if (isLong) yield line.slice(open + 1, at);
    // What closes a short one may open another.
    open = line.indexOf('"', isLong ? at + 1 : at);
  }
}

function unescapedJson(text: string): string[] {
  try {
    return text.includes('\\') ? [String(JSON.parse(`"${text}"`))] : [];
  } catch {
    return [];
  }
}

const spaces = Array.from({ length: 0x100 }, (_, code) => /\s/.test(String.fromCharCode(code)));

function isSpace(code: number): boolean {
  return code < 0x100 ? spaces[code] === true : code >= 0x1680 && /\s/.test(String.fromCharCode(code));
}
