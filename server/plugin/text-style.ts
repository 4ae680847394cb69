import type { TerminalColor, TextStyle } from '../protocol';

/** How text looks in a terminal. */
export type Look = Omit<TextStyle, 'start' | 'end'>;

const colors = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'] as const;
const bright = [
  'brightBlack',
  'brightRed',
  'brightGreen',
  'brightYellow',
  'brightBlue',
  'brightMagenta',
  'brightCyan',
  'brightWhite',
] as const;

type Attribute = 'bold' | 'dim' | 'italic' | 'underline' | 'inverse' | 'strikethrough';
const begins: Readonly<Record<number, Attribute>> = {
  1: 'bold',
  2: 'dim',
  3: 'italic',
  4: 'underline',
  7: 'inverse',
  9: 'strikethrough',
};
const ends: Readonly<Record<number, readonly Attribute[]>> = {
  22: ['bold', 'dim'],
  23: ['italic'],
  24: ['underline'],
  27: ['inverse'],
  29: ['strikethrough'],
};

/** The look after a sequence `ESC [ … m`, given what stands between. Codes that nobody knows change nothing. */
export function lookAfter(look: Look, parameters: string): Look {
  let next: Look = look;
  const codes = parameters.split(';');
  for (let at = 0; at < codes.length; at++) {
    const parts = (codes[at] ?? '').split(':');
    const code = Number(parts[0]);
    if (code === 38 || code === 48) {
      const apart = parts.length === 1;
      const [color, used] = extended(apart ? codes.slice(at + 1, at + 5) : parts.slice(1));
      if (apart) at += used;
      if (color) next = { ...next, [code === 38 ? 'foreground' : 'background']: color };
    } else if (code !== 4 || parts[1] !== '0') next = afterCode(next, code);
    else next = without(next, 'underline');
  }
  return next;
}

function afterCode(look: Look, code: number): Look {
  if (code === 0) return {};
  const begun = begins[code];
  if (begun) return { ...look, [begun]: true };
  if (code === 39) return without(look, 'foreground');
  if (code === 49) return without(look, 'background');
  const [tens, color] = [Math.floor(code / 10), code % 10];
  const named = (tens >= 9 ? bright : colors)[color];
  if (named && (tens === 3 || tens === 9)) return { ...look, foreground: named };
  if (named && (tens === 4 || tens === 10)) return { ...look, background: named };
  return without(look, ...(ends[code] ?? []));
}

function without(look: Look, ...names: readonly (keyof Look)[]): Look {
  return Object.fromEntries(Object.entries(look).filter(([name]) => !names.includes(name as keyof Look)));
}

/** The colour that follows 38 or 48, and how many codes it takes. */
function extended([kind, ...rest]: readonly string[]): readonly [
  color: TerminalColor | undefined,
  used: number,
] {
  const numbers = rest.map(Number);
  if (kind === '5') return [paletteColor(numbers[0] ?? 0), 2];
  if (kind !== '2') return [undefined, 1];
  // With colons a color space may stand before the three.
  return [hex(numbers.slice(numbers.length > 3 && rest.at(-4) === '' ? -3 : 0).slice(0, 3)), 4];
}

/** Of xterm's 256: the sixteen, a cube of 6 by 6 by 6, and greys. */
function paletteColor(index: number): TerminalColor | undefined {
  if (!(index >= 0 && index < 256)) return undefined;
  if (index < 16) return [...colors, ...bright][index];
  if (index >= 232) return hex(Array(3).fill(8 + (index - 232) * 10));
  const steps = [0, 95, 135, 175, 215, 255];
  return hex([36, 6, 1].map((unit) => steps[Math.floor((index - 16) / unit) % 6] ?? 0));
}

function hex(parts: readonly number[]): TerminalColor | undefined {
  if (parts.length !== 3 || !parts.every((part) => part >= 0 && part < 256)) return undefined;
  return `#${parts.map((part) => Math.floor(part).toString(16).padStart(2, '0')).join('')}`;
}
