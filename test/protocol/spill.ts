import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { execKubeconfig } from './kubeconfigs';
import { root } from './paths';

/** Every mode of leaky-plugin.mjs. */
export const leaks = [
  'chatty',
  'no-object',
  'bare',
  'cut',
  'in-kind',
  'in-version',
  'in-expiry',
  'in-key',
  'wrong-type',
  'failing',
] as const;

const plugin = path.join(root, 'test/protocol/fixtures/leaky-plugin.mjs');
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token that nobody has seen before. */
export function newToken(): string {
  const claims = { iss: 'https://issuer.example.com', sub: 'jane@example.com', exp: 4102444800 };
  return `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}.${randomBytes(64).toString('base64url')}`;
}

export function leakyKubeconfig(mode: string, token: string): string {
  return execKubeconfig({ command: process.execPath, args: [plugin, mode], env: { TOKEN: token } });
}

/** The private key of the sample plugin. */
export const sampleKey = readFileSync(path.join(root, 'test/sample/bin/client-key.pem'), 'utf8');

/** What must not be seen: the secret as it is, and as base64 of every alignment, in pieces of 12 characters. */
export function assertNoTrace(bytes: Buffer, secret: string, where: string): void {
  const text = bytes.toString('latin1');
  const forms = [secret, ...[0, 1, 2].map((skip) => Buffer.from(secret.slice(skip)).toString('base64'))];
  for (const form of forms) {
    for (let at = 0; at + 12 <= form.length; at += 6) {
      const piece = form.slice(at, at + 12);
      assert.ok(!text.includes(piece), `${where}: characters ${at} to ${at + 12} of a secret`);
    }
  }
}

/** The lines of a PEM text that nobody else may see. */
export function pemBody(pem: string): string {
  return pem
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('-----'))
    .join('');
}
