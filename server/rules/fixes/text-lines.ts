import { lineEnd, lineStart } from '../../edits/lines';

/** A line of a text, without its line break. Absolute offsets. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export function lineAt(text: string, offset: number): Line {
  const [start, end] = [lineStart(text, offset), lineEnd(text, offset)];
  return { start, end, text: text.slice(start, end) };
}

/** The lines above that have more than a comment in them, the nearest first. */
export function linesAbove(text: string, { start }: Line, most: number): Line[] {
  const found: Line[] = [];
  let at = start;
  while (at > 0 && found.length < most) {
    const line = lineAt(text, at - 1);
    if (!/^\s*(?:#|$)/.test(line.text)) found.push(line);
    at = line.start;
  }
  return found;
}

/** The lines below that stand deeper than a line: what is moved with it. */
export function linesInside(text: string, line: Line): Line[] {
  const found: Line[] = [];
  const own = indentOf(line);
  for (let at = line.end; at < text.length; ) {
    const feed = text.indexOf('\n', at);
    if (feed < 0) break;
    const next = lineAt(text, feed + 1);
    if (next.text.trim() !== '' && indentOf(next) <= own) break;
    found.push(next);
    at = Math.max(next.end, feed + 1);
  }
  return found.filter(({ text: content }) => content.trim() !== '');
}

/** Width of the white space at its beginning; a tab counts as one. */
export function indentOf({ text }: Line): number {
  return /^[ \t]*/.exec(text)?.[0].length ?? 0;
}

/** End of what a line says: before a comment and the blanks around it. */
export function contentEnd({ start, text }: Line): number {
  const comment = /\s+#.*$|\s+$/.exec(text);
  return start + (comment ? comment.index : text.length);
}
