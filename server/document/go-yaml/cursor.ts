/** A place in the text, counted as go-yaml does: from zero, in characters, not in UTF-16 units. */
export interface Mark {
  /** UTF-16 offset, ours alone. */
  readonly offset: number;
  readonly index: number;
  readonly line: number;
  readonly column: number;
}

/** What go-yaml refuses. Its words are `problem`; the contexts are needed for its line number. */
export class YamlFault extends Error {
  constructor(
    readonly problem: string,
    readonly at: Mark,
    readonly context: Mark | undefined,
    readonly from: 'scanner' | 'parser',
  ) {
    super(problem);
    this.name = 'YamlFault';
  }
}

/** Goes through a text character by character. The end of the text reads as an empty string. */
export class Cursor {
  offset: number;
  index = 0;
  line = 0;
  column = 0;

  constructor(readonly text: string) {
    // The byte order mark at the beginning is gone before anything is counted; any other is text.
    this.offset = text.startsWith('\ufeff') ? 1 : 0;
  }

  get mark(): Mark {
    const { offset, index, line, column } = this;
    return { offset, index, line, column };
  }

  peek(ahead = 0): string {
    return this.text[this.offset + ahead] ?? '';
  }

  get atEnd(): boolean {
    return this.offset >= this.text.length;
  }

  /** One character, not a line break. */
  skip(): void {
    this.offset += isLeadSurrogate(this.text.charCodeAt(this.offset)) ? 2 : 1;
    this.index++;
    this.column++;
  }

  /** One line break; CRLF is one. */
  skipLine(): void {
    const length = this.peek() === '\r' && this.peek(1) === '\n' ? 2 : 1;
    this.offset += length;
    this.index += length;
    this.column = 0;
    this.line++;
  }

  skipWhile(test: (character: string) => boolean): void {
    while (!this.atEnd && test(this.peek())) this.skip();
  }

  toLineEnd(): void {
    this.skipWhile((character) => !isBreak(character));
  }
}

function isLeadSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

export function isBreak(character: string): boolean {
  return (
    character === '\n' ||
    character === '\r' ||
    character === '\u0085' ||
    character === '\u2028' ||
    character === '\u2029'
  );
}

export function isBlank(character: string): boolean {
  return character === ' ' || character === '\t';
}

/** Blank, line break, or the end of the text. */
export function isBlankOrEnd(character: string): boolean {
  return character === '' || isBlank(character) || isBreak(character);
}

export function isBreakOrEnd(character: string): boolean {
  return character === '' || isBreak(character);
}

export function isWord(character: string): boolean {
  return /^[0-9A-Za-z_-]$/.test(character);
}
