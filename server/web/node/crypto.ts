/**
 * Stands for `node:crypto` in a browser, whose own hashes are only to be waited for. Certificates and keys can't be
 * read: see `readsCertificates` in server/go/key-pair.ts.
 */
import { sha256 } from './sha256';

export const X509Certificate = undefined;
export const createPrivateKey = undefined;
export const createPublicKey = undefined;
export const ECDH = undefined;

export function createHash(algorithm: 'sha256') {
  if (algorithm !== 'sha256') throw new Error(`There is no ${algorithm} here.`);
  const parts: Buffer[] = [];
  const hash = {
    update(data: string | Uint8Array) {
      parts.push(typeof data === 'string' ? Buffer.from(data) : Buffer.from(data));
      return hash;
    },
    digest: (encoding: 'hex' | 'base64') => Buffer.from(sha256(Buffer.concat(parts))).toString(encoding),
  };
  return hash;
}
