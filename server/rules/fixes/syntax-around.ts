import type { Candidate } from './syntax-candidate';
import { contentEnd, indentOf, type Line } from './text-lines';

/** Comments of JSON with comments; kubectl reads those of YAML, in JSON too. */
export function comments(text: string): Candidate[] {
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
export function wrapping(text: string, line: Line, above: Line | undefined): Candidate[] {
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

/** `users: []` with a list below it: what is on the line of the key is in the way. */
export function strayValue(line: Line, above: Line | undefined): Candidate[] {
  const key = above && /^\s*(?:- +)*["']?[\w.-]+["']?:(?=[ \t]+[^\s#])/.exec(above.text)?.[0].length;
  if (!above || !key || (indentOf(line) <= indentOf(above) && !/^\s*- /.test(line.text))) return [];
  const edits = [{ start: above.start + key, end: contentEnd(above), newText: '' }];
  return [{ title: 'Remove the value before the lines below', edits, cost: 2 }];
}

/** A mark that begins nothing: a key that slipped while typing. */
export function strayMark(text: string, at: number, line: Line): Candidate[] {
  const remove = (start: number, end: number) => [{ start, end, newText: '' }];
  const title = 'Remove what does not belong here';
  const alone = /^\s*[^\w\s{}[\]#-]+\s*$/.test(line.text);
  if (alone) return [{ title, edits: remove(line.start, Math.min(text.length, line.end + 1)), cost: 2 }];
  return /[@&%"'`*!|>?]/.test(text[at] ?? '') ? [{ title, edits: remove(at, at + 1), cost: 3 }] : [];
}
