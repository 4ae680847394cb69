import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { helpText } from '../../../server/cli/help';
import { comparison, expectationOf, isMet, knownReasons } from '../../../server/cli/run-expectation';
import type { AnyReport } from '../../../server/cli/run-outcome';
import { combinations, matrixOf, overridesOf } from '../../../server/cli/run-overrides';
import { reportFor } from '../plugin/reports';

const report = (verdict: 'accepted' | 'rejected', reason: string | null): AnyReport => ({
  ...reportFor({}),
  verdict,
  reason,
});
const outcome = (name: string, verdict: 'accepted' | 'rejected', reason: string | null = null) => ({
  name,
  overrides: {},
  report: report(verdict, reason),
});
const accepted = { verdict: 'accepted', reason: null } as const;
const rejected = { verdict: 'rejected', reason: null } as const;

test('the help names every reason', () => {
  const list = /^REASON is .*\n([\s\S]*?)\n\n/m.exec(helpText('run'))?.[1] ?? '';
  assert.deepEqual(list.trim().split(/,\s+/), knownReasons());
});

describe('an expectation', () => {
  test('is read', () => {
    assert.deepEqual(expectationOf('accepted'), accepted);
    assert.deepEqual(expectationOf('rejected'), rejected);
    assert.deepEqual(expectationOf('rejected=policy'), { verdict: 'rejected', reason: 'policy' });
  });
  for (const value of ['', 'refused', 'accepted=policy', 'rejected=', 'rejected=other', 'Accepted']) {
    test(`is not read from "${value}"`, () => assert.equal(typeof expectationOf(value), 'string'));
  }
  test('is met by the verdict, and the reason if one is named', () => {
    const named = { verdict: 'rejected', reason: 'no-status' } as const;
    assert.ok(isMet(accepted, report('accepted', null)));
    assert.ok(!isMet(accepted, report('rejected', 'no-status')));
    assert.ok(isMet(rejected, report('rejected', 'no-status')));
    assert.ok(isMet(named, report('rejected', 'no-status')));
    assert.ok(!isMet(named, report('rejected', 'exit-status')));
    assert.ok(!isMet(rejected, report('accepted', null)));
  });
  test('is never met by what was stopped, not judged or not run, unless that is named', () => {
    const cancelled = report('rejected', 'cancelled');
    assert.ok(!isMet(rejected, cancelled));
    for (const reason of ['not-judged', 'output-too-large', 'timed-out']) {
      assert.ok(!isMet(rejected, report('rejected', reason)), reason);
    }
    assert.ok(!isMet(rejected, null));
    assert.ok(isMet({ verdict: 'rejected', reason: 'cancelled' }, cancelled));
  });
  test('is compared in one sentence or two', () => {
    const [good, bad] = [outcome('v1', 'accepted'), outcome('v1beta1', 'rejected', 'no-status')];
    const notRun = { name: 'last', overrides: {}, report: null };
    assert.equal(comparison(accepted, [good]), 'As expected: accepted.');
    assert.equal(comparison(accepted, [good, good]), 'As expected in all 2 runs: accepted.');
    assert.equal(comparison(accepted, [bad]), 'Expected: accepted. It was: rejected, no-status.');
    assert.equal(
      comparison(accepted, [good, bad, notRun]),
      'Expected: accepted. 2 of 3 runs were not: v1beta1 (rejected, no-status); last (not run).',
    );
  });
});

describe('what is simulated', () => {
  const v = (name: string) => ({ apiVersion: `client.authentication.k8s.io/${name}` });

  test('by single flags', () => {
    const flags = { 'api-version': 'v1beta1', 'spec-interactive': 'true', 'no-cluster-info': true };
    const all = { ...v('v1beta1'), interactive: true, provideClusterInfo: false };
    assert.deepEqual(overridesOf(flags, undefined), all);
    assert.deepEqual(overridesOf({ 'api-version': 'client.authentication.k8s.io/v1' }, undefined), v('v1'));
    assert.deepEqual(overridesOf({ 'cluster-info': true }, undefined), { provideClusterInfo: true });
    assert.deepEqual(overridesOf({}, undefined), {});
  });

  test('in versions that the release knows', () => {
    assert.deepEqual(overridesOf({ 'api-version': 'v1alpha1' }, '1.20'), v('v1alpha1'));
    assert.match(`${overridesOf({ 'api-version': 'v1alpha1' }, undefined)}`, /takes v1 or v1beta1, not/);
    assert.deepEqual(combinations(['apiVersion'], {}, '1.20'), [v('v1beta1'), v('v1alpha1')]);
  });

  test('by a matrix', () => {
    assert.deepEqual(matrixOf('versions'), ['apiVersion', 'interactive', 'clusterInfo']);
    assert.deepEqual(matrixOf('clusterInfo, apiVersion,apiVersion'), ['apiVersion', 'clusterInfo']);
    for (const value of ['', 'version', 'apiVersion,', 'versions,interactive'])
      assert.equal(typeof matrixOf(value), 'string', value);
    assert.equal(combinations(['apiVersion', 'interactive', 'clusterInfo'], {}, undefined).length, 8);
    assert.deepEqual(combinations(['apiVersion', 'interactive'], { interactive: true }, undefined), [
      { interactive: true, ...v('v1') },
      { interactive: true, ...v('v1beta1') },
    ]);
    assert.deepEqual(combinations([], { interactive: true }, undefined), [{ interactive: true }]);
  });
});
