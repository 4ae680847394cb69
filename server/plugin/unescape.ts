import type { View } from './fold';

const percent = /(?:%[0-9a-fA-F]{2})+/;
const html = /&#\d{1,7};|&#x[0-9a-fA-F]{1,6};|&(?:amp|lt|gt|quot|apos);/i;
const backslash = /(?:\\x[0-9a-fA-F]{2})+|(?:\\[0-7]{3})+|\\u\{[0-9a-fA-F]{1,6}\}|\\u[0-9a-fA-F]{4}|\\[^\n]/;
const any = new RegExp([percent, html, backslash].map(({ source }) => source).join('|'), 'gi');

/** What the text may mean: with escapes of one kind resolved, with all of them, and so twice. */
export function meanings(view: View): View[] {
  const once = unescaped(view, any);
  if (once.text === view.text) return [view];
  const each = [percent, html, backslash].map(({ source }) => unescaped(view, new RegExp(source, 'gi')));
  const others = each.filter(({ text }) => text !== view.text && text !== once.text);
  return [view, once, unescaped(once, any), ...others];
}

function unescaped({ text, starts, ends }: View, escapes: RegExp): View {
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
