/**
 * Where Go's base64.StdEncoding gives up on a text, as a byte offset, or `undefined` if it decodes.
 * Line breaks are ignored, other white space is not (encoding/base64, `decodeQuantum`).
 */
export function base64Fault(text: string): number | undefined {
  const bytes = Buffer.from(text, 'utf8');
  let at = 0;
  while (at < bytes.length) {
    const next = quantum(bytes, at);
    if (next.fault !== undefined) return next.fault;
    at = next.at;
  }
  return undefined;
}

interface Step {
  readonly at: number;
  readonly fault?: number;
}

const pad = 0x3d;

/** Up to four digits from `start`. */
function quantum(bytes: Uint8Array, start: number): Step {
  let at = start;
  let digits = 0;
  while (digits < 4) {
    const byte = bytes[at];
    if (byte === undefined) return digits === 0 ? { at } : { at, fault: at - digits };
    at++;
    if (byte === 0x0a || byte === 0x0d) continue;
    if (isDigit(byte)) digits++;
    else if (byte !== pad || digits < 2) return { at, fault: at - 1 };
    else return padding(bytes, at, digits);
  }
  return { at };
}

function padding(bytes: Uint8Array, start: number, digits: number): Step {
  let at = start;
  if (digits === 2) {
    at = skipLineBreaks(bytes, at);
    if (at === bytes.length) return { at, fault: at };
    if (bytes[at] !== pad) return { at, fault: at - 1 };
    at++;
  }
  at = skipLineBreaks(bytes, at);
  return at < bytes.length ? { at, fault: at } : { at };
}

function skipLineBreaks(bytes: Uint8Array, start: number): number {
  let at = start;
  while (bytes[at] === 0x0a || bytes[at] === 0x0d) at++;
  return at;
}

function isDigit(byte: number): boolean {
  return (
    (byte >= 0x41 && byte <= 0x5a) ||
    (byte >= 0x61 && byte <= 0x7a) ||
    (byte >= 0x30 && byte <= 0x39) ||
    byte === 0x2b ||
    byte === 0x2f
  );
}
