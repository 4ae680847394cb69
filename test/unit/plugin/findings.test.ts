import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { clusterInfo, targetWith, v1 } from './fakes';
import { type Played, reportFor } from './reports';

interface Pair {
  readonly certificate: string;
  readonly key: string;
}

const file = fileURLToPath(new URL('../go/fixtures/key-pairs.json', import.meta.url));
const pair = (JSON.parse(readFileSync(file, 'utf8')) as Record<string, Pair>)['EC P-256'];
assert.ok(pair);

const base64 = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const jwt = (claims: object) => `${base64({ alg: 'RS256' })}.${base64(claims)}.c2lnbmF0dXJlLW9mLW5vdGhpbmc`;
const seconds = (iso: string) => Date.parse(iso) / 1000;

const json = (fields: object) => JSON.stringify({ kind: 'ExecCredential', apiVersion: v1, ...fields });
const status = (fields: object) => ({
  stdout: json({ status: { token: 'tok', expirationTimestamp: '2030-01-01T01:00:00Z', ...fields } }),
});
const certificates = (clientCertificateData: string, clientKeyData: string) =>
  status({ clientCertificateData, clientKeyData });
const failed = (stderr: string, exitCode = 1): Played => ({ stderr, ending: { exitCode } });
const asked = (audience: string, claims: object): Played => ({
  ...status({ token: jwt(claims) }),
  target: targetWith(
    { provideClusterInfo: true },
    { clusterInfo: clusterInfo({ configJson: JSON.stringify({ audience }) }) },
  ),
});
const server = (address: string) => ({
  ...status({}),
  target: targetWith({}, { clusterInfo: clusterInfo({ server: address }) }),
});

/** What is found beside the refusal itself. */
const rows: Readonly<Record<string, readonly [played: Played, codes: readonly string[]]>> = {
  nothing: [status({}), []],
  'an error that is known of the plugin': [
    {
      ...failed('Error: ExecCredential contains not all needed fields\n'),
      target: targetWith({ command: 'stackit', args: ['ske', 'kubeconfig', 'login'] }),
    },
    ['known-error'],
  ],
  'the same of another plugin': [failed('Error: ExecCredential contains not all needed fields\n'), []],
  'no expiry': [status({ expirationTimestamp: null }), ['no-expiry']],
  'the zero time': [status({ expirationTimestamp: '0001-01-01T00:00:00Z' }), ['no-expiry']],
  'an expiry in the past': [status({ expirationTimestamp: '2029-12-31T23:59:59Z' }), ['expired']],
  'an expiry in seconds': [status({ expirationTimestamp: '2030-01-01T00:00:30Z' }), ['expires-soon']],
  'an expiry in years': [status({ expirationTimestamp: '2040-01-01T00:00:00Z' }), ['far-expiry']],
  'a prefix': [status({ token: 'Bearer abc' }), ['bearer-prefix']],
  'white space': [status({ token: ' abc' }), ['token-white-space']],
  'quotation marks': [status({ token: '"abc"' }), ['token-quotes']],
  'letters beyond ASCII': [status({ token: 'tök' }), ['token-not-ascii']],
  'a JWT': [status({ token: jwt({ exp: seconds('2030-01-01T01:00:00Z') }) }), []],
  'a JWT that has expired': [
    status({ token: jwt({ exp: seconds('2029-12-31T00:00:00Z') }) }),
    ['jwt-expired', 'jwt-expires-earlier'],
  ],
  'a JWT from the future': [status({ token: jwt({ iat: seconds('2030-01-01T00:05:00Z') }) }), ['clock-skew']],
  'a JWT for the audience of the cluster': [asked('kubernetes', { aud: ['kubernetes'] }), []],
  'a JWT for another audience': [asked('kubernetes', { aud: 'vault' }), ['jwt-other-audience']],
  'a JWT without an audience': [asked('kubernetes', { sub: 'jane' }), []],
  'a JWT that ends before the status': [
    status({ token: jwt({ exp: seconds('2030-01-01T00:30:00Z') }) }),
    ['jwt-expires-earlier'],
  ],
  'a JWT of tomorrow': [
    status({ token: jwt({ nbf: seconds('2030-01-02T00:00:00Z') }) }),
    ['jwt-not-yet-valid'],
  ],
  'a certificate': [certificates(pair.certificate, pair.key), []],
  'base64 of PEM': [certificates(base64(pair.certificate), base64(pair.key)), ['bad-key-pair', 'base64-pem']],
  'PEM on one line': [
    certificates(pair.certificate.replaceAll('\n', ''), pair.key),
    ['bad-key-pair', 'pem-line-breaks'],
  ],
  'another version': [
    { stdout: json({ apiVersion: 'client.authentication.k8s.io/v1beta1' }) },
    ['api-version-mismatch', 'other-api-version'],
  ],
  'no version': [{ stdout: '{"status":{"token":"x"}}' }, ['api-version-mismatch', 'api-version-missing']],
  'the status in another case': [
    { stdout: json({ Status: { token: 'x' } }) },
    ['no-status', 'misnamed-field'],
  ],
  'the token in another case': [
    { stdout: json({ status: { Token: 'x' } }) },
    ['no-credential', 'misnamed-field'],
  ],
  'the token at the top': [{ stdout: json({ token: 'x' }) }, ['no-status', 'misnamed-field']],
  'the token of another tool': [
    { stdout: json({ status: { access_token: 'x' } }) },
    ['no-credential', 'misnamed-field'],
  ],
  'a banner': [{ stdout: `Fetching token\n${json({})}` }, ['not-an-object', 'text-before-json']],
  'text after JSON': [{ stdout: `${json({})}\ndone` }, ['bad-stdout-syntax', 'text-after-json']],
  'a web page': [{ stdout: '<!DOCTYPE html>\n<html></html>' }, ['not-an-object', 'html-output']],
  'a table of the AWS CLI': [
    { stdout: `${'-'.repeat(40)}\n|  GetToken  |\n` },
    ['not-an-object', 'aws-output-format'],
  ],
  'plain http': [server('http://127.0.0.1'), ['plain-http-server']],
  'a user in the address': [server('https://u:p@127.0.0.1'), ['basic-auth-in-server']],
  'no cluster': [
    { ...status({}), target: targetWith({}, { cluster: null, clusterInfo: null }) },
    ['no-cluster'],
  ],
  'AWS SSO': [failed('Error loading SSO Token: Token for x does not exist'), ['aws-sso-expired']],
  'an AWS profile': [failed('The config profile (x) could not be found'), ['aws-profile-not-found']],
  'no AWS credentials': [failed('Unable to locate credentials.'), ['aws-no-credentials']],
  gcloud: [failed('Please run:\n  $ gcloud auth login'), ['gcloud-login']],
  Azure: [failed('AADSTS700082: The refresh token has expired'), ['azure-login']],
  'the other kubelogin': [failed('Error: unknown flag: --server-id'), ['other-kubelogin']],
  'no cluster information': [
    failed('KUBERNETES_EXEC_INFO env var is unset or empty'),
    ['needs-cluster-info'],
  ],
  'no terminal': [failed('error: could not read from stdin: not a terminal'), ['needs-terminal']],
  'no network': [failed('dial tcp: lookup x: no such host'), ['network']],
  'a helper that is missing': [failed('x: jq: not found', 127), ['inner-command-not-found']],
};

describe('what is found in a run', () => {
  for (const [name, [played, codes]] of Object.entries(rows)) {
    it(name, () => {
      const found = reportFor(played).findings.map(({ code }) => code);
      for (const code of codes) assert.ok(found.includes(code), `${code} is not in ${found}`);
      const refused = reportFor(played).reason;
      assert.deepEqual(
        found.filter((code) => !codes.includes(code) && code !== refused && code !== 'no-expiry'),
        [],
      );
    });
  }
});

describe('what is not a secret', () => {
  it('a path in a variable that is named like one', () => {
    const { stderr } = reportFor({
      stderr: 'in /here/main',
      variables: { PWD: '/here/main', OLDPWD: '/here/main' },
    });
    assert.equal(stderr, 'in /here/main');
  });
});
