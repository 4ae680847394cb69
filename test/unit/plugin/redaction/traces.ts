/** The smallest piece of a secret that says something. */
const telling = 12;

/** As somebody reads it: without breaks and margins, and whatever the case. */
function bare(text: string): string {
  return text
    .replace(/=\r?\n|(?:\\+u001b|\p{Cc})\[[\d;]*m/gu, '')
    .replace(/[\s|\0\u00ad\u200b\u2060\u202e]|\ufe0f/g, '')
    .toLowerCase();
}

/** What was written, in all the ways in which it may be looked for. */
export class Shown {
  readonly #text: string;

  constructor(...texts: readonly string[]) {
    this.#text = texts.map((text) => `${bare(text)}\n${bare(text.replace(/\\[nrt]/g, ''))}`).join('\n');
  }

  /** Where pieces of a text begin that are shown. `length`: of a piece. */
  piecesOf(text: string, length = telling): number[] {
    const whole = bare(text);
    const found: number[] = [];
    for (let at = 0; at + length <= whole.length; at++) {
      const piece = whole.slice(at, at + length);
      if (this.#has(piece)) found.push(at);
    }
    return found;
  }

  #has(piece: string): boolean {
    const escaped = JSON.stringify(piece).slice(1, -1);
    return this.#text.includes(piece) || (escaped !== piece && this.#text.includes(escaped));
  }
}

/** How much of what was written says as much as a piece of the secret: encodings make it longer. */
export function tellingLength(secret: string, written: string): number {
  const ratio = bare(written).length / secret.length;
  return ratio <= 1 ? telling : Math.ceil(telling * ratio) + 4;
}
