import { pemBlocks } from '../go/pem';

/**
 * The texts to look for, before folding. Encodings are undone in the text that is looked through (readings.ts).
 * With `all` also those that case may have been lost of, those that are too short to be undone, and the secret
 * backwards.
 */
export function formsOf(secret: string, all: boolean): string[] {
  const bytes = Buffer.from(secret);
  const plain = [secret, bytes.toString('latin1')];
  if (!all) return plain;
  const coded = [0, 1, 2].map((offset) => base64At(bytes, offset));
  if (bytes.length < 12) coded.push(bytes.toString('hex'));
  return [...new Set([...plain, ...coded, [...secret].reverse().join('')])];
}

/** The base64 characters that depend on these bytes alone when `offset` others stand before them. */
function base64At(bytes: Buffer, offset: number): string {
  const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
  const first = offset === 0 ? 0 : offset + 1;
  const complete = Math.floor(((offset + bytes.length) * 8) / 6);
  return text.slice(first, complete);
}

/**
 * What of a credential is secret. The lines around a private key are the same in each, and its bytes
 * may turn up without them.
 */
export function secretParts(credential: string): string[] {
  const inside = decodedParts(credential);
  const parts = inside.flatMap(ownParts);
  // Of a key in base64 nothing but the key is secret, and there may be many of them.
  return inside.some(hasPem) ? parts : [...ownParts(credential), ...parts];
}

/** What a secret says that is base64, hex or escaped itself, such as `user:password`. */
function decodedParts(secret: string): string[] {
  const text = secret.trim();
  const bytes = /^(?:[0-9a-fA-F]{2}){8,}$/.test(text) ? [Buffer.from(text, 'hex')] : [];
  if (/^[\w+/-]{8,}={0,2}$/.test(text)) bytes.push(Buffer.from(text, 'base64'));
  const said = bytes
    .map((each) => each.toString('utf8'))
    .filter((each) => /^[\t\n\r\x20-\x7e]{6,}$/.test(each));
  const meant = unescapedUrl(text);
  return [
    ...said.flatMap((each) => [each, each.slice(each.indexOf(':') + 1)]),
    ...(meant === text ? [] : [meant]),
  ];
}

function unescapedUrl(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function ownParts(credential: string): string[] {
  if (!hasPem(credential)) return [credential];
  const keys = pemBlocks(credential).filter(({ type }) => type.endsWith('PRIVATE KEY'));
  const bodies = credential.split(/-----[^-\n]*-----/).map((body) => body.replace(/\s+/g, ''));
  return [...new Set([...keys.map(({ der }) => der.toString('base64')), ...bodies])].filter(Boolean);
}

function hasPem(text: string): boolean {
  return text.includes('-----BEGIN ');
}
