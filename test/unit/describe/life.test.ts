import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lifeOf } from '../../../server/describe/life';
import type { CertificateReport, CredentialReport } from '../../../server/protocol';

const started = '2030-01-01T00:00:00.000Z';
const at = (time: string) => Date.parse(`2030-01-01T${time}Z`);
const seconds = (time: string) => at(time) / 1000;

function credential(parts: Partial<CredentialReport>, claims?: unknown): CredentialReport {
  const token = claims === undefined ? null : { length: 9, kind: 'JWT', jwt: { header: {}, claims } };
  return { token, certificate: null, expirationTimestamp: null, expiresInMs: null, ...parts };
}

test('a life ends when kubectl drops the credential, whatever its token says', () => {
  const expirationTimestamp = '2030-01-01T01:00:00Z';
  assert.deepEqual(lifeOf(credential({ expirationTimestamp }, { exp: seconds('05:00:00') }), started), {
    from: at('00:00:00'),
    until: at('01:00:00'),
    by: 'expirationTimestamp',
  });
});

test('of a cached token that ends with the promise a part is used up', () => {
  const expirationTimestamp = '2030-01-01T00:20:00Z';
  const claims = { iat: seconds('00:00:00') - 2400, exp: seconds('00:21:00') };
  assert.equal(
    lifeOf(credential({ expirationTimestamp }, claims), started)?.from,
    at('00:00:00') - 2_400_000,
  );
});

test('else with its token, from when that was issued', () => {
  const claims = { iat: at('00:00:00') / 1000 - 600, exp: seconds('00:20:00') };
  assert.deepEqual(lifeOf(credential({}, claims), started), {
    from: at('00:00:00') - 600_000,
    until: at('00:20:00'),
    by: 'exp of the token',
  });
});

test('a token from the future is as old as the run', () => {
  const claims = { iat: seconds('00:10:00'), exp: seconds('00:20:00') };
  assert.equal(lifeOf(credential({}, claims), started)?.from, at('00:00:00'));
});

test('else with its certificate', () => {
  const certificate = { notBefore: '2029-12-31T00:00:00.000Z', notAfter: '2030-02-01T00:00:00.000Z' };
  assert.deepEqual(lifeOf(credential({ certificate: certificate as CertificateReport }), started), {
    from: Date.parse(certificate.notBefore),
    until: Date.parse(certificate.notAfter),
    by: 'the certificate',
  });
});

test('what had expired before never began', () => {
  const life = lifeOf(credential({ expirationTimestamp: '2029-12-31T23:00:00Z' }), started);
  assert.ok(life && life.from === life.until);
});

for (const [what, parts, claims] of [
  ['nobody says', {}, undefined],
  ['it is no time', { expirationTimestamp: '[redacted]' }, undefined],
  ['a claim is no number', {}, { exp: 'tomorrow' }],
  ['a claim is no time', {}, { exp: 1e300 }],
  ['the claims are none', {}, 'x'],
] as const) {
  test(`there is none if ${what}`, () => assert.equal(lifeOf(credential(parts, claims), started), undefined));
}
