import { pemBlocks } from '../go/pem';

/**
 * The texts to look for, before folding, beside those that are undone in the text that is looked through
 * (readings.ts): those that are left of an encoding when case has been lost, and the secret backwards.
 * `variants`: also of the secret in another case or as UTF-16.
 */
export function formsOf(secret: string, variants: boolean): string[] {
  const bytes = Buffer.from(secret);
  if (!variants) return [secret, ...encoded(bytes)];
  const spoken = [...new Set([secret, secret.toLowerCase(), secret.toUpperCase()])];
  const forms = spoken.flatMap((text) => [text, ...encoded(Buffer.from(text))]);
  const wide = spoken.flatMap((text) => encoded(Buffer.from(text, 'utf16le')));
  return [...new Set([...forms, ...wide, [...secret].reverse().join(''), bytes.toString('latin1')])];
}

function encoded(bytes: Buffer): string[] {
  return [bytes.toString('hex'), ...[0, 1, 2].map((offset) => base64At(bytes, offset))];
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
  if (!credential.includes('-----BEGIN ')) return [credential];
  const keys = pemBlocks(credential).filter(({ type }) => type.endsWith('PRIVATE KEY'));
  const bodies = credential.split(/-----[^-\n]*-----/).map((body) => body.trim());
  return [...keys.map(({ der }) => der.toString('base64')), ...bodies].filter((part) => part !== '');
}
