// A line ends with \n, \r\n or \r alone, as go-yaml reads it.

/** Offset of the beginning of the line that an offset is in. */
export function lineStart(text: string, offset: number): number {
  if (offset <= 0) return 0;
  // Between the two halves of a break, the line before goes on.
  const from = text[offset] === '\n' && text[offset - 1] === '\r' ? offset - 2 : offset - 1;
  return Math.max(lastIndexOf(text, '\n', from), lastIndexOf(text, '\r', from)) + 1;
}

/** Offset of the end of that line, before its line break. */
export function lineEnd(text: string, offset: number): number {
  if (text[offset] === '\n' && text[offset - 1] === '\r') return offset - 1;
  const feed = text.indexOf('\n', offset);
  const end = feed < 0 ? text.length : feed;
  const turn = text.slice(offset, end).indexOf('\r');
  return turn < 0 ? end : offset + turn;
}

/** Offset of the beginning of the next line; the text's end if there is none. */
export function nextLine(text: string, offset: number): number {
  const end = lineEnd(text, offset);
  if (end >= text.length) return text.length;
  return end + (text.startsWith('\r\n', end) ? 2 : 1);
}

/** How far from its line's beginning an offset is, in UTF-16 code units. */
export function columnOf(text: string, offset: number): number {
  const start = lineStart(text, offset);
  return offset - start - (text[start] === '\uFEFF' ? 1 : 0);
}

/** The blanks that the line of an offset begins with, as they are: they may be tabs. */
export function indentationAt(text: string, offset: number): string {
  const start = lineStart(text, offset);
  return /^\uFEFF?([ \t]*)/.exec(text.slice(start, offset))?.[1] ?? '';
}

/** Whether nothing but white space stands before an offset on its line. */
export function isFirstOnLine(text: string, offset: number): boolean {
  return /^\uFEFF?[ \t]*$/.test(text.slice(lineStart(text, offset), offset));
}

/** `lastIndexOf` takes a negative offset for 0. */
function lastIndexOf(text: string, character: string, from: number): number {
  return from < 0 ? -1 : text.lastIndexOf(character, from);
}
