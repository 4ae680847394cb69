import type { View } from './fold';

const escapes =
  /(?:%[0-9a-fA-F]{2})+|(?:\\x[0-9a-fA-F]{2})+|(?:\\[0-7]{3})+|\\u\{[0-9a-fA-F]{1,6}\}|\\u[0-9a-fA-F]{4}|&#\d{1,7};|&#x[0-9a-fA-F]{1,6};|&(?:amp|lt|gt|quot|apos);|\\[^\n]/g;

/** Resolves URL, JSON, C and HTML escapes once. */
export function unescaped({ text, starts, ends }: View): View {
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
