import { decodeBytes } from '../document/bytes';
import type { LoadFault } from '../document/fault';

type Encoding = 'utf-8' | 'utf-8 with mark' | 'utf-16le' | 'utf-16be';

/** A file's text, and how to write it back. */
export interface Encoded {
  /** As kubectl reads it; what is no character is U+FFFD. */
  readonly text: string;
  readonly fault: LoadFault | undefined;
  /** The text with every byte that is no UTF-8 taken for a character of Windows-1252. */
  readonly mended: string;
  readonly encoding: Encoding;
}

export function decodeFile(bytes: Uint8Array): Encoded {
  const { text, fault } = decodeBytes(bytes);
  const encoding = encodingOf(bytes);
  return { text, fault, mended: fault ? mendedText(bytes, text, encoding) : text, encoding };
}

/** With the byte order mark that was there. */
export function encodeFile(text: string, encoding: Encoding): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text);
  if (encoding === 'utf-8 with mark') return Buffer.from(`\uFEFF${text}`);
  const little = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return encoding === 'utf-16le' ? little : little.swap16();
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8 with mark' : 'utf-8';
}

/** The bytes from 0x80 to 0x9F of Windows-1252; Node.js 20 takes them for Latin-1. */
const windows =
  '\u20ac\ufffd\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\ufffd\u017d\ufffd\ufffd\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\ufffd\u017e\u0178';

/** A valid sequence of several bytes, or a byte that belongs to none. */
const sequence =
  /[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|\xed[\x80-\x9f][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}|[\x80-\xff]/g;

function mendedText(bytes: Uint8Array, text: string, encoding: Encoding): string {
  if (encoding.startsWith('utf-16')) return text.replace(/\p{Surrogate}/gu, '\uFFFD');
  const latin = Buffer.from(bytes).toString('latin1');
  const mended = latin.replace(sequence, (found) => {
    if (found.length > 1) return Buffer.from(found, 'latin1').toString('utf8');
    const code = found.charCodeAt(0);
    return code < 0xa0 ? (windows[code - 0x80] ?? found) : found;
  });
  return mended.replace(/^\uFEFF/, '');
}
