import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { approvalOf, lastFor, questionDetail, type ReadyPlan } from '../../../src/run/approval';

const plan: ReadyPlan = {
  kind: 'ready',
  user: 'jane',
  context: 'c',
  command: 'kubelogin',
  resolvedPath: '/here/bin/kubelogin',
  args: ['get-token'],
  envNames: ['AAD_LOGIN_METHOD'],
  approvalId: 'one',
  timeoutSeconds: 60,
};
const file = '/here/config';
const before = approvalOf(plan, file, Date.UTC(2026, 0, 2));

describe('the question before a run', () => {
  test('says nothing of an approval that never was', () => {
    assert.match(questionDetail(plan, undefined), /^Program: \/here\/bin\/kubelogin\nArguments: get-token\n/);
  });

  const changes: readonly [string, Partial<ReadyPlan>, RegExp][] = [
    [
      'another program',
      { resolvedPath: '/tmp/kubelogin' },
      /^The program is another \(it was \/here\/bin\/kubelogin\) since you approved it on 2026-01-02\.$/m,
    ],
    ['other arguments', { args: ['other'] }, /^Its arguments have changed since/m],
    ['other variables', { envNames: [] }, /^Its variables have changed since/m],
    ['other bytes', {}, /^The program itself or the value of an argument or a variable has changed since/m],
  ];
  for (const [what, change, expected] of changes) {
    test(`says why it is asked again: ${what}`, () => {
      assert.match(questionDetail({ ...plan, ...change, approvalId: 'two' }, before), expected);
    });
  }

  test('keeps every text on its line', () => {
    const detail = questionDetail({ ...plan, args: ['a\nProgram: /bin/true\u202e'] }, undefined);
    assert.equal(detail.split('\n').filter((line) => line.startsWith('Program:')).length, 1);
    assert.ok(!detail.includes('\u202e'));
  });
});

test('the last approval is that of the same user and kubeconfig', () => {
  const later = { ...before, id: 'two', approvedAt: '2026-01-03T00:00:00.000Z' };
  const others = [
    { ...before, user: 'joe' },
    { ...before, kubeconfig: '/here/other' },
  ];
  assert.equal(lastFor([before, later, ...others], plan, file), later);
  assert.equal(lastFor(others, plan, file), undefined);
});
