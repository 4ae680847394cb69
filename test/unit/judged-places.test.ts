import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { describeReport } from '../../server/describe-report';
import { LocatedDocument } from '../../server/document/located-document';
import { nodeEnvironment } from '../../server/environment-node';
import { judgeForVersion } from '../../server/judge';

const group = 'client.authentication.k8s.io';
const uri = 'file:///here/saved.json';
const environment = { ...nodeEnvironment, variables: {}, now: () => Date.parse('2030-05-01T12:00:00Z') };
const certificate = readFileSync(new URL('./credential/fixtures/chain.pem', import.meta.url), 'utf8');

function judge(text: string) {
  const open = { uri, document: new LocatedDocument('exec-credential', text) };
  return judgeForVersion({ text, name: 'saved.json', open }, `${group}/v1`, undefined, environment);
}

/** What stands where each finding points, to the end of the line. */
function pointsAt(text: string): Record<string, string> {
  const lines = text.split('\n');
  const found = judge(text).findings.map(({ code, place }) => {
    assert.ok(place?.uri === uri, `${code} has no place`);
    return [code, lines[place.line]?.slice(place.character) ?? assert.fail(`${code}: line ${place.line}`)];
  });
  return Object.fromEntries(found);
}

const json = (status: string, version = 'v1') =>
  `{\n "kind": "ExecCredential",\n "apiVersion": "${group}/${version}",\n "status": {\n${status}\n }\n}\n`;
const yaml = (status: string) => `kind: ExecCredential\napiVersion: ${group}/v1\nstatus:\n${status}`;
const jwt = (claims: object) =>
  ['{}', JSON.stringify(claims), ''].map((part) => Buffer.from(part).toString('base64url')).join('.');

const cases: readonly (readonly [text: string, points: Record<string, string>])[] = [
  [
    json('"token": "Bearer made-up",\n"expirationTimestamp": "2020-01-01T00:00:00Z"'),
    { 'bearer-prefix': '"Bearer made-up",', expired: '"2020-01-01T00:00:00Z"' },
  ],
  [
    json('"token": "made-up"', 'v1beta1'),
    {
      'api-version-mismatch': `"${group}/v1beta1",`,
      'other-api-version': `"${group}/v1beta1",`,
      'no-expiry': '"status": {',
    },
  ],
  [json('"Token": "made-up"'), { 'no-credential': '"status": {', 'misnamed-field': '"Token": "made-up"' }],
  [
    json('"token": "made-up"').replace('"status"', '"Status"'),
    { 'no-status': '"kind": "ExecCredential",', 'misnamed-field': '"Status": {' },
  ],
  [
    json('"token": "made-up",\n"expirationTimestamp": "tomorrow"'),
    { 'bad-expiration-timestamp': '"tomorrow"' },
  ],
  [json('"token": 1'), { 'wrong-type': '1' }],
  [
    yaml('  token: |\n    made-up\n  expirationTimestamp: 2030-05-01T13:00:00Z\n'),
    { 'bad-token-character': 'token: |', 'token-white-space': 'token: |' },
  ],
  [
    yaml(`  token: made-up\n  clientKeyData: x\n  expirationTimestamp: 2030-05-01T13:00:00Z\n`),
    { 'half-key-pair': 'x' },
  ],
  [
    json(`"clientKeyData": "x",\n"clientCertificateData": ${JSON.stringify(certificate)}`),
    { 'bad-key-pair': JSON.stringify(certificate), 'no-expiry': '"status": {' },
  ],
  [
    json(`"token": "${jwt({ exp: 1 })}",\n"expirationTimestamp": "2030-05-01T13:00:00Z"`),
    { 'jwt-expired': `"${jwt({ exp: 1 })}",`, 'jwt-expires-earlier': '"2030-05-01T13:00:00Z"' },
  ],
  [`${json('"token": "made-up"')}Done.\n`, { 'bad-stdout-syntax': 'Done.', 'text-after-json': 'Done.' }],
  [json('"token": "made-up"').replace('ExecCredential', 'Other'), { 'unknown-kind': '"Other",' }],
  [json('"token": "made-up"', 'v2'), { 'unknown-kind': `"${group}/v2",` }],
  [`\n${yaml(`  token: ${'x'.repeat(70_000)}\n`)}`, { 'not-judged': 'kind: ExecCredential' }],
];

describe('what is found in a document points into it', () => {
  for (const [text, points] of cases) {
    test(Object.keys(points).join(', '), () => assert.deepEqual(pointsAt(text), points));
  }

  test('and its name is told with the line, for there may be a kubeconfig, too', () => {
    const { findings } = describeReport(judge(json('"token": "made-up"')));
    assert.deepEqual(
      findings.map(({ at }) => at),
      ['saved.json, line 4'],
    );
  });
});
