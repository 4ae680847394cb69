import type { LoadFault } from '../../document/fault';
import type { Edit } from '../../edits/edit';
import { quotedValue } from './syntax-values';
import { contentEnd, indentOf, type Line, lineAt, linesAbove, linesInside } from './text-lines';

/** A guess at what is meant. */
export interface Candidate {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** How unlikely it is, counted in fields that nobody knows. */
  readonly cost?: number;
}

/** How far above the place that the reader notices a quote or bracket may have been left open. */
const reach = 12;

/** What people forget: quotes, brackets, colons, spaces; and what they indent wrongly. The likely ones first. */
export function structureCandidates(text: string, fault: LoadFault): Candidate[] {
  const line = lineAt(text, fault.start);
  const above = linesAbove(text, line, reach);
  return [
    ...tabs(text, line),
    ...comments(text),
    ...wrapping(text, line, above[0]),
    ...quotes(text, fault.start, line),
    ...colons(line, above[0]),
    ...closings(text, fault.start, line, above),
    ...indents(text, line, above),
    ...strayValue(line, above[0]),
    ...strayMark(text, fault.start, line),
  ].filter(({ edits }) => edits.length > 0);
}

function insert(title: string, at: number, newText: string): Candidate {
  return { title, edits: [{ start: at, end: at, newText }] };
}

/** For tabs of each usual width, in the whole text; and on the faulty line as deep as another line. */
function tabs(text: string, line: Line): Candidate[] {
  const title = 'Replace the tabs by spaces';
  const indented = [...text.matchAll(/^([ ]*)(\t[ \t]*)/gm)].map(
    ({ index, 1: before = '', 2: found = '' }) => ({
      start: index + before.length,
      found,
    }),
  );
  const whole = [2, 4, 8, 3, 6, 1].map((width) => ({
    title,
    edits: indented.map(({ start, found }) => ({
      start,
      end: start + found.length,
      newText: found.replaceAll('\t', ' '.repeat(width)),
    })),
  }));
  const inside = [...line.text.matchAll(/\t+/g)].map(({ index, 0: found }) => {
    const start = line.start + index;
    return { start, end: start + found.length, newText: ' ' };
  });
  return [...whole, { title: 'Replace the tab by a space', edits: inside }];
}

/** Comments of JSON with comments; kubectl reads those of YAML, in JSON too. */
function comments(text: string): Candidate[] {
  const lines = [...text.matchAll(/^([ \t]*(?:.*[,{[\]}][ \t]+)?)\/\/.*$/gm)];
  const edits = lines.map(({ index, 1: before = '' }) => {
    const start = index + before.length;
    return { start, end: start + 2, newText: '#' };
  });
  const blocks = [...text.matchAll(/(?<=^|[\s,{[])\/\*(.*?)[ \t]*\*\/(?=[ \t]*$)/gm)].flatMap(
    ({ index, 0: all, 1: inner = '' }) => [
      { start: index, end: index + 2, newText: '#' },
      { start: index + 2 + inner.length, end: index + all.length, newText: '' },
    ],
  );
  return [{ title: 'Write comments with "#"', edits: [...edits, ...blocks] }];
}

/** What stands around the YAML on a page, or in a file that others have worked on. */
const foreign = /^[ \t]*(?:```.*|~~~.*|<{7}.*|={7}|>{7}.*|\{%.*%\})[ \t]*$/gm;
const begins = /^(?:---|[ \t]*\{|(?:apiVersion|kind|clusters|contexts|users|current-context|preferences):)/m;

/** Lines that are no YAML, as comments: nothing of them is lost. */
function wrapping(text: string, line: Line, above: Line | undefined): Candidate[] {
  const title = (count: number) => `Make ${count > 1 ? 'the lines comments' : 'the line a comment'}`;
  const insertAt = (starts: readonly number[]) => starts.map((at) => ({ start: at, end: at, newText: '# ' }));
  const marks = [...text.matchAll(foreign)].map(({ index }) => index);
  const body = text.search(begins);
  const head =
    body > 0 ? [...text.slice(0, body).matchAll(/^(?![ \t]*(?:#|$)).+/gm)].map(({ index }) => index) : [];
  return [
    { title: title(marks.length), edits: insertAt(marks) },
    { title: title(head.length), edits: insertAt(head), cost: 1 },
    ...[line, above].flatMap((each) =>
      each && !/^\s*["']?[\w.-]+["']?\s*:|^\s*-|[{}[\]]/.test(each.text)
        ? [{ title: title(1), edits: insertAt([each.start]), cost: 1 }]
        : [],
    ),
  ];
}

function quotes(text: string, at: number, line: Line): Candidate[] {
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

/** `command:plugin`, `command plugin`, `exec` alone; also on the line above. */
function colons(line: Line, above: Line | undefined): Candidate[] {
  return [line, above].flatMap((each) => {
    if (!each) return [];
    const glued = /^\s*(?:- +)*["']?[\w.-]+["']?:(?=[^\s])/.exec(each.text)?.[0].length;
    const word = /^\s*(?:- +)*["']?[\w.-]+["']?(?=\s*$|\s+[^:\s])/.exec(each.text)?.[0].length;
    const dash = /^\s*-(?=[^\s-])/.exec(each.text)?.[0].length;
    return [
      ...(dash ? [insert('Add a space behind the dash', each.start + dash, ' ')] : []),
      ...(glued ? [insert('Add a space behind the colon', each.start + glued, ' ')] : []),
      ...(word ? [insert('Add a colon', each.start + word, ':')] : []),
    ];
  });
}

/** Quotes and brackets that are open at the end of a line, and commas between two things. */
function closings(text: string, at: number, line: Line, above: readonly Line[]): Candidate[] {
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

/** `users: []` with a list below it: what is on the line of the key is in the way. */
function strayValue(line: Line, above: Line | undefined): Candidate[] {
  const key = above && /^\s*(?:- +)*["']?[\w.-]+["']?:(?=[ \t]+[^\s#])/.exec(above.text)?.[0].length;
  if (!above || !key || (indentOf(line) <= indentOf(above) && !/^\s*- /.test(line.text))) return [];
  const edits = [{ start: above.start + key, end: contentEnd(above), newText: '' }];
  return [{ title: 'Remove the value before the lines below', edits, cost: 2 }];
}

/** A mark that begins nothing: a key that slipped while typing. */
function strayMark(text: string, at: number, line: Line): Candidate[] {
  const remove = (start: number, end: number) => [{ start, end, newText: '' }];
  const title = 'Remove what does not belong here';
  const alone = /^\s*[^\w\s{}[\]#-]+\s*$/.test(line.text);
  if (alone) return [{ title, edits: remove(line.start, Math.min(text.length, line.end + 1)), cost: 2 }];
  return /[@&%"'`*!|>?]/.test(text[at] ?? '') ? [{ title, edits: remove(at, at + 1), cost: 3 }] : [];
}

/** The line, with what is below it, or the line above, as deep as one of the lines around it. */
function indents(text: string, line: Line, above: readonly Line[]): Candidate[] {
  const [previous] = above;
  const widths = new Set(above.flatMap((each) => [indentOf(each), indentOf(each) + 2, indentOf(each) + 4]));
  const near = [...widths].toSorted((a, b) => Math.abs(a - indentOf(line)) - Math.abs(b - indentOf(line)));
  return [line, previous].flatMap((each) => {
    if (!each) return [];
    const inside = linesInside(text, each);
    return near.flatMap((width) => [
      reindented('Correct the indentation', [each], width - indentOf(each)),
      ...(inside.length > 0
        ? [reindented('Correct the indentation', [each, ...inside], width - indentOf(each))]
        : []),
    ]);
  });
}

function reindented(title: string, lines: readonly Line[], by: number): Candidate {
  if (by === 0) return { title, edits: [] };
  const edits = lines.map((line) => {
    const now = indentOf(line);
    return { start: line.start, end: line.start + now, newText: ' '.repeat(Math.max(0, now + by)) };
  });
  return { title, edits };
}
