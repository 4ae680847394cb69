import { type Cursor, isBlank, isBlankOrEnd, isBreak, isBreakOrEnd, type Mark, YamlFault } from './cursor';

/** Whether `---` or `...` stands here, at the beginning of a line. */
export function atDocumentMark(cursor: Cursor): boolean {
  if (cursor.column !== 0) return false;
  const mark = cursor.text.slice(cursor.offset, cursor.offset + 3);
  return (mark === '---' || mark === '...') && isBlankOrEnd(cursor.peek(3));
}

const indicators = '-?:,[]{}#&*!|>\'"%@`';

/** Whether a plain scalar begins with this character. */
export function startsPlain(character: string, next: string, inFlow: boolean): boolean {
  if (!isBlankOrEnd(character) && !indicators.includes(character)) return true;
  if (character === '-') return next !== ' ' && next !== '\t';
  return !inFlow && (character === '?' || character === ':') && !isBlankOrEnd(next);
}

/** Answers whether a line break was passed, after which a key may begin. `indent`: of the enclosing block. */
export function scanPlain(cursor: Cursor, indent: number, inFlow: boolean): boolean {
  const start = cursor.mark;
  let brokenLine = false;
  while (!atDocumentMark(cursor) && cursor.peek() !== '#') {
    const before = cursor.offset;
    while (!isBlankOrEnd(cursor.peek()) && !endsPlain(cursor, inFlow)) {
      brokenLine = false;
      cursor.skip();
    }
    if (cursor.offset === before && !isBlankOrEnd(cursor.peek())) break;
    if (cursor.atEnd || !isBlankOrEnd(cursor.peek())) break;
    brokenLine = scanGap(cursor, start, indent + 1, brokenLine);
    if (!inFlow && cursor.column < indent + 1) break;
  }
  return brokenLine;
}

function endsPlain(cursor: Cursor, inFlow: boolean): boolean {
  const character = cursor.peek();
  if (character === ':' && isBlankOrEnd(cursor.peek(1))) return true;
  return inFlow && ',?[]{}'.includes(character);
}

/** White space and line breaks between two words of a plain scalar. */
function scanGap(cursor: Cursor, start: Mark, indent: number, broken: boolean): boolean {
  let brokenLine = broken;
  while (!cursor.atEnd && isBlankOrEnd(cursor.peek())) {
    if (isBreak(cursor.peek())) {
      brokenLine = true;
      cursor.skipLine();
      continue;
    }
    if (brokenLine && cursor.column < indent && cursor.peek() === '\t') {
      throw new YamlFault('found a tab character that violates indentation', cursor.mark, start, 'scanner');
    }
    cursor.skip();
  }
  return brokenLine;
}

const simpleEscapes = '0abt\tnvfre "\'\\N_LP';
const hexLengths: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

export function scanQuoted(cursor: Cursor): void {
  const start = cursor.mark;
  const quote = cursor.peek();
  cursor.skip();
  for (;;) {
    if (atDocumentMark(cursor)) fail('found unexpected document indicator', cursor, start);
    if (cursor.atEnd) fail('found unexpected end of stream', cursor, start);
    scanQuotedWord(cursor, quote, start);
    if (cursor.peek() === quote) break;
    while (!cursor.atEnd && isBlankOrEnd(cursor.peek())) {
      if (isBreak(cursor.peek())) cursor.skipLine();
      else cursor.skip();
    }
  }
  cursor.skip();
}

function scanQuotedWord(cursor: Cursor, quote: string, start: Mark): void {
  while (!isBlankOrEnd(cursor.peek())) {
    const character = cursor.peek();
    if (character === quote) {
      if (quote !== "'" || cursor.peek(1) !== "'") return;
      cursor.skip();
      cursor.skip();
    } else if (character === '\\' && quote === '"') {
      if (isBreak(cursor.peek(1))) {
        cursor.skip();
        cursor.skipLine();
        return;
      }
      scanEscape(cursor, start);
    } else {
      cursor.skip();
    }
  }
}

function scanEscape(cursor: Cursor, start: Mark): void {
  const name = cursor.peek(1);
  const length = hexLengths[name];
  if (length === undefined) {
    if (name === '' || !simpleEscapes.includes(name)) fail('found unknown escape character', cursor, start);
    cursor.skip();
    cursor.skip();
    return;
  }
  cursor.skip();
  cursor.skip();
  const digits = cursor.text.slice(cursor.offset, cursor.offset + length);
  if (!/^[0-9a-fA-F]+$/.test(digits) || digits.length < length) {
    fail('did not find expected hexdecimal number', cursor, start);
  }
  const value = Number.parseInt(digits, 16);
  if ((value >= 0xd800 && value <= 0xdfff) || value > 0x10ffff) {
    fail('found invalid Unicode character escape code', cursor, start);
  }
  for (let left = length; left > 0; left--) cursor.skip();
}

/** A literal or folded scalar. `parentIndent`: of the enclosing block. */
export function scanBlock(cursor: Cursor, parentIndent: number): void {
  const start = cursor.mark;
  cursor.skip();
  const increment = scanBlockHeader(cursor, start);
  let indent = increment === 0 ? 0 : Math.max(parentIndent, 0) + increment;
  indent = scanBlockBreaks(cursor, indent, parentIndent, start);
  while (cursor.column === indent && !cursor.atEnd) {
    cursor.toLineEnd();
    if (!cursor.atEnd) cursor.skipLine();
    indent = scanBlockBreaks(cursor, indent, parentIndent, start);
  }
}

/** The indentation indicator, 0 without one. */
function scanBlockHeader(cursor: Cursor, start: Mark): number {
  let increment = 0;
  const sign = () => {
    if (cursor.peek() === '+' || cursor.peek() === '-') cursor.skip();
  };
  sign();
  if (/\d/.test(cursor.peek())) {
    increment = Number(cursor.peek());
    if (increment === 0) fail('found an indentation indicator equal to 0', cursor, start);
    const signed = '+-'.includes(cursor.text[cursor.offset - 1] ?? ' ');
    cursor.skip();
    if (!signed) sign();
  }
  cursor.skipWhile(isBlank);
  if (cursor.peek() === '#') cursor.toLineEnd();
  if (!isBreakOrEnd(cursor.peek())) fail('did not find expected comment or line break', cursor, start);
  if (!cursor.atEnd) cursor.skipLine();
  return increment;
}

/** Indentation and empty lines. Answers the scalar's indentation, found out where it was 0. */
function scanBlockBreaks(cursor: Cursor, indent: number, parentIndent: number, start: Mark): number {
  let widest = 0;
  for (;;) {
    while ((indent === 0 || cursor.column < indent) && cursor.peek() === ' ') cursor.skip();
    widest = Math.max(widest, cursor.column);
    if ((indent === 0 || cursor.column < indent) && cursor.peek() === '\t') {
      fail('found a tab character where an indentation space is expected', cursor, start);
    }
    if (!isBreak(cursor.peek())) break;
    cursor.skipLine();
  }
  return indent === 0 ? Math.max(widest, parentIndent + 1, 1) : indent;
}

function fail(problem: string, cursor: Cursor, context: Mark): never {
  throw new YamlFault(problem, cursor.mark, context, 'scanner');
}
