import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ProgramFile } from '../../../server/protocol';
import { approvalOf, dayOf, lastFor, questionDetail, type ReadyPlan } from '../../../src/run/approval';
import { approvalLabels } from '../../../src/run/approval-labels';

const program: ProgramFile = { role: 'program', path: '/here/bin/kubelogin', fingerprint: 'sha256:1' };
const interpreter: ProgramFile = { role: 'interpreter', path: '/bin/sh', fingerprint: 'sha256:2' };
const plan: ReadyPlan = {
  kind: 'ready',
  user: 'jane',
  context: 'c',
  command: 'kubelogin',
  resolvedPath: '/here/bin/kubelogin',
  args: ['get-token'],
  envNames: ['AAD_LOGIN_METHOD'],
  kubeconfigPath: '/here/config',
  files: [program, interpreter],
  approvalId: 'one',
  forced: false,
  execInfo: null,
  cwd: '/here',
  terminal: 'never',
  timeoutSeconds: 60,
};
const before = approvalOf(plan, new Date(2026, 0, 2, 12).getTime());

test('no part of an approval is taken for an icon, which would not be seen', () => {
  const args = ['-c', '$(reboot)', 'x\u202ey'];
  const approval = { ...before, user: '$(pass)', args, kubeconfig: '/here/$(pass)' };
  const { label, description, detail } = approvalLabels(approval);
  assert.equal(label, '/here/bin/kubelogin -c $ (reboot) x⟨U+202E⟩y');
  assert.equal(description, '$ (pass)');
  assert.match(detail, /^\/here\/\$ \(pass\) · approved on 2026-01-02 · variables AAD_LOGIN_METHOD/);
});

describe('the question before a run', () => {
  test('says nothing of an approval that never was', () => {
    assert.equal(
      questionDetail(plan, undefined),
      `Program: /here/bin/kubelogin
Arguments: get-token
Variables: AAD_LOGIN_METHOD
User: jane, context: c
Kubeconfig: /here/config

It runs on this machine with your rights, for 60 s at most. You are asked again when the program, its arguments or its variables change.`,
    );
  });

  const moved: ProgramFile = { role: 'program', path: '/here/bin/v2/kubelogin', fingerprint: 'sha256:1' };
  const script: ProgramFile = { role: 'script', path: '/here/x.sh', fingerprint: 'sha256:3' };
  const folder: ProgramFile = { role: 'folder', path: '/here', fingerprint: null };
  const changes: readonly [string, Partial<ReadyPlan>, string][] = [
    [
      'another program',
      { resolvedPath: '/tmp/kubelogin', files: [moved] },
      'the program (it was /here/bin/kubelogin)',
    ],
    ['no program', { resolvedPath: null, files: [] }, 'the program (it was /here/bin/kubelogin)'],
    ['other bytes', { files: [{ ...program, fingerprint: 'sha256:9' }, interpreter] }, 'the program itself'],
    ['a link to elsewhere', { files: [moved, interpreter] }, 'the program itself'],
    [
      'another interpreter',
      { files: [program, { ...interpreter, fingerprint: 'sha256:9' }] },
      'the interpreter that runs it',
    ],
    ['a script', { files: [program, interpreter, script] }, 'a script or program that it is to run'],
    ['a folder', { files: [program, interpreter, folder] }, 'the folder that it runs in'],
    ['other arguments', { args: ['other'] }, 'its arguments'],
    ['other variables', { envNames: [] }, 'its variables'],
    ['another kubeconfig', { kubeconfigPath: '/tmp/config' }, 'the kubeconfig (it was /here/config)'],
    ['what kubectl would refuse', { forced: true }, 'kubectl would refuse to run it'],
    ['a folder for this run', { overrides: { cwd: '/srv' } }, 'what it has for this run'],
    [
      'a variable for this run',
      { envNames: ['AAD_LOGIN_METHOD', 'PATH'], overrides: { env: { PATH: '' } } },
      'its variables, what it has for this run',
    ],
    [
      'what it is only told',
      { overrides: { interactive: true } },
      'the hidden value of an argument or a variable',
    ],
    ['what is not shown', {}, 'the hidden value of an argument or a variable'],
    [
      'several',
      { files: [{ ...program, fingerprint: 'sha256:9' }, interpreter], args: [] },
      'the program itself, its arguments',
    ],
  ];
  for (const [what, change, expected] of changes) {
    test(`says why it is asked again: ${what}`, () => {
      const [first] = questionDetail({ ...plan, ...change, approvalId: 'two' }, before).split('\n');
      assert.equal(first, `Changed since you approved it on 2026-01-02: ${expected}.`);
    });
  }

  test('says that kubectl would not run it', () => {
    assert.match(questionDetail({ ...plan, forced: true }, undefined), /^kubectl itself would refuse/m);
  });

  test('says in which folder it runs where that matters', () => {
    assert.match(questionDetail({ ...plan, files: [program, folder] }, undefined), /^Folder: \/here$/m);
  });

  test('says which variables and which folder it has for this run', () => {
    const overrides = { env: { PATH: '', HOME: null }, cwd: '/srv', cluster: 'other' };
    const detail = questionDetail({ ...plan, overrides }, undefined);
    assert.match(detail, /^For this run: with PATH, without HOME, in \/srv$/m);
    const approval = approvalOf({ ...plan, overrides }, 0);
    assert.equal(approval.instead, 'with PATH, without HOME, in /srv');
    assert.equal(questionDetail({ ...plan, overrides }, approval).match(/for this run\./), null);
  });

  test('keeps every text on its line, those of before, too', () => {
    const hostile = 'a\nProgram: /bin/true\u202e';
    const changed = { ...plan, args: [hostile], user: hostile, context: hostile, envNames: [hostile] };
    const detail = questionDetail(
      { ...changed, resolvedPath: hostile, kubeconfigPath: hostile },
      { ...before, program: hostile, kubeconfig: hostile },
    );
    assert.equal(detail.split('\n').filter((line) => line.startsWith('Program:')).length, 1);
    assert.ok(!detail.includes('\u202e'));
  });
});

describe('what was approved in its place', () => {
  const later = { ...before, id: 'two', approvedAt: '2026-01-03T00:00:00.000Z' };

  test('is the last for the same user and kubeconfig', () => {
    assert.equal(lastFor([before, later, { ...before, user: 'joe', args: [] }], plan), later);
  });

  test('is else the last of the same command', () => {
    const moved = { ...before, kubeconfig: '/there/config' };
    assert.equal(lastFor([moved, { ...moved, args: ['other'] }], plan), moved);
    assert.equal(lastFor([{ ...moved, program: '/bin/other' }], plan), undefined);
  });
});

test('the day of an approval is that of this machine', () => {
  assert.equal(dayOf(before), '2026-01-02');
});
