import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { refuse } from '../../../server/plugin/refusal';
import type { RunReport } from '../../../server/protocol';
import type { Run } from '../../../src/run/history';
import { statusWords } from '../../../src/run/status/plugin-status';
import { failedToRun, outsideOutcome, testLabel, testOutcome } from '../../../src/run/testing/outcome';
import { reportFor } from '../plugin/reports';

const ran = (report: RunReport) => testOutcome({ kind: 'ran', run: { id: 1, report } as Run });
const stdout = JSON.stringify({
  apiVersion: 'client.authentication.k8s.io/v1',
  kind: 'ExecCredential',
  status: { token: 'made-up' },
});

describe('a test of a plugin', () => {
  test('says what it tests, in words that become no icon and hide nothing', () => {
    assert.equal(testLabel({ user: 'jane', context: 'dev' }), 'as jane to dev');
    assert.equal(testLabel({ user: 'jane', context: null }), 'as jane');
    assert.equal(testLabel({ user: '', context: '$(zap)\u202e' }), 'as (no name) to $ (zap)⟨U+202E⟩');
  });

  test('passes when kubectl would accept, with the report as its output', () => {
    const { output, ...rest } = ran(reportFor({ stdout }));
    assert.deepEqual(rest, { state: 'passed', message: null, durationMs: 1 });
    assert.match(output ?? '', /\n\nkubectl would accept this credential\.\n/);
    assert.doesNotMatch(output ?? '', /made-up/);
  });

  test("fails when it would not, with kubectl's words and what helps", () => {
    const stderr = 'Error loading SSO Token: it has expired';
    const refusal = refuse('exit-status', 'exec: executable demo-cred failed with exit code 1', '1');
    const { state, message } = ran(reportFor({ stderr, ending: { exitCode: 1 }, refusal }));
    assert.equal(state, 'failed');
    const [first, second, third] = (message ?? '').split('\n');
    assert.equal(first, 'kubectl would reject it: the plugin exited with status 1.');
    assert.match(second ?? '', /^kubectl: .*failed with exit code 1$/);
    assert.match(third ?? '', /^The AWS SSO session has expired/);
  });

  test('is in error when what the plugin printed is too much to be judged here', () => {
    const { state, message } = ran(reportFor({ stdout: `a: ${'b'.repeat(70_000)}` }));
    assert.equal(state, 'errored');
    assert.match(message ?? '', /^There is no verdict: stdout is too much to be judged here/);
  });

  test('fails when kubectl refuses the context, and is in error where there is nothing to run', () => {
    const plan = { kind: 'refused', message: 'Correct it. [Run](command:x)', forcible: false } as const;
    assert.deepEqual(testOutcome({ kind: 'refused', plan: { ...plan, kubectl: 'invalid\n' } }), {
      state: 'failed',
      message: 'Correct it. [Run] (command:x)\nkubectl: invalid',
    });
    assert.equal(testOutcome({ kind: 'refused', plan: { ...plan, kubectl: null } }).state, 'errored');
    assert.deepEqual(failedToRun(new Error('Changed.')), { state: 'errored', message: 'Changed.' });
  });

  test('fails of a run elsewhere that kubectl refuses, and passes of any other that it accepts', () => {
    const report = reportFor({ stdout });
    const finding = {
      code: 'kubeconfig-refused',
      severity: 'error',
      message: 'kubectl refuses it.',
    } as const;
    const outside = (findings: RunReport['findings']) => {
      const { state, message } = outsideOutcome({ report: { ...report, findings } } as Run);
      return [state, message];
    };
    assert.deepEqual(outside([finding]), ['failed', 'kubectl refuses it.']);
    assert.deepEqual(outside([{ ...finding, severity: 'warning' }]), ['passed', null]);
  });

  test('is skipped when it was not approved, or cancelled', () => {
    const report = reportFor({});
    const cancelled = { ...report, process: { ...report.process, cancelled: true } };
    for (const outcome of [
      testOutcome({ kind: 'declined' }),
      testOutcome({ kind: 'unasked' }),
      ran(cancelled),
    ]) {
      assert.equal(outcome.state, 'skipped');
      assert.notEqual(outcome.message, null);
    }
  });
});

describe('the language status', () => {
  const now = Date.parse('2030-01-01T00:00:00Z');
  const status = { context: 'dev-eks', user: 'jane', plugin: 'aws', lastRun: null };
  const lastRun = {
    verdict: 'accepted',
    why: null,
    summary: '',
    endedAt: '2030-01-01T00:00:00Z',
    expiresAt: '2030-01-01T00:14:30Z',
  } as const;

  test('names the plugin, the context and the outcome', () => {
    assert.deepEqual(statusWords({ ...status, lastRun }, now), {
      text: 'aws · dev-eks: accepted, expires in 14 min',
      warns: false,
      hasRun: true,
      changesInMs: 30_001,
    });
    const { text, hasRun } = statusWords(status, now);
    assert.deepEqual([text, hasRun], ['aws · dev-eks: not run yet', false]);
  });

  test('warns of what was rejected and what has expired', () => {
    const rejected = { ...lastRun, verdict: 'rejected', why: 'exit status 1' } as const;
    assert.ok(statusWords({ ...status, lastRun: rejected }, now).warns);
    assert.ok(statusWords({ ...status, lastRun }, now + 900_000).warns);
  });

  test('makes no link and no icon of names', () => {
    const spoofed = { ...status, plugin: '[Run](command:x)', context: '$(check)' };
    const { text } = statusWords(spoofed, now);
    assert.doesNotMatch(text, /\]\(|\$\(/);
  });
});
