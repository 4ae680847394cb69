/** A line with something on it that is no comment. Offsets are absolute. */
export interface Line {
  readonly start: number;
  /** Of its first character that is no blank. */
  readonly content: number;
  /** Before the line break. */
  readonly end: number;
  /** Of `content`. */
  readonly column: number;
}

/** The line from an offset on that has something on it, or `undefined`. */
export function contentLine(text: string, from: number, limit = text.length): Line | undefined {
  for (let start = from; start < limit; ) {
    const line = lineAt(text, start, limit);
    if (!isVoid(text, line)) return line;
    start = nextStart(text, start);
  }
  return undefined;
}

/** The line that begins at an offset. */
export function lineAt(text: string, start: number, limit = text.length): Line {
  const feed = text.indexOf('\n', start);
  let end = feed < 0 || feed > limit ? limit : feed;
  if (end > start && text[end - 1] === '\r') end--;
  let content = start;
  while (content < end && isBlank(text.charCodeAt(content))) content++;
  return { start, content, end, column: content - start };
}

export function nextStart(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  return feed < 0 ? text.length : feed + 1;
}

export function startOf(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** Whether there is nothing on a line but blanks or a comment. */
export function isVoid(text: string, { content, end }: Line): boolean {
  return content >= end || text[content] === '#';
}

/** Whether a list's item begins at an offset. */
export function isDash(text: string, offset: number): boolean {
  return text[offset] === '-' && /[ \t\r\n]/.test(text[offset + 1] ?? '\n');
}

/** `---` and `...`, and what a directive begins with. */
export function isMark(text: string, { content, column }: Line): boolean {
  return column === 0 && /^(?:---|\.\.\.)(?:\s|$)|^%/.test(text.slice(content, content + 4));
}

/** U+FEFF too: at a text's beginning it is no content. */
function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0xfeff;
}
