import { rewritten, unbroken, type View } from './fold';
import { sequences } from './terminal-text';

const percent = /(?:%[0-9a-fA-F]{2})+/;
const html = /&#\d{1,7};|&#x[0-9a-fA-F]{1,6};|&(?:amp|lt|gt|quot|apos);/i;
const backslash = /(?:\\x[0-9a-fA-F]{2})+|(?:\\[0-7]{3})+|\\u\{[0-9a-fA-F]{1,6}\}|\\u[0-9a-fA-F]{4}|\\[^\n]/;
/** Quoted-printable. */
const equals = /(?:=[0-9a-fA-F]{2})+/gi;
const kinds = [percent, html, backslash].map(({ source }) => new RegExp(source, 'gi'));
/** A `=` may as well be what is meant. */
const most = new RegExp([percent, html, backslash].map(({ source }) => source).join('|'), 'gi');

/** Colours that somebody has escaped, in a text with signs of its own that look like escapes. */
const escapedSequences = /(?:(?<!\\)\\+(?:u001b|x1b|033|e)|%1b|&#(?:27|x1b);)\[[0-?]*[ -/]*[@-~]/gi;
/** What a log puts before each line. */
const margins = /\n[\t ]*[|>#*:;-]+/g;
const breaks = [sequences, escapedSequences, margins];

/** JSON in JSON in JSON in JSON. */
const deepest = 4;

export interface Meanings {
  readonly all: readonly View[];
  /** The text itself, and those that are most resolved. */
  readonly ends: ReadonlySet<View>;
}

/**
 * What the text may mean: without terminal sequences or margins, with escapes of one kind resolved, and with all of them,
 * again and again. Nothing invisible is left.
 */
export function meanings(view: View): Meanings {
  const found = new Map<string, View>();
  // A line may have been broken in the middle of an escape, so that is undone first.
  const add = (view: View) => {
    const whole = unbroken.view(view);
    const same = found.get(whole.text);
    if (!same) found.set(whole.text, whole);
    return same ?? whole;
  };
  const first = add(view);
  const starts = new Set([first, ...breaks.map((broken) => add(without(view, broken)))]);
  const resolve = (view: View, escapes: RegExp) => {
    const next = rewritten(view, escapes, meaning);
    add(next);
    // What was escaped may be a terminal sequence.
    return add(without(next, sequences));
  };
  for (const start of starts) for (const kind of kinds) resolve(start, kind);
  const ends = new Set([first]);
  for (const start of starts) {
    let last = start;
    for (let depth = 0; depth < deepest; depth++) {
      const next = resolve(last, most);
      if (next.text === last.text) break;
      last = next;
    }
    ends.add(last);
  }
  for (const whole of [...found.values()]) add(rewritten(whole, equals, meaning));
  return { all: [...found.values()], ends };
}

function without(view: View, pattern: RegExp): View {
  if (view.text.search(pattern) === -1) return view;
  return rewritten(view, pattern, () => '');
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
  '\\e': '\x1b',
};

function meaning(sequence: string): string {
  const name = named[sequence];
  if (name !== undefined) return name;
  if (/^[%=]|^\\x/.test(sequence)) {
    return Buffer.from(sequence.replace(/\\x|[%=]/gi, ''), 'hex').toString('utf8');
  }
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
