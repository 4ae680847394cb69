import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeReport } from '../../../server/describe-report';
import { nodeEnvironment } from '../../../server/environment-node';
import { anyTarget, judgeDocument } from '../../../server/plugin';
import { resultMarkdown } from '../../../src/run/result-markdown';
import { shownAs } from '../src/shown';

const apiVersion = 'client.authentication.k8s.io/v1';
const environment = { ...nodeEnvironment, variables: {}, now: () => Date.parse('2026-05-01T12:00:00Z') };
const judge = (status: object) =>
  judgeDocument(
    JSON.stringify({ apiVersion, kind: 'ExecCredential', status }),
    'saved.json',
    anyTarget(apiVersion),
    environment,
  );

test('nothing in the description speaks of a run', () => {
  const report = judge({ token: 'abcdefgh', expirationTimestamp: '2026-05-01T12:14:00Z' });
  assert.equal(report.process.exitCode, null);
  const description = describeReport(report);
  assert.equal(description.of, 'document');
  assert.deepEqual(
    description.sections.map(({ title }) => title),
    ['Credential', 'Judged, not run'],
  );
  assert.deepEqual(description.sections[1]?.rows, [
    { label: 'Document', value: 'saved.json', verbatim: true },
    { label: 'apiVersion of the exec block', value: apiVersion, verbatim: true },
    { label: 'Judged', value: '2026-05-01T12:00:00.000Z' },
  ]);
  assert.match(resultMarkdown(description), /^# ExecCredential: accepted\n/);
  const html = shownAs(description);
  assert.match(html, />Judge again<\/vscode-button>/);
  assert.doesNotMatch(html, />Run again</);
});

test('what is too much to be judged is not called rejected', () => {
  const large = judgeDocument(`a: ${'b'.repeat(70_000)}`, 'saved.yaml', anyTarget(apiVersion), environment);
  const description = describeReport(large);
  assert.equal(description.outcome, 'unjudged');
  assert.match(resultMarkdown(description), /^# ExecCredential: not judged\n/);
  const html = shownAs(description);
  assert.match(html, /<header class="verdict unjudged">.*<h1>Not judged<\/h1>/s);
  assert.doesNotMatch(html, /[Rr]ejected/);
});

test('what is wrong is said as of a run', () => {
  const { verdict, reason, kubectl, findings } = judge({ Token: 'abcdefgh' });
  assert.deepEqual([verdict, reason], ['rejected', 'no-credential']);
  assert.match(kubectl ?? '', /exec plugin didn't return a token or cert\/key pair$/);
  assert.deepEqual(
    findings.map(({ code }) => code),
    ['no-credential', 'misnamed-field'],
  );
});

test('the credential is in no part of the report', () => {
  const token = 'a-token-of-its-own-0123456789';
  for (const status of [
    { token },
    { token, clientKeyData: token },
    { token: [token] },
    { expirationTimestamp: token },
  ]) {
    assert.ok(!JSON.stringify(judge(status)).includes(token.slice(0, 12)));
  }
});
