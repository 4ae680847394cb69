import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { RunReport } from '../../../server/protocol';
import { clusterInfo, targetWith, v1 } from './fakes';
import { type Played, reportFor } from './reports';

/** `npm test` tries the same cases each time; `npm run test:redaction` others, and many more. */
const { REDACTION_RUNS, REDACTION_SEED, REDACTION_PATH: counterexample } = process.env;
const runs = Number(REDACTION_RUNS ?? 500);
const seed = REDACTION_SEED === 'random' ? Date.now() % 2 ** 31 : Number(REDACTION_SEED ?? 1);

/** The smallest piece of a secret that says something. */
const telling = 12;

const header = { kind: 'ExecCredential', apiVersion: v1 };
const json = (fields: object) => JSON.stringify({ ...header, ...fields });
const good = json({ status: { token: 'of-no-interest' } });
const extension = (secret: string) =>
  targetWith(
    { provideClusterInfo: true },
    { clusterInfo: clusterInfo({ configJson: JSON.stringify({ clientSecret: secret }) }) },
  );

/** Where a plugin can have a secret from, or put it. */
const places: Readonly<Record<string, (secret: string) => Played>> = {
  'status.token': (secret) => ({ stdout: json({ status: { token: secret } }) }),
  'status.token, in YAML': (secret) => ({
    stdout: `apiVersion: ${v1}\nkind: ExecCredential\nstatus:\n  token: ${JSON.stringify(secret)}\n`,
  }),
  'status.token, in UTF-16': (secret) => ({
    stdout: Buffer.from(`\ufeff${json({ status: { token: secret } })}`, 'utf16le'),
  }),
  'status.token as a list': (secret) => ({ stdout: json({ status: { token: [secret] } }) }),
  'status.clientKeyData': (secret) => ({ stdout: json({ status: { clientKeyData: secret } }) }),
  'status.clientCertificateData': (secret) => ({
    stdout: json({ status: { clientCertificateData: secret } }),
  }),
  'a certificate and a key': (secret) => ({
    stdout: json({ status: { clientCertificateData: secret, clientKeyData: secret } }),
  }),
  expirationTimestamp: (secret) => ({
    stdout: json({ status: { token: 'x', expirationTimestamp: secret } }),
  }),
  kind: (secret) => ({ stdout: json({ kind: secret }) }),
  apiVersion: (secret) => ({ stdout: json({ apiVersion: secret }) }),
  'the version of a group': (secret) => ({
    stdout: json({ apiVersion: `client.authentication.k8s.io/${secret}` }),
  }),
  'a name': (secret) => ({ stdout: json({ status: { token: 'x', [`${secret}1`]: 1 } }) }),
  'another field': (secret) => ({ stdout: json({ status: { token: 'x' }, extra: { deep: [secret] } }) }),
  'text alone': (secret) => ({ stdout: secret }),
  'a banner': (secret) => ({ stdout: `Your token is ${secret}\n${good}` }),
  'text after JSON': (secret) => ({ stdout: `${good}\n${secret}\n` }),
  'half of a JSON text': (secret) => ({ stdout: json({ status: { token: secret } }).slice(0, -3) }),
  'a second document': (secret) => ({ stdout: `---\n${good}\n---\n${secret}\n` }),
  'an alias': (secret) => ({ stdout: `a: *${secret}\n` }),
  'a key that is a list': (secret) => ({ stdout: `[${JSON.stringify(secret)}]: x\n` }),
  args: (secret) => ({
    target: targetWith({ args: ['--token', secret, `--client-secret=${secret}`] }),
    stdout: good,
  }),
  env: (secret) => ({ target: targetWith({ env: [{ name: 'API_TOKEN', value: secret }] }), stdout: good }),
  'the environment': (secret) => ({
    variables: { AWS_SECRET_ACCESS_KEY: secret, PWD: '/here/main' },
    stdout: good,
  }),
  'the kubeconfig': (secret) => ({ target: targetWith({}, { secrets: [secret] }), stdout: good }),
  'the extension': (secret) => ({ target: extension(secret), stdout: good }),
};

const base64 = (text: string) => Buffer.from(text).toString('base64');

/** How a plugin may write what it has. */
const forms: Readonly<Record<string, (secret: string) => string>> = {
  plain: (secret) => secret,
  base64,
  'base64 of more': (secret) => base64(`:${secret}\n`),
  'base64 of still more': (secret) => base64(`u:${secret}`),
  base64url: (secret) => Buffer.from(secret).toString('base64url'),
  hex: (secret) => Buffer.from(secret).toString('hex'),
  'hex, upper case': (secret) => Buffer.from(secret).toString('hex').toUpperCase(),
  'upper case': (secret) => secret.toUpperCase(),
  'URL-escaped': encodeURIComponent,
  'JSON in JSON': (secret) => JSON.stringify(JSON.stringify(secret)),
  'HTML-escaped': (secret) => secret.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`),
  '\\x-escaped': (secret) => Buffer.from(secret).toString('hex').replace(/../g, '\\x$&'),
  'base64 of UTF-16': (secret) => Buffer.from(secret, 'utf16le').toString('base64'),
};

/** How a terminal or a log may break a text up. */
const breaks: Readonly<Record<string, (text: string) => string>> = {
  whole: (text) => text,
  'over lines': (text) => text.replace(/.{7}/g, '$&\n'),
  'over lines with CRLF and a margin, but not in an escape': (text) =>
    text.replace(/(?:\\x[\da-f]{2}|\\+.|%[\dA-F]{2}|&#\d+;|.){9}/g, '$&\r\n  | '),
  'with colours': (text) => text.replace(/.{5}/g, '$&\x1b[31m'),
  'with links and bells': (text) => text.replace(/.{6}/g, '$&\x1b]8;;http://x\x07'),
  'with invisible characters': (text) => text.replace(/.{4}/g, '$&\u200b\u2060'),
  'with blanks': (text) => text.replace(/./g, '$& '),
};

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const secrets = fc.oneof(
  fc.uint8Array({ minLength: 18, maxLength: 60 }).map((bytes) => Buffer.from(bytes).toString('base64url')),
  fc.uint8Array({ minLength: 18, maxLength: 60 }).map((bytes) => Buffer.from(bytes).toString('base64')),
  fc.uint8Array({ minLength: 16, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex')),
  fc.string({ unit: fc.constantFrom(...letters), minLength: 20, maxLength: 40 }),
  fc
    .string({
      unit: fc.constantFrom(...letters, ...letters, ...'!#$%&*"\\\'<>~^@:;.'),
      minLength: 30,
      maxLength: 60,
    })
    .filter((text) => (text.match(/[A-Za-z0-9]/g) ?? []).length >= 20),
);

function varied(text: string): boolean {
  return new Set(text).size >= 8;
}

/** Pieces of the text that are in the report, whatever white space and margin is between their characters. */
function traces(text: string, report: RunReport): string[] {
  const shown = JSON.stringify(report)
    .replace(/\\[nrt]|[\s|]/g, '')
    .toLowerCase();
  const whole = text.replace(/[\s|]/g, '').toLowerCase();
  const pieces = Array.from({ length: Math.max(0, whole.length - telling + 1) }, (_, at) =>
    whole.slice(at, at + telling),
  );
  return pieces.filter(
    (piece) => shown.includes(piece) || shown.includes(JSON.stringify(piece).slice(1, -1)),
  );
}

describe('no piece of a secret is in a report', () => {
  it('wherever it comes from, however it is written and broken up', { timeout: 600_000 }, () => {
    const choice = [fc.constantFrom(...Object.keys(places)), fc.constantFrom(...Object.keys(forms))] as const;
    const property = fc.property(
      secrets.filter(varied),
      ...choice,
      fc.constantFrom(...Object.keys(breaks)),
      (secret, place, form, broken) => {
        const written = forms[form]?.(secret) ?? '';
        const stderr = `debug: got ${breaks[broken]?.(written)} from cache\nerror: ${written}`;
        const spill = places[place]?.(secret);
        assert.ok(spill);
        const report = reportFor({ ...spill, stderr });
        assert.deepEqual([...traces(secret, report), ...traces(written, report)], []);
        assert.match(report.stderr, /^debug: g/);
      },
    );
    fc.assert(property, { numRuns: runs, seed, ...(counterexample && { path: counterexample }) });
  });
});
