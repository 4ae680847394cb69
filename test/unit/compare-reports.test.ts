import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareReports, type Difference } from '../../server/compare-reports';
import type { RunReport } from '../../server/protocol';
import { targetWith } from './plugin/fakes';
import { reportFor } from './plugin/reports';

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

function accepted(claims: object, expirationTimestamp = '2030-01-01T01:00:00Z'): RunReport {
  const token = `${base64({ alg: 'RS256' })}.${base64(claims)}.c2lnbmF0dXJl`;
  const status = { token, expirationTimestamp };
  const document = { apiVersion: 'client.authentication.k8s.io/v1', kind: 'ExecCredential', status };
  return reportFor({ stdout: JSON.stringify(document) });
}

function rows(before: RunReport, after: RunReport, kind: Difference['kind'] = 'differs') {
  const found = compareReports(before, after).filter((each) => each.kind === kind);
  return Object.fromEntries(
    found.map(({ section, label, before, after }) => [`${section}: ${label}`, [before, after]]),
  );
}

test('two runs of the same differ in nothing', () => {
  const report = accepted({ sub: 'jane', exp: 1_893_459_600 });
  assert.ok(compareReports(report, report).every(({ kind }) => kind === 'equal'));
});

test('what is another in each run is told apart from what differs', () => {
  const before = accepted({ sub: 'jane', exp: 1_893_459_600, jti: 'a' });
  const later = accepted({ sub: 'jane', exp: 1_893_459_660, jti: 'b' }, '2030-01-01T01:01:00Z');
  const after = { ...later, startedAt: '2030-01-01T00:01:00Z' };
  assert.deepEqual(rows(before, after), {});
  assert.deepEqual(rows(before, after, 'varies'), {
    'Credential: Expires': ['2030-01-01T01:00:00Z (in 60 min)', '2030-01-01T01:01:00Z (in 61 min)'],
    'Claims: exp': ['1893459600 (2030-01-01T01:00:00Z)', '1893459660 (2030-01-01T01:01:00Z)'],
    'Claims: jti': ['a', 'b'],
    'Run: Started': ['1970-01-01T00:00:00.000Z', '2030-01-01T00:01:00Z'],
  });
});

test('claims are compared by their names, also inside of others', () => {
  const before = accepted({
    sub: 'jane',
    groups: ['a', 'b'],
    'k8s.io': { pod: { name: 'x' }, ns: 'n' },
    old: 1,
  });
  const after = accepted({
    sub: 'jane',
    groups: ['a'],
    'k8s.io': { pod: { name: 'y' }, ns: 'n' },
    young: true,
  });
  assert.deepEqual(rows(before, after), {
    'Claims: groups': ['a, b', 'a'],
    'Claims: k8s.io.pod.name': ['x', 'y'],
    'Claims: old': ['1', null],
    'Claims: young': [null, 'true'],
  });
});

test('a text is not taken for the value that it looks like', () => {
  assert.deepEqual(rows(accepted({ made: true, none: '' }), accepted({ made: 'true', none: null })), {
    'Claims: made': ['true', '"true"'],
    'Claims: none': ['""', 'null'],
  });
});

test('how long it took or lives counts if it is much longer', () => {
  const of = (durationMs: number) => {
    const report = accepted({});
    return { ...report, process: { ...report.process, durationMs } };
  };
  assert.deepEqual(rows(of(40), of(200)), {});
  assert.deepEqual(rows(of(2000), of(2900)), {});
  assert.deepEqual(rows(of(40), of(2900)), { 'Run: Duration': ['40 ms', '2900 ms'] });
  const living = (expirationTimestamp: string) => accepted({}, expirationTimestamp);
  const found = rows(living('2030-01-01T00:14:00Z'), living('2030-01-01T12:00:00Z'));
  assert.deepEqual(Object.keys(found), ['Credential: Expires']);
  assert.deepEqual(
    Object.keys(rows(living('2029-12-31T23:59:00Z'), living('2030-01-01T00:01:00Z')))[0],
    'Result: In words',
  );
  assert.deepEqual(rows(living('2029-12-31T23:00:00Z'), living('2029-12-31T12:00:00Z')), {});
});

test('another version: what was sent, what came of it, what was found', () => {
  const v1 = accepted({ sub: 'jane' });
  const target = targetWith({ apiVersion: 'client.authentication.k8s.io/v1beta1' });
  const beta = reportFor({ target, stdout: '{}', stderr: 'careful\n' });
  const overrides = {
    apiVersion: 'client.authentication.k8s.io/v1beta1',
    env: { A: '', B: null },
    cwd: '/here',
  };
  const found = rows(v1, { ...beta, overrides });
  assert.deepEqual(found['Result: Verdict'], ['Accepted', 'Rejected']);
  assert.deepEqual(found['Input: apiVersion'], [
    'client.authentication.k8s.io/v1',
    'client.authentication.k8s.io/v1beta1',
  ]);
  assert.deepEqual(found['Input: Variables for this run'], [null, 'A set, B removed']);
  assert.deepEqual(found['Input: Working folder'], [null, '/here']);
  assert.deepEqual(found['Standard error: Text'], [null, 'careful']);
  assert.equal(found['Credential: Token']?.[1], null);
});

test('findings go by their code, several of one code together', () => {
  const report = accepted({});
  const finding = (code: string, message: string) => ({ code, severity: 'warning' as const, message });
  const before = { ...report, findings: [finding('a', 'One.'), finding('b', 'Same.'), finding('a', 'Two.')] };
  const after = { ...report, findings: [finding('b', 'Same.'), finding('c', 'Three.')] };
  assert.deepEqual(rows(before, after), {
    'Findings: a': ['warning: One.\nwarning: Two.', null],
    'Findings: c': [null, 'warning: Three.'],
  });
});

test('the sections are in the order in which they are shown', () => {
  const differences = compareReports(reportFor({ stdout: '{}' }), accepted({ sub: 'jane' }));
  const sections = differences.map(({ section }) => section);
  const order = ['Result', 'Input', 'Credential', 'Token header', 'Claims', 'Findings', 'Run'];
  assert.deepEqual([...new Set(sections)], order);
  assert.deepEqual(
    sections,
    sections.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)),
  );
});
