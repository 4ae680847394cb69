import type { TextStyle } from '../protocol';
import { type Look, lookAfter } from './text-style';

/**
 * Terminal sequences: CSI, strings such as titles and links (at most to the end of a line), and single ones.
 * What a style is read from has to be what is taken out of the text, or else places would differ; hence no library.
 */
export const sequences =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: terminal sequences are made of them
  /(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)?|\x1b[ -/]*[0-~]?/g;

/** Control and format characters, which could reorder or hide text; tab stays. */
const control = /(?!\t)[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/u;

export interface StyledText {
  readonly text: string;
  /** In order, without a place in common; no two that touch are equal. */
  readonly styles: readonly TextStyle[];
}

const plain: Look = {};

/** What a program wrote to a terminal, as its lines were seen last: what has been overwritten is gone. */
export function terminalText(written: string): StyledText {
  const screen = new Screen();
  let done = 0;
  for (const { 0: sequence, index } of written.matchAll(sequences)) {
    screen.write(written.slice(done, index));
    screen.obey(sequence);
    done = index + sequence.length;
  }
  screen.write(written.slice(done));
  return screen.content;
}

class Screen {
  /** The line that is being written, character by character, and the look of each. */
  #line: string[] = [];
  #looks: Look[] = [];
  #column = 0;
  #look = plain;
  readonly #done: string[] = [];
  #length = 0;
  readonly #styles: TextStyle[] = [];

  write(text: string): void {
    for (const character of text) {
      if (character === '\n') this.#endLine('\n');
      else if (character === '\r') this.#column = 0;
      else if (character === '\b') this.#column = Math.max(0, this.#column - 1);
      else if (!control.test(character)) this.#put(character, this.#look);
    }
  }

  obey(sequence: string): void {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal sequence begins with one
    const [, parameters = '', final] = /^(?:\x1b\[|\x9b)([\d;:]*)([@-~])$/.exec(sequence) ?? [];
    const count = Math.max(1, Number.parseInt(parameters, 10) || 1);
    if (final === 'm') this.#look = lookAfter(this.#look, parameters);
    else if (final === 'D') this.#column = Math.max(0, this.#column - count);
    else if (final === 'G') this.#column = Math.min(this.#line.length, count - 1);
    else if (final === 'C') this.#forward(count);
    else if (final === 'K' || final === 'J') this.#erase(parameters);
    // Nothing is written over other lines: each is seen.
    else if (final && 'ABEFHfd'.includes(final) && this.#line.length > 0) this.#endLine('\n');
  }

  get content(): StyledText {
    this.#endLine('');
    return { text: this.#done.join(''), styles: this.#styles };
  }

  #put(character: string, look: Look): void {
    this.#line[this.#column] = character;
    this.#looks[this.#column] = look;
    this.#column++;
  }

  /** Behind the end of the line by one blank at most. */
  #forward(count: number): void {
    const column = this.#column + count;
    if (column > this.#line.length) {
      this.#column = this.#line.length;
      this.#put(' ', plain);
    } else this.#column = column;
  }

  #erase(parameters: string): void {
    if (parameters === '1') return;
    if (parameters === '2' || parameters === '3') this.#column = 0;
    this.#line.length = this.#column;
    this.#looks.length = this.#column;
  }

  #endLine(end: string): void {
    for (let at = 0; at < this.#line.length; at++) {
      const length = this.#line[at]?.length ?? 0;
      this.#addStyle(this.#looks[at] ?? plain, this.#length, this.#length + length);
      this.#length += length;
    }
    this.#done.push(this.#line.join(''), end);
    this.#length += end.length;
    this.#line = [];
    this.#looks = [];
    this.#column = 0;
  }

  #addStyle(look: Look, start: number, end: number): void {
    if (look === plain) return;
    const last = this.#styles.at(-1);
    if (last && last.end === start && isSame(last, look))
      this.#styles[this.#styles.length - 1] = { ...last, end };
    else if (Object.keys(look).length > 0) this.#styles.push({ start, end, ...look });
  }
}

function isSame({ start, end, ...last }: TextStyle, look: Look): boolean {
  const names = Object.keys(look) as (keyof Look)[];
  return Object.keys(last).length === names.length && names.every((name) => last[name] === look[name]);
}
