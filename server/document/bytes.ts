import type { LoadFault } from './fault';

/**
 * A file's bytes as go-yaml's reader decodes them: UTF-8, or UTF-16 with a byte order mark (what
 * PowerShell's redirection writes). The mark itself is dropped.
 */
export function decodeBytes(bytes: Uint8Array): { text: string; fault?: LoadFault } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, (units) => units);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, (units) => units.swap16());
  const text = new TextDecoder('utf-8').decode(bytes);
  const at = text.includes('\uFFFD') ? invalidByte(bytes) : undefined;
  if (at === undefined) return { text };
  const start = new TextDecoder('utf-8').decode(bytes.subarray(0, at)).length;
  const message = 'This is not valid UTF-8. Save the file as UTF-8.';
  return { text, fault: { start, end: start + 1, message, kubectl: utf8Words(bytes, at) } };
}

function decodeUtf16(
  bytes: Uint8Array,
  toLittle: (units: Buffer) => Buffer,
): { text: string; fault?: LoadFault } {
  const text = toLittle(Buffer.from(bytes.subarray(2, bytes.length & ~1))).toString('utf16le');
  const problem =
    surrogateProblem(text) ?? (bytes.length % 2 ? { at: text.length, kubectl: oddByte } : undefined);
  if (!problem) return { text };
  const { at, kubectl } = problem;
  const start = Math.max(0, Math.min(at, text.length - 1));
  const message = 'This is not valid UTF-16. Save the file as UTF-8.';
  return { text, fault: { start, end: start + 1, message, kubectl: `yaml: ${kubectl}` } };
}

const oddByte = 'incomplete UTF-16 character';

function surrogateProblem(text: string): { at: number; kubectl: string } | undefined {
  const at = text.search(/\p{Surrogate}/u);
  if (at === -1) return undefined;
  if (text.charCodeAt(at) >= 0xdc00) return { at, kubectl: 'unexpected low surrogate area' };
  const last = at === text.length - 1;
  return { at, kubectl: last ? 'incomplete UTF-16 surrogate pair' : 'expected low surrogate area' };
}

/** Offset of the first byte that does not belong to a valid UTF-8 sequence. */
function invalidByte(bytes: Uint8Array): number | undefined {
  for (let at = 0; at < bytes.length; ) {
    const width = sequenceWidth(bytes[at] ?? 0);
    const sequence = bytes.subarray(at, at + width);
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(sequence);
    } catch {
      return at;
    }
    at += width;
  }
  return undefined;
}

function sequenceWidth(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead >= 0xf0) return 4;
  if (lead >= 0xe0) return 3;
  return 2;
}

function utf8Words(bytes: Uint8Array, at: number): string {
  const lead = bytes[at] ?? 0;
  if (lead < 0xc0 || lead > 0xf7) return 'yaml: invalid leading UTF-8 octet';
  if (at + sequenceWidth(lead) > bytes.length) return 'yaml: incomplete UTF-8 octet sequence';
  return 'yaml: invalid trailing UTF-8 octet';
}
