import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import type { Approval } from '../../../src/run/approval';
import { ApprovalFile } from '../../../src/run/approval-file';

const root = mkdtempSync(path.join(tmpdir(), 'kubeconfig-exec-approvals-'));
after(() => rmSync(root, { recursive: true, force: true }));
let count = 0;
const newFolder = () => path.join(root, `${++count}`, 'storage');

const approval = (id: string): Approval => ({
  id,
  kubeconfig: '/here/config',
  user: 'jane',
  program: '/bin/plugin',
  args: ['get'],
  envNames: [],
  files: [{ role: 'program', path: '/bin/plugin', fingerprint: 'sha256:1' }],
  forced: false,
  approvedAt: '2026-01-02T00:00:00.000Z',
});
const idsIn = (file: ApprovalFile) => file.read().map(({ id }) => id);

describe('the approvals of this machine', () => {
  test('are none at first', () => {
    const folder = newFolder();
    assert.deepEqual(new ApprovalFile(folder).read(), []);
    assert.ok(!existsSync(folder), 'reading leaves nothing behind');
  });

  test('are kept whole, each once, the oldest first', () => {
    const file = new ApprovalFile(newFolder());
    for (const id of ['a', 'b', 'a']) file.add(approval(id));
    assert.deepEqual(file.read(), [approval('b'), approval('a')]);
  });

  test('are those of all windows', () => {
    const folder = newFolder();
    const [one, other] = [new ApprovalFile(folder), new ApprovalFile(folder)];
    one.add(approval('a'));
    other.add(approval('b'));
    one.remove(new Set(['a']));
    assert.deepEqual([idsIn(one), idsIn(other)], [['b'], ['b']]);
    assert.deepEqual(readdirSync(folder), ['approvals.json']);
  });

  test('are forgotten when they are very old', () => {
    const file = new ApprovalFile(newFolder());
    for (let number = 0; number < 510; number++) file.add(approval(`${number}`));
    assert.deepEqual([idsIn(file).length, idsIn(file)[0]], [500, '10']);
  });

  test('are for nobody else to read', { skip: process.platform === 'win32' && 'modes of POSIX' }, () => {
    const folder = newFolder();
    new ApprovalFile(folder).add(approval('a'));
    assert.equal(statSync(path.join(folder, 'approvals.json')).mode & 0o777, 0o600);
  });
});

describe('what was not written by us approves nothing', () => {
  const junk: readonly [string, string][] = [
    ['no JSON', '{'],
    ['another form', '{"id": "a"}'],
    ['ids alone', '["a"]'],
    ['half records', JSON.stringify([{ id: 'a' }, { ...approval('a'), args: 'get' }, null, 1])],
    ['a record without a date', JSON.stringify([{ ...approval('a'), approvedAt: 'once' }])],
    ['files that are none', JSON.stringify([{ ...approval('a'), files: [null] }])],
  ];
  for (const [what, text] of junk) {
    test(what, () => {
      const folder = newFolder();
      const file = new ApprovalFile(folder);
      file.add(approval('before'));
      writeFileSync(path.join(folder, 'approvals.json'), text);
      assert.deepEqual(file.read(), []);
      file.add(approval('after'));
      assert.deepEqual(idsIn(file), ['after']);
    });
  }
});

test('says so when it cannot be written', () => {
  const folder = newFolder();
  mkdirSync(path.dirname(folder), { recursive: true });
  writeFileSync(folder, 'a file in the place of the folder');
  assert.throws(() => new ApprovalFile(folder).add(approval('a')), /EEXIST|ENOTDIR/);
});
