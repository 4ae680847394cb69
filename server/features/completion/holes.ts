/**
 * Text to be written may have holes: places that are left to the user, in order. They are marked with characters of
 * a private use area, which no quoting touches, so that a hole can stand in any value.
 */
const open = '\uE000';
const close = '\uE001';
const or = '\uE002';
/** Before a hole that gets no quotation marks, whatever the style. */
const bare = '\uE003';
/** The value of a key that stands for a whole mapping. */
const nothing = '\uE004';

/** A hole with the text that is in it first; with choices, the first of these. */
export function hole(text = '', choices: readonly string[] = []): string {
  return open + [text, ...choices].join(or) + close;
}

/** A hole for a number, a boolean or anything else that is no text. */
export function bareHole(...choices: string[]): string {
  return bare + hole(choices[0], choices);
}

/** A mapping that nothing is known of. */
export const openMapping: { readonly [key: string]: string } = { [hole()]: nothing };

/** A value that the style has been applied to, without the marks that were for the style. */
export function withoutStyle(text: string): string {
  return text
    .replace(new RegExp(`(["']?)(${open}${close})\\1: ?(["']?)${nothing}\\3`, 'g'), '$2')
    .replace(new RegExp(`(["'])${bare}(${open}[^${close}]*${close})\\1`, 'g'), '$2')
    .replace(new RegExp(`\\{ (${open}${close}) \\}`, 'g'), '{$1}')
    .replaceAll(bare, '');
}

const holes = new RegExp(`${open}([^${close}]*)${close}`, 'g');

export function hasHoles(text: string): boolean {
  return text.includes(open);
}

/** For clients without snippets. */
export function plainText(text: string): string {
  return text.replace(holes, (_, inside: string) => inside.split(or)[0] ?? '');
}

/** In the syntax of snippets; holes with the same text are filled together. */
export function snippetText(text: string): string {
  const numbers = new Map<string, number>();
  let count = 0;
  let result = '';
  let at = 0;
  for (const match of text.matchAll(holes)) {
    result += escaped(text.slice(at, match.index));
    at = match.index + match[0].length;
    const [first = '', ...choices] = (match[1] ?? '').split(or);
    const known = first === '' || choices.length > 0 ? undefined : numbers.get(first);
    if (known !== undefined) {
      result += `\${${known}}`;
      continue;
    }
    count++;
    if (choices.length === 0) numbers.set(first, count);
    result += stop(count, first, choices);
  }
  return result + escaped(text.slice(at));
}

function stop(number: number, text: string, choices: readonly string[]): string {
  if (choices.length > 1)
    return `\${${number}|${choices.map((choice) => choice.replace(/[\\,|]/g, '\\$&')).join(',')}|}`;
  return text === '' ? `$${number}` : `\${${number}:${escaped(text)}}`;
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
