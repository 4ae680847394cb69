import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareReports } from '../../../server/compare-reports';
import { describeReport } from '../../../server/describe-report';
import { Refusal } from '../../../server/plugin/refusal';
import type { RunReport } from '../../../server/protocol';
import { byStart } from '../../../src/run/by-start';
import { changedParts } from '../../../src/run/compare/changed-parts';
import { compareHtml } from '../../../src/run/compare/compare-html';
import { type Comparison, comparisonMarkdown, headlineOf } from '../../../src/run/compare/comparison';
import { lineDiff } from '../../../src/run/compare/line-diff';
import { sideOf } from '../../../src/run/compare/side';
import { reportFor } from '../plugin/reports';

const credential = (token: string) =>
  JSON.stringify({
    apiVersion: 'client.authentication.k8s.io/v1',
    kind: 'ExecCredential',
    status: { token },
  });
const resources = { cspSource: 'x', style: 's', script: 'r' };

function comparisonOf(before: RunReport, after: RunReport): Comparison {
  return { before: sideOf(before), after: sideOf(after), differences: compareReports(before, after) };
}

const good = reportFor({ stdout: credential('made-up-opaque'), stderr: 'one\ntwo\nthree\n' });
const bad = reportFor({ stdout: 'x', stderr: 'one\n<b>2</b>\nthree\n' });

test('the headline says what there is to see', () => {
  assert.equal(
    headlineOf(comparisonOf(good, good)),
    'Both accepted: nothing differs but what is another in each run',
  );
  assert.match(headlineOf(comparisonOf(good, bad)), /^Accepted before, rejected after: \d+ things differ$/);
  const elsewhere = { ...good, kubeconfig: '/here/other' };
  assert.equal(headlineOf(comparisonOf(good, elsewhere)), 'Both accepted: 1 thing differs');
});

test('a run that was stopped has no verdict, in lists as in its result', () => {
  const late = reportFor({
    ending: { exitCode: null, stopped: 'timed-out' },
    refusal: new Refusal('timed-out', null, '2 s'),
  });
  assert.equal(describeReport(late).outcome, 'stopped');
  assert.equal(sideOf(late).verdict, 'Stopped');
  assert.match(headlineOf(comparisonOf(good, late)), /^Accepted before, stopped after: /);
  assert.match(comparisonMarkdown(comparisonOf(good, late)), /\| Result: Verdict \| Accepted \| Stopped \|/);
});

test('what is too much to be judged is not called rejected', () => {
  const large = reportFor({ stdout: `a: ${'b'.repeat(70_000)}` });
  assert.equal(sideOf(large).verdict, 'Not judged');
  assert.match(headlineOf(comparisonOf(good, large)), /^Accepted before, not judged after: /);
  assert.match(compareHtml(comparisonOf(good, large), resources), /<span class="verdict">Not judged</);
});

test('runs stand in the order of the times that are shown, whichever ended first', () => {
  const startedAt = (time: string) => ({ ...good, startedAt: `2030-01-01T10:00:0${time}Z` });
  const slow = { id: 2, report: startedAt('1.000') };
  const quick = { id: 1, report: startedAt('1.500') };
  const last = { id: 3, report: startedAt('3.000') };
  const restored = { id: 0, report: startedAt('3.000') };
  assert.deepEqual(byStart([quick, slow, last, restored]), [slow, quick, restored, last]);
});

test('of a run of another day the day is told, too', () => {
  const startedAt = new Date(2030, 0, 2, 9, 30).toISOString();
  const at = (now: Date) => sideOf({ ...good, startedAt }, now.getTime()).at;
  assert.doesNotMatch(at(new Date(2030, 0, 2, 23, 59)), /2030/);
  assert.match(at(new Date(2030, 0, 3, 0, 0)), /2030/);
});

test('the page shows both sides of what differs, and marks it for eyes and ears', () => {
  const html = compareHtml(comparisonOf(good, bad), resources);
  assert.match(
    html,
    /<tr class="differs"><th scope="row">.*≠.*Differs: .*Verdict<\/th><td>Accepted<\/td><td>Rejected<\/td><\/tr>/,
  );
  assert.match(html, /<tr class="equal"><th scope="row">.*=.*Equal: .*User<\/th><td colspan="2"><code>/);
});

test('standard error is compared by its lines', () => {
  const html = compareHtml(comparisonOf(good, bad), resources);
  const lines = [
    '<span>  one</span>',
    '<del>- two</del>',
    '<ins>+ &lt;b&gt;2&lt;/b&gt;</ins>',
    '<span>  three</span>',
  ];
  assert.ok(html.includes(`<pre tabindex="0">${lines.join('\n')}</pre>`));
  const alone = compareHtml(comparisonOf({ ...good, stderr: '' }, bad), resources);
  assert.ok(!alone.includes('<del>'), 'what is not there has no line');
});

test('nothing of a stranger becomes HTML, a style or a script', () => {
  const evil = '"><script>alert(1)</script><img src=x onerror=y>';
  const report: RunReport = {
    ...bad,
    user: evil,
    context: evil,
    kubeconfig: evil,
    summary: evil,
    kubectl: evil,
    stderr: evil,
    execInfo: { kind: 'ExecCredential', apiVersion: evil, spec: { cluster: { [evil]: { [evil]: evil } } } },
    findings: [{ code: evil, severity: 'error', message: evil }],
    process: { ...bad.process, args: [evil], envNames: [evil], resolvedPath: evil },
    overrides: { env: { [evil]: '' }, cwd: evil },
  };
  for (const [before, after] of [
    [good, report],
    [report, good],
    [report, report],
  ] as const) {
    const html = compareHtml(comparisonOf(before, after), resources);
    assert.equal(html.match(/<script/g)?.length, 1, 'our own');
    assert.doesNotMatch(html, /<img| style=|<style/);
    assert.match(html, /default-src 'none'; style-src x; script-src x"/);
  }
});

test('a copied comparison is a table of what differs', () => {
  const markdown = comparisonMarkdown(comparisonOf(good, { ...bad, kubeconfig: 'a|b' }));
  assert.match(markdown, /^# Accepted before, rejected after: /);
  assert.match(markdown, /\n\| Result: Verdict \| Accepted \| Rejected \|\n/);
  assert.match(markdown, /\| a\\\|b \|\n/);
  assert.ok(!markdown.includes('Exit status'), 'what is equal is left out');
});

test('what is another in the middle of two values', () => {
  const marked = (before: string, after: string) =>
    changedParts(before, after).map((parts) => parts.join('|'));
  assert.deepEqual(marked('https://a.example', 'https://b.example'), [
    'https://|a|.example',
    'https://|b|.example',
  ]);
  assert.deepEqual(marked('v1', 'v1beta1'), ['v1||', 'v1beta1||'], 'too little in common');
  assert.deepEqual(marked('aaaa', 'aaa'), ['aaa|a|', 'aaa||']);
  assert.deepEqual(marked('xx😀yy', 'xx😁yy'), ['xx|😀|yy', 'xx|😁|yy'], 'a character stays whole');
});

test('long texts are compared in time, whatever is in them', () => {
  const text = (mark: string) => Array.from({ length: 30_000 }, (_, line) => `${mark}${line}`).join('\n');
  const lines = lineDiff(text('a'), text('b'));
  assert.equal(lines.filter(({ kind }) => kind === 'removed').length, 30_000);
  assert.equal(lines.filter(({ kind }) => kind === 'added').length, 30_000);
});
