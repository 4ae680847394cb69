import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Secret } from '../../../server/credential/secret';
import { judge } from '../../../server/plugin/judge';
import type { Reason } from '../../../server/plugin/refusal';
import { inTime, v1 } from './fakes';

const header = `"kind":"ExecCredential","apiVersion":"${v1}"`;
const good = `{${header},"status":{"token":"tok"}}`;
const prefix = 'Unable to connect to the server: ';

function refusal(stdout: string | Uint8Array) {
  return judge(Buffer.from(stdout), v1).refusal;
}

function statusOf(status: string): string {
  return `{${header},"status":${status}}`;
}

const accepted: Readonly<Record<string, readonly [stdout: string | Uint8Array, token: string]>> = {
  JSON: [good, 'tok'],
  'JSON after a no-break space in YAML': [`# x\n${good}`, 'tok'],
  YAML: [`apiVersion: ${v1}\nstatus:\n  token: tok\n`, 'tok'],
  'a byte order mark': [`\ufeff${good}`, 'tok'],
  'UTF-16': [Buffer.from(`\ufeff${good}`, 'utf16le'), 'tok'],
  'no kind': [`{"apiVersion":"${v1}","status":{"token":"tok"}}`, 'tok'],
  'header names in another case': [
    `{"KIND":"ExecCredential","ApiVersion":"${v1}","status":{"token":"tok"}}`,
    'tok',
  ],
  'the last of two tokens': [statusOf('{"token":"a","token":"b"}'), 'b'],
  'a null after a token': [statusOf('{"token":"a","token":null}'), 'a'],
  'two status objects, merged': [`{${header},"status":{"token":"a"},"status":{"x":1}}`, 'a'],
  'unknown fields': [statusOf('{"token":"a","Token":"b","extra":{}}'), 'a'],
  'a tab and letters beyond ASCII': [statusOf('"x"').replace('"x"', '{"token":"\\té"}'), '\té'],
  'an expiry that is null': [statusOf('{"token":"a","expirationTimestamp":null}'), 'a'],
  'a bad expiry that null takes back': [
    `{${header},"status":{"token":"a","expirationTimestamp":"2001-01-01T00:00:00Z"},"status":{"expirationTimestamp":null}}`,
    'a',
  ],
};

describe('what client-go uses', () => {
  for (const [name, [stdout, token]] of Object.entries(accepted)) {
    it(name, () => {
      const { refusal, status } = judge(Buffer.from(stdout), v1);
      assert.equal(refusal, null);
      assert.equal(status && Secret.reveal(status.token), token);
    });
  }
});

const rejected: Readonly<Record<string, readonly [stdout: string, reason: Reason, message: string]>> = {
  nothing: [
    '',
    'stdout-empty',
    `exec plugin is configured to use API version ${v1}, plugin returned version client.authentication.k8s.io/__internal`,
  ],
  'a protobuf': ['k8s\0xyz', 'bad-stdout-syntax', 'decoding stdout: unexpected EOF'],
  'another version': [
    good.replace('/v1', '/v1beta1'),
    'api-version-mismatch',
    `exec plugin is configured to use API version ${v1}, plugin returned version client.authentication.k8s.io/v1beta1`,
  ],
  'another kind': [
    good.replace('ExecCredential', 'Pod'),
    'unknown-kind',
    `decoding stdout: no kind "Pod" is registered for version "${v1}" in scheme "pkg/client/auth/exec/exec.go:62"`,
  ],
  'a Status of the API server': [
    '{"kind":"Status","apiVersion":"v1","status":"Failure"}',
    'unknown-kind',
    'decoding stdout: converting (v1.Status) to (clientauthentication.ExecCredential): unknown conversion',
  ],
  'a kind that every group has': [
    good.replace('ExecCredential', 'ListOptions'),
    'unknown-kind',
    'decoding stdout: converting (v1.ListOptions) to (clientauthentication.ExecCredential): unknown conversion',
  ],
  'two slashes': [
    good.replace('/v1', '/v1/x'),
    'unknown-kind',
    'decoding stdout: unexpected GroupVersion string: client.authentication.k8s.io/v1/x',
  ],
  'a group alone': [
    '{"kind":"ExecCredential","apiVersion":"x/"}',
    'unknown-kind',
    "decoding stdout: Object 'apiVersion' is missing in '[redacted]'",
  ],
  'no status': [`{${header}}`, 'no-status', "exec plugin didn't return a status field"],
  'a status that null takes back': [
    `{${header},"status":{"token":"a"},"status":null}`,
    'no-status',
    "exec plugin didn't return a status field",
  ],
  'no credential': [statusOf('{}'), 'no-credential', "exec plugin didn't return a token or cert/key pair"],
  'half a pair beside a token': [
    statusOf('{"token":"a","clientKeyData":"x"}'),
    'half-key-pair',
    'exec plugin returned only certificate or key, not both',
  ],
  'a bad pair beside a token': [
    statusOf('{"token":"a","clientCertificateData":"x","clientKeyData":"x"}'),
    'bad-key-pair',
    'failed parsing client key/certificate: tls: failed to find any PEM data in certificate input',
  ],
  'a wrong type, the first in the text': [
    statusOf('{"token":1,"clientKeyData":true}'),
    'wrong-type',
    'decoding stdout: json: cannot unmarshal number into Go struct field ExecCredentialStatus.status.token of type string',
  ],
  'a wrong type in YAML, the first in sorted order': [
    `apiVersion: ${v1}\nstatus:\n  token: 1\n  clientKeyData: yes\n`,
    'wrong-type',
    'decoding stdout: json: cannot unmarshal bool into Go struct field ExecCredentialStatus.status.clientKeyData of type string',
  ],
};

describe('what client-go refuses', () => {
  for (const [name, [stdout, reason, message]] of Object.entries(rejected)) {
    it(name, () => {
      const found = refusal(stdout);
      assert.equal(found?.reason, reason);
      assert.equal(found?.kubectl, `${prefix}getting credentials: ${message}`);
    });
  }

  it('a token that no header may hold, in the words of the HTTP client', () => {
    for (const character of ['\\n', '\\r', '\\u0000', '\\u001f', '\\u007f']) {
      const found = refusal(statusOf(`{"token":"a${character}"}`));
      assert.equal(found?.kubectl, `${prefix}net/http: invalid header field value for "Authorization"`);
    }
  });

  it('not what is too much for its own parser: there is no verdict', () => {
    const many = '"x":0,'.repeat(200_000);
    for (const stdout of [`a: ${'x'.repeat(64 * 1024)}`, good.replace('{', `{${many}`)]) {
      const found = refusal(stdout);
      assert.deepEqual([found?.reason, found?.kubectl], ['not-judged', null]);
    }
  });
});

/** What makes JSON longer than 1 MiB, as a plugin may that prints all it knows. */
const ballast = `"ballast":{"status":{"token":7},"list":[${'{"apiVersion":3},[[]],'.repeat(100_000)}null]}`;
const isJson = (stdout: string | Uint8Array): stdout is string =>
  typeof stdout === 'string' && /^\{\s*"/.test(stdout);

describe('JSON of several MiB is judged as if it were short', () => {
  it('with a token of 5 MB', () => {
    const { refusal, status } = judge(Buffer.from(good.replace('tok"', `${'x'.repeat(5_000_000)}"`)), v1);
    assert.equal(refusal, null);
    assert.equal(status?.token.length, 5_000_000);
  });

  for (const [name, [stdout, token]] of Object.entries(accepted)) {
    if (!isJson(stdout)) continue;
    it(name, () => {
      const { refusal, status } = judge(Buffer.from(stdout.replace('{', `{${ballast},`)), v1);
      assert.equal(refusal, null);
      assert.equal(status && Secret.reveal(status.token), token);
    });
  }

  for (const [name, [stdout]] of Object.entries(rejected)) {
    if (!isJson(stdout)) continue;
    it(name, () => {
      assert.deepEqual(refusal(stdout.replace('{', `{${ballast},`)), refusal(stdout));
    });
  }

  it('what is a list or an object where a text belongs', () => {
    for (const status of ['[]', '[{"token":"t"}]', '{"token":[1]}', '{"token":{"a":1}}']) {
      const stdout = statusOf(status);
      assert.equal(refusal(stdout)?.reason, 'wrong-type');
      assert.deepEqual(refusal(stdout.replace('{', `{${ballast},`)), refusal(stdout));
    }
  });
});

/** Each output has the fault of its line and of all lines below. */
const order: readonly (readonly [reason: Reason, stdout: string])[] = [
  ['bad-stdout-syntax', `{"apiVersion":1,"status":{"expirationTimestamp":"soon","token":1}} x`],
  ['wrong-type', '{"apiVersion":1,"kind":"Pod","status":{"expirationTimestamp":"soon","token":1}}'],
  ['unknown-kind', '{"apiVersion":"v1","kind":"Pod","status":{"expirationTimestamp":"soon","token":1}}'],
  [
    'bad-expiration-timestamp',
    statusOf('{"token":1,"expirationTimestamp":"soon"}').replace('/v1', '/v1beta1'),
  ],
  ['wrong-type', statusOf('{"token":1}').replace('/v1', '/v1beta1')],
  ['api-version-mismatch', statusOf('{"clientKeyData":"x"}').replace('/v1', '/v1beta1')],
  ['half-key-pair', statusOf('{"clientKeyData":"x","token":"\\n"}')],
  ['bad-key-pair', statusOf('{"clientCertificateData":"x","clientKeyData":"x","token":"\\n"}')],
  ['bad-token-character', statusOf('{"token":"\\n"}')],
];

describe('the order of the checks', () => {
  for (const [reason, stdout] of order) it(reason, () => assert.equal(refusal(stdout)?.reason, reason));
});

describe('output without end or sense', () => {
  const size = 1_000_000;
  const hostile: Readonly<Record<string, string>> = {
    brackets: '['.repeat(size / 5),
    'a long list': `{"a":[${'0,'.repeat(size / 2)}0]}`,
    'many keys': `{${'"status":{},'.repeat(size / 12)}"a":1}`,
    'many escapes': `{"a":"${'\\u0041'.repeat(size / 6)}"}`,
    'begin, begin': statusOf(
      `{"clientCertificateData":"${'-----BEGIN CERTIFICATE-----\\n'.repeat(size / 30)}"}`,
    ),
    'many lines': 'hello world\n'.repeat(size / 50),
    colons: 'a: '.repeat(size / 10),
    quotes: '"'.repeat(size / 10),
    blanks: `${' '.repeat(size)}\t`,
  };
  for (const [name, stdout] of Object.entries(hostile)) {
    it(name, () =>
      assert.notEqual(
        inTime(() => refusal(stdout)),
        null,
      ),
    );
  }
});
