import { constants, inflateRawSync } from 'node:zlib';
import { base64Digits } from './decodings';
import type { View } from './fold';

/** How base64 of gzip begins. */
const magic = 'H4sI';
/** Of each one, however little it is. */
const leastCost = 8 * 1024;
const headerBytes = 10;
const trailerBytes = 8;
/** The flag of a file's name, which stands behind the header and ends with a zero. */
const hasName = 8;
/** Of one text altogether, in bytes. */
const mostInflated = 256 * 1024;

/**
 * What is gzipped in base64 in a text. Each unit stands for all that was inflated. `null`: it can't be read,
 * so nothing behind its beginning may be shown.
 */
export function* inflated(view: View): Generator<{ readonly start: number; readonly view: View | null }> {
  const { text, starts, ends } = base64Digits.view(view);
  let left = mostInflated;
  for (let at = text.indexOf(magic); at !== -1; at = text.indexOf(magic, at + magic.length)) {
    const start = starts[at] ?? 0;
    const found = inflate(Buffer.from(text.slice(at, at + mostInflated), 'base64'), left);
    if (found === null) return yield { start, view: null };
    const end = ends[Math.min(ends.length, at + Math.ceil((found.bytes * 8) / 6)) - 1] ?? 0;
    const { length } = found.text;
    left -= length + leastCost;
    const places = (place: number) => new Uint32Array(length).fill(place);
    yield { start, view: { text: found.text, starts: places(start), ends: places(end) } };
  }
}

/** `bytes`: how many it was made of. Not by `gunzip`, which wants nothing to follow. */
function inflate(compressed: Buffer, most: number): { readonly text: string; readonly bytes: number } | null {
  const flags = compressed[3] ?? 0;
  if (most <= 0 || (flags !== 0 && flags !== hasName)) return null;
  const body = flags === hasName ? compressed.indexOf(0, headerBytes) + 1 : headerBytes;
  try {
    const options = { info: true, finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: most };
    const found = inflateRawSync(compressed.subarray(body), options) as unknown as Inflated;
    return { text: found.buffer.toString('latin1'), bytes: body + found.engine.bytesWritten + trailerBytes };
  } catch {
    return null;
  }
}

/** What Node.js gives with `info`. */
interface Inflated {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}
