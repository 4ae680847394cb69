import type { ScalarNode } from '../node';
import { plainValue } from '../scalars';

/** For more the engine's regular expressions might need more memory than it gives them. */
const longest = 1024 * 1024;
/** Printable ASCII in lines that end with a line feed, none of them empty. */
const ordinary = /^(?: *[!-~](?:[ -~]*[!-~])?\n)+$/;

/** Whether a part may be read line by line. */
export function isOrdinary(own: string): boolean {
  return own.length <= longest && ordinary.test(own);
}

const key = /([A-Za-z][\w.-]*):(?: +|(?=\n))/y;
/** For go-yaml a longer one may be none. */
const longestKey = 1000;

/** The key that a line begins with, and where its value does; that is the line's end if there is none. */
export function keyAt(
  text: string,
  start: number,
  end: number,
): { readonly name: string; readonly valueStart: number } | undefined {
  key.lastIndex = start;
  const name = key.exec(text)?.[1];
  // One that go-yaml would take for something else, such as `on`, is another key.
  if (name === undefined || name.length > longestKey || plainValue(name) !== name) return undefined;
  return { name, valueStart: Math.min(key.lastIndex, end) };
}

/** Without what has a meaning of its own at the beginning, and without a colon or a comment in it. */
export const plain = /(?:[A-Za-z0-9_./~$+(]|-(?![ \n]))(?:[^ \n:#]+|:(?![ \n])|#(?<=[^ ]#)| (?!#))*/y;
export const quoted = /"[^"\\]*"|'[^']*'/y;

/** A text of one line, written in one of these ways. Its place counts from `base`. */
export function scalarAt(
  text: string,
  start: number,
  end: number,
  base: number,
  form: RegExp,
): ScalarNode | undefined {
  form.lastIndex = start;
  if (!form.test(text) || form.lastIndex !== end) return undefined;
  const at = { start: start - base, end: end - base };
  if (form === quoted) {
    const source = text.slice(start + 1, end - 1);
    const style = text[start] === '"' ? 'double' : 'single';
    return { kind: 'scalar', ...at, source, value: source, style };
  }
  const source = text.slice(start, end);
  const value = plainValue(source);
  if (typeof value === 'number' && !Number.isFinite(value)) return undefined;
  return { kind: 'scalar', ...at, source, value, style: 'plain' };
}

/** By how a text begins. */
export function formOf(text: string, start: number): RegExp {
  return text[start] === '"' || text[start] === "'" ? quoted : plain;
}
