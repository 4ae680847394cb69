/** The smallest piece of a secret that says something. */
const telling = 12;

/** As somebody reads it: without breaks and margins, and whatever the case. */
function bare(text: string): string {
  return (
    text
      .replace(/=\r?\n|(?:\\+u001b|\p{Cc})\[[\d;]*m/gu, '')
      .replace(/[\s|\0\u00ad\u200b\u2060\u202e]|\ufe0f/g, '')
      .toLowerCase()
      // The letter of an escaped line break is none of the word behind it.
      .replace(/\\[nrt]/g, (sign) => sign.toUpperCase())
  );
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
    if (!this.#mayHave(whole, length)) return found;
    for (let at = 0; at + length <= whole.length; at++) {
      const piece = whole.slice(at, at + length);
      if (this.#has(piece)) found.push(at);
    }
    return found;
  }

  /** Each piece has one of these blocks in it, and hardly any of them is there. */
  #mayHave(whole: string, length: number): boolean {
    const block = Math.floor((length + 1) / 2);
    for (let at = 0; at + block <= whole.length; at += block) {
      if (this.#has(whole.slice(at, at + block))) return true;
    }
    return false;
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

interface Encoding {
  /** Each way to write it. */
  readonly write: (secret: string) => readonly string[];
  /** Characters that say as much as a piece of the secret. */
  readonly length: number;
}

const percent = (byte: number) => `%${byte.toString(16).padStart(2, '0')}`;
/** What depends on the secret alone when others stand before it. */
const base64At = (secret: string, offset: number) => {
  const text = Buffer.concat([Buffer.alloc(offset), Buffer.from(secret)]).toString('base64');
  return text.slice(offset === 0 ? 0 : offset + 1).replace(/.?=*$/, '');
};
const base64s = (secret: string) => [0, 1, 2].map((offset) => base64At(secret, offset));

/** What is looked for in any case, however the plugin has written it; letter case does not matter. */
export const encodings: Readonly<Record<string, Encoding>> = {
  backwards: { write: (secret) => [[...secret].reverse().join('')], length: telling },
  base64: { write: base64s, length: 16 },
  base64url: {
    write: (secret) => base64s(secret).map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
    length: 16,
  },
  hex: { write: (secret) => [Buffer.from(secret).toString('hex')], length: 2 * telling },
  'an escaped URL': { write: (secret) => [encodeURIComponent(secret)], length: 3 * telling },
  'an URL escaped throughout': {
    write: (secret) => [[...Buffer.from(secret)].map(percent).join('')],
    length: 3 * telling,
  },
};
