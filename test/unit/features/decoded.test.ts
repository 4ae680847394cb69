import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Kubeconfig } from '../../../server/document/kubeconfig';
import { LocatedDocument } from '../../../server/document/located-document';
import { hover } from '../../../server/features/hover';
import { awsUrlToken, jwt } from './tokens';

const now = Date.parse('2026-05-01T12:00:00Z');
const inSeconds = (seconds: number) => now / 1000 + seconds;

interface Pair {
  readonly certificate: string;
  readonly key: string;
}
const file = fileURLToPath(new URL('../go/fixtures/key-pairs.json', import.meta.url));
const pairs = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, Pair>>;
const [ec, rsa, encrypted] = ['EC P-256', 'RSA', 'encrypted key'].map((name) => pairs[name] as Pair) as [
  Pair,
  Pair,
  Pair,
];

/** The hover on a value of a JSON document, and on its key. */
function hoversOf(document: LocatedDocument, name: string): string[] {
  const at = document.text.indexOf(`"${name}"`);
  assert.ok(at > 0, name);
  const value = document.text.indexOf(':', at) + 3;
  return [value, at + 1].map((offset) => hover(document, offset, now)?.markdown ?? '');
}

/** Both hovers say it, and no piece of the secret is in them. */
function decoded(document: LocatedDocument, name: string, ...secrets: readonly string[]): string {
  const [value = '', key = ''] = hoversOf(document, name);
  const about = value.split(`\n\n**${name}** ·`)[0] ?? '';
  assert.ok(about.length > 0 && key.endsWith(about), `${name}: on the key, too`);
  assertNothingOf(value + key, secrets);
  return about;
}

function assertNothingOf(shown: string, secrets: readonly string[]): void {
  for (const secret of secrets) {
    for (let at = 0; at + 16 <= secret.length; at += 4) {
      assert.ok(!shown.includes(secret.slice(at, at + 16)), `a piece of the secret at ${at}`);
    }
  }
}

const credential = (status: object) =>
  new LocatedDocument(
    'exec-credential',
    JSON.stringify({ kind: 'ExecCredential', apiVersion: 'client.authentication.k8s.io/v1', status }),
  );
const user = (fields: object) => new Kubeconfig(JSON.stringify({ users: [{ name: 'dev', user: fields }] }));
const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('a token', () => {
  const token = jwt(
    { alg: 'RS256', kid: 'key-1' },
    {
      sub: 'system:serviceaccount:ci:deployer',
      aud: ['kubernetes', 'a|b'],
      exp: inSeconds(840),
      secret_key: 'hunter2hunter2hunter2',
      nonce: 'q7Rk2LmZ0pX4vB8nT6yW1cD3',
    },
  );
  const [, payload = '', signature = ''] = token.split('.');

  test('a JWT: header, claims and when it expires', () => {
    const text = decoded(credential({ token }), 'token', payload, signature, 'q7Rk2LmZ0pX4vB8nT6yW1cD3');
    assert.match(text, new RegExp(`^\\*\\*Token\\*\\* · JWT, ${token.length} characters\n\n`));
    assert.match(text, /\nExpires 2026-05-01T12:14:00Z \(in 14 min\)\.\n/);
    assert.match(text, /\| `alg` \(header\) \| `RS256` \|/);
    assert.match(text, /\| `sub` \| `system:serviceaccount:ci:deployer` \|/);
    assert.match(text, /\| `aud` \| `kubernetes, a\\\|b` \|/);
    assert.match(text, /\| `exp` \| 2026-05-01T12:14:00Z \(in 14 min\) \|/);
    assert.match(text, /\| `secret_key` \| `\[redacted\]` \|/);
    assert.doesNotMatch(text, /hunter2/);
  });

  test('the same in a kubeconfig', () => {
    const inExec = decoded(credential({ token }), 'token', payload, signature);
    assert.equal(decoded(user({ token }), 'token', payload, signature), inExec);
    const provider = { name: 'oidc', config: { 'id-token': token } };
    const [value = ''] = hoversOf(user({ 'auth-provider': provider }), 'id-token');
    assert.ok(value.startsWith(inExec));
  });

  test('one that has expired, is not valid yet, or does not say', () => {
    const about = (claims: object) => decoded(credential({ token: jwt({}, claims) }), 'token');
    assert.match(about({ exp: inSeconds(-7200) }), /\nExpired 2026-05-01T10:00:00Z \(2 h ago\)\./);
    assert.match(about({ exp: inSeconds(600), nbf: inSeconds(300) }), /Not valid before .* \(in 5 min\)\./);
    assert.match(about({ sub: 'x' }), /It does not say when it expires\./);
  });

  test("text in a claim can't become Markdown", () => {
    const text = decoded(
      credential({ token: jwt({}, { sub: '`[x](command:y)` <img src=x>\n| a |' }) }),
      'token',
    );
    assert.match(text, /\| `sub` \| `` `\[x\]\(command:y\)` <img src=x> \\\| a \\\| `` \|/);
  });

  test('one for AWS EKS: what its URL says, without the URL', () => {
    const aws = awsUrlToken({ region: 'eu-west-1', signedAt: '20260501T115600Z' });
    const url = Buffer.from(aws.slice('k8s-aws-v1.'.length), 'base64url').toString();
    const text = decoded(credential({ token: aws }), 'token', aws, url.split('?')[1] ?? '');
    assert.equal(
      text,
      `**Token** · AWS EKS (presigned URL), ${aws.length} characters

- Region: \`eu-west-1\`
- Signed: 2026-05-01T11:56:00Z (4 min ago)
- Expires: 2026-05-01T12:11:00Z (in 11 min)
- Cluster: signed, but not written in the token`,
    );
    const old = awsUrlToken({ region: 'eu-west-1', signedAt: '20260501T110000Z', cluster: false });
    assert.match(decoded(credential({ token: old }), 'token', old), /- Expired: .*\n- Cluster: not signed/);
  });

  test('with claims deeper than any can be is no JWT', () => {
    const claims = `{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`;
    const deep = `e30.${Buffer.from(claims).toString('base64url')}.c2lnbnMgbm90aGluZw`;
    assert.match(decoded(credential({ token: deep }), 'token', deep), /^\*\*Token\*\* · opaque, /);
  });

  test('any other: its kind', () => {
    const kind = (token: string) => decoded(credential({ token }), 'token', token);
    assert.equal(kind(`ya29.${'a0Zx'.repeat(10)}`), '**Token** · Google OAuth access token, 45 characters');
    assert.equal(kind('c29tZSBvcGFxdWUgdG9rZW4hIQ'), '**Token** · opaque, 26 characters');
  });
});

describe('a certificate', () => {
  test('of an ExecCredential', () => {
    const { certificate, key } = ec;
    const document = credential({ clientCertificateData: certificate, clientKeyData: key });
    const text = decoded(document, 'clientCertificateData', key);
    assert.match(text, /^\*\*Client certificate\*\* · `CN=x`\n\n- Issuer: `CN=x`\n/);
    assert.match(text, /\n- \*\*Not valid before\*\* 2026-11-24T23:44:34Z \(in 207 days\)\n/);
    assert.match(text, /\n- Serial number: `7F2EDA0E72424136EA3AD1A0607F92C648328032`\n- Private key: fits$/);
    assert.equal(
      decoded(document, 'clientKeyData', key),
      '**Private key** · ECDSA, P-256 · fits the certificate',
    );
  });

  test('of a kubeconfig, in base64', () => {
    const fields = { 'client-certificate-data': base64(rsa.certificate), 'client-key-data': base64(ec.key) };
    const text = decoded(user(fields), 'client-certificate-data', ec.key);
    assert.match(text, /\n- Private key: \*\*does not fit\*\*$/);
    const key = decoded(user(fields), 'client-key-data', ec.key, base64(ec.key));
    assert.equal(key, '**Private key** · ECDSA, P-256 · **does not fit the certificate**');
    const alone = decoded(user({ 'client-key-data': base64(rsa.key) }), 'client-key-data', base64(rsa.key));
    assert.equal(alone, '**Private key** · RSA, 2048 bits');
    const locked = decoded(user({ 'client-key-data': base64(encrypted.key) }), 'client-key-data');
    assert.equal(locked, '**Private key** · encrypted, which kubectl does not read');
  });

  test('of an authority', () => {
    const data = base64(ec.certificate + rsa.certificate);
    const cluster = { 'certificate-authority-data': data };
    const document = new Kubeconfig(JSON.stringify({ clusters: [{ name: 'a', cluster }] }));
    const text = decoded(document, 'certificate-authority-data');
    assert.match(text, /^\*\*Certificate authority\*\* · 2 certificates\n\n- `CN=x`, signed by itself {2}\n/);
  });

  test("that can't be read: nothing is added to what the field means", () => {
    for (const [field, data] of [
      ['client-certificate-data', '%%%'],
      ['client-certificate-data', base64('-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n')],
      ['client-key-data', base64('x')],
      ['client-key-data', ''],
    ] as const) {
      const [value = ''] = hoversOf(user({ [field]: data }), field);
      assert.match(value, new RegExp(`^\\*\\*${field}\\*\\* · base64\n\n`));
    }
  });
});

test('an expirationTimestamp', () => {
  const about = (expirationTimestamp: string) =>
    decoded(credential({ expirationTimestamp }), 'expirationTimestamp');
  assert.equal(about('2026-05-01T12:14:00Z'), '**Expires** in 14 min');
  assert.equal(about('2026-05-01T12:00:00+01:00'), '**Expired** 60 min ago');
  assert.equal(about('0001-01-01T00:00:00Z'), 'This time means that it never expires.');
});

test('without a clock only the time itself is told', () => {
  const document = credential({ token: jwt({}, { exp: 1_800_000_000 }) });
  const markdown = hover(document, document.text.indexOf('eyJ'))?.markdown ?? '';
  assert.match(markdown, /\nExpires 2027-01-15T08:00:00Z\.\n/);
});
