import { pemBlocks } from '../go/pem';

/**
 * A secret may be broken up and re-encoded; these are the texts to look for, before folding. `variants`:
 * also what is made of it in another case or as UTF-16.
 */
export function formsOf(secret: string, variants: boolean): string[] {
  if (!variants) return [secret, ...encoded(Buffer.from(secret))];
  const spoken = [...new Set([secret, secret.toLowerCase(), secret.toUpperCase()])];
  const forms = spoken.flatMap((text) => [text, ...encoded(Buffer.from(text))]);
  return [...new Set([...forms, ...spoken.flatMap((text) => encoded(Buffer.from(text, 'utf16le')))])];
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
