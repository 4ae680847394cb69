import { Fold, rewritten, type View } from './fold';

export const base64Digits = new Fold((unit) => (/[A-Za-z0-9+/_-]/.test(unit) ? unit : ''));
const hexDigits = new Fold((unit) => (/[0-9A-Fa-f]/.test(unit) ? unit : ''));

/** As C writes a byte. */
const prefix = /0x(?=[0-9a-f]{2})/gi;

/** Fewer bytes than a piece that says something. */
const fewest = 12;

/**
 * What the text may be the base64 or the hex of, as bytes. Whatever is not a digit of theirs is passed over,
 * and each alignment is tried, so that it does not matter where it begins, what stands around it and what it
 * is broken up by.
 */
export function decodings(view: View): View[] {
  const base64 = base64Digits.view(view);
  const hex = hexDigits.view(rewritten(view, prefix, () => ''));
  const found = [
    ...[0, 1, 2, 3].map((skip) => decoded(base64, skip, 6)),
    ...[0, 1].map((skip) => decoded(hex, skip, 4)),
  ];
  return found.filter(({ text }) => text.length >= fewest);
}

/** `bits`: of each digit. */
function decoded({ text, starts, ends }: View, skip: number, bits: 4 | 6): View {
  const bytes = Buffer.from(text.slice(skip), bits === 6 ? 'base64' : 'hex');
  const at = (bit: number) => skip + Math.floor(bit / bits);
  const of = (places: Uint32Array, bit: number) =>
    Uint32Array.from({ length: bytes.length }, (_, byte) => places[at(byte * 8 + bit)] ?? 0);
  return { text: bytes.toString('latin1'), starts: of(starts, 0), ends: of(ends, 7) };
}

/** What the text lists as decimal numbers, as Go prints bytes. Needs the blanks that are in it. */
export function listed({ text, starts, ends }: View): View[] {
  const numbers = [...text.matchAll(/\d+/g)].filter(([digits]) => digits.length <= 3 && Number(digits) < 256);
  if (numbers.length < fewest) return [];
  const bytes = Buffer.from(numbers.map(([digits]) => Number(digits)));
  return [
    {
      text: bytes.toString('latin1'),
      starts: Uint32Array.from(numbers, ({ index }) => starts[index] ?? 0),
      ends: Uint32Array.from(numbers, ({ 0: digits, index }) => ends[index + digits.length - 1] ?? 0),
    },
  ];
}
