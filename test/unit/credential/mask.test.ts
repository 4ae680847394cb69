import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { givenArgs, secretsOfEnv } from '../../../server/credential/given';
import { maskedValue, maskPatterns, secretsOfValue } from '../../../server/credential/mask';
import { isSecretName, looksLikeToken } from '../../../server/credential/token-shape';
import { inTime } from '../plugin/fakes';

const random = 'q7Xz93LmPd02RkTnVb5sYc81wHfJ46aE';
const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJqYW5lIn0.c2lnbmF0dXJl';

const texts: readonly (readonly [text: string, masked: string])[] = [
  ['Fetching a token for jane', 'Fetching a token for jane'],
  ['token: expired.', 'token: expired.'],
  [`Authorization: Bearer ${random}`, 'Authorization: Bearer [redacted]'],
  [`header "Bearer ${random}"`, 'header "Bearer [redacted]"'],
  [`got ${jwt} from cache`, 'got [redacted] from cache'],
  ['password=hunter2&x=1', 'password=[redacted]&x=1'],
  ['see https://h/?password=hunter2&x=1', 'see https://h/?password=[redacted]&x=1'],
  ['https://h/cb#access_token=hunter2', 'https://h/cb#access_token=[redacted]'],
  ['https://h/?page=2&sort=name', 'https://h/?page=2&sort=name'],
  [`"client_secret": "hunter2"`, `"client_secret": "[redacted]"`],
  ['https://jane:hunter2@proxy:3128/', 'https://jane:[redacted]@proxy:3128/'],
  [`id ${random} end`, 'id [redacted] end'],
  ['6ba7b810-9dad-11d1-80b4-00c04fd430c8', '6ba7b810-9dad-11d1-80b4-00c04fd430c8'],
  ['-----BEGIN RSA PRIVATE KEY-----\nMIIx\n-----END RSA PRIVATE KEY-----\nend', '[redacted]\nend'],
  ['-----BEGIN PRIVATE KEY-----\nMIIx', '[redacted]'],
  ['k8s-aws-v1.aHR0cHM6Ly9z', '[redacted]'],
  ['token-file=/home/jane/token', 'token-file=/home/jane/token'],
  [
    '/usr/local/lib/python3.11/site-packages/azure/identity/_credentials.py',
    '/usr/local/lib/python3.11/site-packages/azure/identity/_credentials.py',
  ],
];

describe('what looks like a secret', () => {
  for (const [text, masked] of texts) it(text.slice(0, 40), () => assert.equal(maskPatterns(text), masked));

  it('is looked for in time that grows with the text only', () => {
    const hostile = [
      'eyJ-',
      '-----BEGIN PRIVATE KEY',
      '://a:b',
      'a=',
      '"',
      'aB3',
      `${'x'.repeat(59)}${' '.repeat(900)}`,
    ];
    for (const piece of hostile) {
      const text = piece.repeat(60_000 / piece.length);
      inTime(() => [maskPatterns(text), looksLikeToken(text)]);
    }
  });
});

describe('arguments', () => {
  const shown = (args: readonly string[]) => givenArgs(args).map((arg) => arg.shown);
  const secrets = (args: readonly string[]) => [...new Set(givenArgs(args).flatMap((arg) => arg.secrets))];
  const args = [
    'get-token',
    '--client-secret',
    'hunter2',
    '--token=abc',
    '--token-file',
    '/x',
    '-v',
    random,
    'PASSWORD=x',
    '--pin',
    '--next',
  ];

  it('are shown without the secrets in them', () => {
    const masked = [
      'get-token',
      '--client-secret',
      '[redacted]',
      '--token=[redacted]',
      '--token-file',
      '/x',
      '-v',
      '[redacted]',
      'PASSWORD=[redacted]',
      '--pin',
      '--next',
    ];
    assert.deepEqual(shown(args), masked);
  });

  it('give their secrets away to the scrubber', () => {
    assert.deepEqual(secrets(args), ['hunter2', 'abc', random, 'x']);
  });
});

describe('values', () => {
  const value = {
    clientSecret: 's',
    audience: 'a',
    nested: [{ token: 'x' }, jwt],
    n: 7,
    passcode: 7,
    empty: '',
    no: null,
  };

  it('are shown without the secrets in them', () => {
    const masked = {
      clientSecret: '[redacted]',
      audience: 'a',
      nested: [{ token: '[redacted]' }, '[redacted]'],
      n: 7,
      passcode: '[redacted]',
      empty: '',
      no: null,
    };
    assert.deepEqual(maskedValue(value), masked);
  });

  it('give their secrets away', () => {
    assert.deepEqual(secretsOfValue(value), ['s', 'x', jwt, '7']);
    const env = [
      { name: 'API_KEY', value: 'k' },
      { name: 'REGION', value: 'eu' },
      { name: 'X', value: jwt },
    ];
    assert.deepEqual(secretsOfEnv(env), ['k', jwt]);
  });
});

describe('names', () => {
  const secret = [
    'token',
    'idToken',
    'client_secret',
    'AWS_SECRET_ACCESS_KEY',
    'DB_PASS',
    'apiKey',
    'X-Api-Key',
    'Authorization',
    'otp',
  ];
  const harmless = [
    'token-file',
    'tokenUrl',
    'secretName',
    'password_file',
    'credential_type',
    'passthrough',
    'region',
    'compass',
    'expiration',
  ];
  it('of secrets', () =>
    assert.deepEqual(
      secret.filter((name) => !isSecretName(name)),
      [],
    ));
  it('of things about secrets', () => assert.deepEqual(harmless.filter(isSecretName), []));
});
