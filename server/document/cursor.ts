import { placesInBlock } from './cursor-block';
import { isInFlow, placesInFlow } from './cursor-flow';
import { placesOnOwnLine } from './cursor-line';
import type { Place } from './place';
import { surroundingsOf } from './sketch';
import { lineAt, startOf } from './sketch/lines';
import type { Sketch } from './sketch/node';

export type { KeyPlace, Path, Place, ValuePlace } from './place';

export interface Cursor {
  /** What can be written at an offset; the likelier first. Empty in comments and wherever nothing fits. */
  readonly places: readonly Place[];
  /** As much of the document as is around it: the top-level field, of a list the one item. */
  readonly root: Sketch | undefined;
}

/** A word on a line of its own, or nothing. Not what begins a list's item, a comment or a bracket. */
const word = /^[ \t\uFEFF]*(?:(["']?)[^\s"'#&*!|>{}[\],:-][^\s"'#{}[\],:]*\1?)?[ \t]*$/;

/** What can be written where the cursor is, made out from the entry that it is in. */
export function cursorAt(text: string, offset: number): Cursor {
  const line = lineAt(text, startOf(text, offset));
  if (isBehindFirst(text, line.start)) return { root: undefined, places: [] };
  const { root, column, flow } = surroundingsOf(text, offset);
  if (flow || (root && isInFlow(root, offset))) {
    return { root, places: root ? placesInFlow(text, root, offset) : [] };
  }
  // No indentation of YAML has tabs in it.
  if (/^ *\t/.test(text.slice(line.start, line.end))) return { root, places: [] };
  if (!word.test(text.slice(line.start, line.end))) {
    return { root, places: root ? placesInBlock(text, root, [], offset) : [] };
  }
  const blanks = ' '.repeat(line.end - line.start);
  const without = text.slice(0, line.start) + blanks + text.slice(line.end);
  const around = surroundingsOf(without, offset);
  return { root: around.root, places: placesOnOwnLine(text, around.root, column, line, offset) };
}

/** Whether a line belongs to a later YAML document than the first, which kubectl does not read. */
function isBehindFirst(text: string, lineStart: number): boolean {
  if (!text.includes('---') && !text.includes('...')) return false;
  const marks = [...text.slice(0, lineStart + 4).matchAll(/^(?:---|\.\.\.)(?=\s|$)/gm)];
  const [first] = marks;
  if (!first) return false;
  const opens = first[0] === '---' && !/^[ \t\uFEFF]*[^\s#%\uFEFF]/m.test(text.slice(0, first.index));
  const end = opens ? marks[1] : first;
  return end !== undefined && end.index < lineStart;
}
