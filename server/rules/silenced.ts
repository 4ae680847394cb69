import type { LocatedDocument } from '../document/located-document';
import { ChunkedText } from '../document/text';

/**
 * Comments that silence rules:
 *
 * - `# kubeconfig-exec-disable-line code, code`: on this line
 * - `# kubeconfig-exec-disable-next-line code`: on the next
 * - `# kubeconfig-exec-disable code`: in the whole file
 *
 * Behind ` -- ` may stand a reason, behind ` # ` another comment.
 */
export interface Silencing {
  readonly where: 'line' | 'next-line' | 'file' | 'unknown';
  readonly codes: readonly SilencedCode[];
  /** Absolute range of the words before the codes. */
  readonly start: number;
  readonly end: number;
}

export interface SilencedCode {
  readonly code: string;
  readonly start: number;
  readonly end: number;
}

const word = 'kubeconfig-exec-disable';
const form = new RegExp(String.raw`#[ \t]*(${word}([\w-]*))([^\r\n]*)`, 'g');
const places: Readonly<Record<string, Silencing['where']>> = {
  '': 'file',
  '-line': 'line',
  '-next-line': 'next-line',
};

/** By document, and by what several versions of one have in common. */
const known = new WeakMap<object, readonly Silencing[]>();

/** All that is silenced in a document, in the order of the text. */
export function silencingsIn({ fields, source }: LocatedDocument): readonly Silencing[] {
  return once(fields, () => {
    if (!(source instanceof ChunkedText)) return silencingsOf(source.toString());
    return [...source.placed()].flatMap(({ chunk, start }) => {
      const own = once(chunk, () => silencingsOf(chunk.lines));
      return start === 0 ? own : own.map((each) => moved(each, start));
    });
  });
}

function once(key: object, find: () => readonly Silencing[]): readonly Silencing[] {
  const found = known.get(key) ?? find();
  known.set(key, found);
  return found;
}

function silencingsOf(text: string): Silencing[] {
  return text.includes(word) ? [...text.matchAll(form)].flatMap((match) => read(match, text)) : [];
}

function moved({ start, end, codes, where }: Silencing, by: number): Silencing {
  const code = (each: SilencedCode) => ({ ...each, start: each.start + by, end: each.end + by });
  return { where, codes: codes.map(code), start: start + by, end: end + by };
}

function read(match: RegExpMatchArray, text: string): Silencing[] {
  const [, words = '', suffix = '', rest = ''] = match;
  if (!isComment(text, match.index ?? 0)) return [];
  const start = (match.index ?? 0) + match[0].indexOf(words);
  const end = start + words.length;
  const [named = ''] = rest.split(/\s(?:--|#)(?:\s|$)/, 1);
  const codes = [...named.matchAll(/[^\s,]+/g)].map((code) => {
    const at = end + code.index;
    return { code: code[0], start: at, end: at + code[0].length };
  });
  return [{ where: places[suffix] ?? 'unknown', codes, start, end }];
}

/** Whether a `#` is at the start of a comment, and not in a text in quotes. */
function isComment(text: string, at: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  if (!/(?:^|\s)$/.test(before)) return false;
  let quote = '';
  for (let index = 0; index < before.length; index++) {
    const char = before[index] ?? '';
    const next = before[index + 1];
    // `\"` in double quotes, `''` in single ones.
    if ((quote === '"' && char === '\\') || (quote === "'" && char === quote && next === quote)) index += 1;
    else if (char === quote) quote = '';
    else if (quote === '' && /["']/.test(char) && /(?:^|[\s[{,:-])$/.test(before.slice(0, index)))
      quote = char;
  }
  return quote === '';
}

/** Tells whether a finding of a rule, by where it starts, is silenced. */
export function silencer(document: LocatedDocument): (code: string, start: number) => boolean {
  const silencings = silencingsIn(document);
  if (silencings.length === 0) return () => false;
  const { text } = document;
  const inFile = new Set<string>();
  /** By the start of a line. */
  const onLines = new Map<number, Set<string>>();
  for (const { where, codes, start } of silencings) {
    const names = codes.map(({ code }) => code);
    if (where === 'file') for (const name of names) inFile.add(name);
    if (where !== 'line' && where !== 'next-line') continue;
    const line = where === 'line' ? lineOf(text, start) : nextLineOf(text, start);
    onLines.set(line, new Set([...(onLines.get(line) ?? []), ...names]));
  }
  return (code, start) => inFile.has(code) || onLines.get(lineOf(text, start))?.has(code) === true;
}

function lineOf(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** Of the line below; -1 if there is none. */
function nextLineOf(text: string, offset: number): number {
  return text.indexOf('\n', offset) + 1 || -1;
}
