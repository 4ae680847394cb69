import { type Candidate, insert } from './syntax-candidate';
import { quotedValue } from './syntax-values';
import { contentEnd, type Line } from './text-lines';

/** A value that needs quotes, or has two where one is meant. */
export function quotes(text: string, at: number, line: Line): Candidate[] {
  const value = /^\s*(?:- +)*(?:[\w."'-]+:\s+)?(?=\S)/.exec(line.text)?.[0].length ?? 0;
  const item = /^\s*(?:- +)+(?=\S)/.exec(line.text)?.[0].length ?? 0;
  const starts = [line.start + value, ...(at > line.start + value ? [at] : []), line.start + item];
  return [...starts.map((start) => quotedValue(text, start)), ...doubled(line)];
}

/** `""text""`: of two quotes on each side one is meant. */
function doubled({ start, text }: Line): Candidate[] {
  const found = /(?<=[\s:,[{-])(["'])\1([^"'\n]+)\1\1(?=\s*(?:$|[,\]}#]))/.exec(text);
  if (!found) return [];
  const [from, to] = [start + found.index, start + found.index + found[0].length];
  const edits = [from, to - 1].map((at) => ({ start: at, end: at + 1, newText: '' }));
  return [{ title: 'Remove the doubled quotes', edits }];
}

/** Quotes and brackets that are open at the end of a line, and commas between two things. */
export function closings(text: string, at: number, line: Line, above: readonly Line[]): Candidate[] {
  const lines = [line, ...above];
  const marks = lines.flatMap((each) =>
    openQuotes(each.text).flatMap((mark) =>
      ends(each).map((end) => insert('Add the closing quote', end, mark)),
    ),
  );
  const brackets = lines.flatMap((each) => {
    const open = openBrackets(each.text);
    return open ? [insert('Add the closing bracket', contentEnd(each), open)] : [];
  });
  const before = text.slice(0, at).trimEnd().length;
  const rest = openBrackets(text.slice(0, text.length));
  return [
    ...marks,
    ...brackets,
    insert('Add the comma', before, ','),
    ...above.slice(0, 1).map((each) => insert('Add the comma', contentEnd(each), ',')),
    ...(rest && rest.length < 20 ? [insert('Add the closing brackets', text.trimEnd().length, rest)] : []),
    ...extraBracket(text, at),
    ...otherBracket(text, at),
  ];
}

/** `[{a: b]`: a bracket that is open inside of the one that is closed. */
function otherBracket(text: string, at: number): Candidate[] {
  const other = { ']': '}', '}': ']' }[text[at] ?? ''];
  return other ? [insert('Add the closing bracket', at, other)] : [];
}

function extraBracket(text: string, at: number): Candidate[] {
  if (!/[\]}]/.test(text[at] ?? '')) return [];
  return [{ title: 'Remove the bracket', edits: [{ start: at, end: at + 1, newText: '' }] }];
}

/** Where a quote may have been meant to end: before a comment, a comma or a bracket. */
function ends(line: Line): number[] {
  const end = contentEnd(line);
  const punctuation = /[,\]}]+$/.exec(line.text.slice(0, end - line.start))?.[0].length ?? 0;
  return [end - punctuation, end];
}

/** The quotes of which a line has an odd number, if it begins a value with one. */
function openQuotes(line: string): string[] {
  return ['"', "'"].filter((mark) => {
    const escaped = mark === '"' ? line.replace(/\\./g, '') : line.replaceAll("''", '');
    const count = escaped.split(mark).length - 1;
    return count % 2 === 1 && new RegExp(`(?:^|[\\s:,[{-])${mark}`).test(line);
  });
}

/** What closes the brackets that are open at the end of a text, the inner ones first. */
function openBrackets(text: string): string {
  const open: string[] = [];
  for (const [character] of text.matchAll(/"(?:\\.|[^"\\])*"|'[^'\n]*'|(?<=^|\s)#.*|[[\]{}]/gm)) {
    if (character === '[' || character === '{') open.unshift(character === '[' ? ']' : '}');
    else if (character === ']' || character === '}') open.shift();
  }
  return open.join('');
}
