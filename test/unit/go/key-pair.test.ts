import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { keyPairFault } from '../../../server/go/key-pair';
import { pemBlocks } from '../../../server/go/pem';

/** Made for this test, and what kubectl said of them; the keys guard nothing. */
interface Pair {
  readonly certificate: string;
  readonly key: string;
  readonly kubectl: string | null;
}

const file = fileURLToPath(new URL('fixtures/key-pairs.json', import.meta.url));
const pairs = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, Pair>>;
const plain = pairs['EC P-256'];
assert.ok(plain);

function pem(type: string, der: Buffer): string {
  return `-----BEGIN ${type}-----\n${der.toString('base64')}\n-----END ${type}-----\n`;
}

describe('pairs as kubectl judged them', () => {
  for (const [name, { certificate, key, kubectl }] of Object.entries(pairs)) {
    it(name, () => assert.equal(keyPairFault(certificate, key) ?? null, kubectl));
  }
});

describe('pairs that are not even PEM', () => {
  const { certificate, key } = plain;
  const rows: Readonly<Record<string, readonly [certificate: string, key: string, fault: string]>> = {
    'no certificate': ['x', key, 'tls: failed to find any PEM data in certificate input'],
    'base64 of PEM': [
      Buffer.from(certificate).toString('base64'),
      key,
      'tls: failed to find any PEM data in certificate input',
    ],
    'no key': [certificate, 'x', 'tls: failed to find any PEM data in key input'],
    'the certificate twice': [
      certificate,
      certificate,
      'tls: found a certificate rather than a key in the PEM for the private key',
    ],
    'a type that may be a secret': [
      pem('HUNTER2', Buffer.from('x')),
      key,
      'tls: failed to find "CERTIFICATE" PEM block in certificate input after skipping PEM blocks of the following types: [[redacted]]',
    ],
  };
  for (const [name, [certificate, key, fault]] of Object.entries(rows)) {
    it(name, () => assert.equal(keyPairFault(certificate, key), fault));
  }
});

describe('a damaged certificate', () => {
  const der = pemBlocks(plain.certificate)[0]?.der ?? Buffer.alloc(0);

  it('is never taken for another thing than a certificate, and never throws', () => {
    for (let at = 0; at < der.length; at++) {
      const damaged = Buffer.from(der);
      damaged[at] = (damaged[at] ?? 0) ^ 0x15;
      const fault = keyPairFault(pem('CERTIFICATE', damaged), plain.key);
      assert.match(fault ?? 'x509: ', /^(?:x509: |tls: private key does not match|tls: unknown public key)/);
    }
  });

  it('is refused however it is cut off', () => {
    for (let length = 0; length < der.length; length++) {
      const fault = keyPairFault(pem('CERTIFICATE', der.subarray(0, length)), plain.key);
      assert.equal(fault, 'x509: malformed certificate');
    }
  });
});
