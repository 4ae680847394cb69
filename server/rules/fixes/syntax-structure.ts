import type { LoadFault } from '../../document/fault';
import { comments, strayMark, strayValue, wrapping } from './syntax-around';
import { closings, quotes } from './syntax-brackets';
import { type Candidate, insert } from './syntax-candidate';
import { indentOf, type Line, lineAt, linesAbove, linesInside } from './text-lines';

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
