import { BlockReader, contentLines } from './block';
import { readFlow } from './flow';
import { contentLine, isDash, isMark, isVoid, type Line, lineAt, nextStart, startOf } from './lines';
import type { MappingSketch } from './node';

export * from './node';

/** What is around an offset, from the root on; lists of the top level show only the item that the offset is in. */
export interface Surroundings {
  /** `undefined`: there is nothing to see, or a list. */
  readonly root: MappingSketch | undefined;
  /** Where the names of the top level stand. */
  readonly column: number;
  readonly flow: boolean;
}

/** Looks at one entry closely, and at the beginnings of the other lines. */
export function surroundingsOf(text: string, offset: number): Surroundings {
  const first = firstContent(text);
  if (!first) return { root: undefined, column: 0, flow: false };
  const { column } = first;
  const opening = text[first.content];
  if (opening === '{' || opening === '[') {
    const found = readFlow({ text, limit: text.length, cursor: offset }, first.content, 0);
    return { root: found.kind === 'mapping' ? found : undefined, column, flow: true };
  }
  const lines = linesAround(text, offset, column);
  const limit = lines.at(-1)?.end ?? 0;
  return { root: new BlockReader({ text, limit, cursor: offset }, lines).root(), column, flow: false };
}

/** The first line of the first document. */
function firstContent(text: string): Line | undefined {
  let line = contentLine(text, 0);
  while (line && isMark(text, line)) {
    const behind = /^---[ \t]+(?=[{[])/.exec(text.slice(line.content, line.end));
    if (behind) return { ...line, content: line.content + behind[0].length };
    line = contentLine(text, nextStart(text, line.start));
  }
  return line;
}

/** The lines of the top-level field that an offset is in; if that is a list, of one item of it. */
function linesAround(text: string, offset: number, column: number): Line[] {
  const head = headBefore(text, offset, column);
  if (!head) return [];
  const start = nextStart(text, head.start);
  const child = contentLine(text, start);
  const isBelow = child && child.column >= column && !isMark(text, child);
  if (!isBelow || !isDash(text, child.content)) {
    return [head, ...contentLines(text, start, endBelow(text, start, column, false))];
  }
  const item = itemBefore(text, offset, child) ?? child;
  return [
    head,
    ...contentLines(text, item.start, endBelow(text, nextStart(text, item.start), child.column, true)),
  ];
}

/** The line with the name of the top level that an offset belongs to. */
function headBefore(text: string, offset: number, column: number): Line | undefined {
  for (let start = startOf(text, offset); ; start = startOf(text, start - 1)) {
    if (column > 0 || !isBlankAt(text, start)) {
      const line = lineAt(text, start);
      if (isMark(text, line)) return undefined;
      const isName = line.column === column && !/[-}\]{[,]/.test(text[line.content] ?? '');
      if (isName && !isVoid(text, line)) return line;
    }
    if (start === 0) return undefined;
  }
}

/** The item of a list that an offset belongs to. */
function itemBefore(text: string, offset: number, first: Line): Line | undefined {
  for (let start = startOf(text, offset); start >= first.start; start = startOf(text, start - 1)) {
    if (text[start + first.column] === '-') {
      const line = lineAt(text, start);
      if (line.column === first.column && isDash(text, line.content)) return line;
    }
    if (start === 0) break;
  }
  return undefined;
}

/** Whether a line begins with a blank, or has nothing on it. Asked of every line of a long file. */
function isBlankAt(text: string, start: number): boolean {
  const code = text.charCodeAt(start);
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

/** Offset of the first line that no longer belongs to what is above it. */
function endBelow(text: string, from: number, column: number, dashes: boolean): number {
  for (let start = from; start < text.length; start = nextStart(text, start)) {
    const line = lineAt(text, start);
    if (isVoid(text, line) || line.column > column) continue;
    if (isMark(text, line)) return start;
    const isItem = isDash(text, line.content);
    if (line.column < column || (isItem ? dashes : !/[}\]{[,]/.test(text[line.content] ?? ''))) return start;
  }
  return text.length;
}
