import assert from 'node:assert/strict';
import { chmodSync, openSync } from 'node:fs';
import { describe, test } from 'node:test';
import { kubeconfigExec } from './command';
import { execKubeconfig } from './kubeconfigs';
import { temporaryFolder } from './temporary';

const folder = temporaryFolder();
const { path: cwd } = folder;
const good = execKubeconfig({ command: './plugin' });
const bad = execKubeconfig({ command: '' });
const credential = '{"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1","status":{}}';
folder.write('plugin', '#!/bin/sh\n', 0o755);
folder.write('good', good);
folder.write('bad', bad);
folder.write('credential.json', credential);
folder.write('deployment.yaml', 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {\n');
folder.write('folder/file', '');

async function checkJson(args: string[], input?: string) {
  const result = await kubeconfigExec(['check', '--format', 'json', ...args], {
    cwd,
    ...(input && { input }),
  });
  const { files } = JSON.parse(result.stdout) as { files: { path: string; kind: string }[] };
  return { ...result, kinds: files.map(({ path, kind }) => `${path}: ${kind}`) };
}

describe('several files', () => {
  test('come in the order in which they are named; one with an error decides', async () => {
    const { code, kinds } = await checkJson(['good', 'credential.json', 'bad', 'good']);
    assert.deepEqual(kinds, [
      'good: kubeconfig',
      'credential.json: exec-credential',
      'bad: kubeconfig',
      'good: kubeconfig',
    ]);
    assert.equal(code, 1);
  });

  test('are counted in the summary', async () => {
    const { stderr } = await kubeconfigExec(['check', 'good', 'bad', 'bad'], { cwd });
    assert.match(stderr, /^2 errors, \d+ warnings? in 3 files\.\n$/);
  });
});

describe('standard input', () => {
  test('is read for -, beside files', async () => {
    const { code, kinds } = await checkJson(['good', '-'], bad);
    assert.deepEqual([code, kinds], [1, ['good: kubeconfig', '-: kubeconfig']]);
    assert.deepEqual((await checkJson(['-'], credential)).kinds, ['-: exec-credential']);
    assert.deepEqual((await checkJson(['-'], 'kind: Pod\n')).kinds, ['-: other']);
  });

  test('has its name in text', async () => {
    const { stdout } = await kubeconfigExec(['check', '-'], { cwd, input: bad });
    assert.match(stdout, /^-:\d+:\d+ error command-missing /);
  });

  test('of some megabytes is read to its end', async () => {
    const { code, kinds } = await checkJson(['-'], `${good}# ${'x'.repeat(5_000_000)}\nusers: [\n`);
    assert.deepEqual([code, kinds], [1, ['-: kubeconfig']]);
  });
});

describe('what cannot be read', () => {
  test('is named on standard error; the rest is checked, and the status is 2', async () => {
    const { code, kinds, stderr } = await checkJson(['gone', 'folder', 'bad', 'good/below']);
    assert.deepEqual([code, kinds], [2, ['bad: kubeconfig']]);
    assert.deepEqual(stderr.split('\n'), [
      'kubeconfig-exec: cannot read gone: no such file or directory',
      'kubeconfig-exec: cannot read folder: is a directory',
      'kubeconfig-exec: cannot read good/below: not a directory',
      '',
    ]);
  });

  test('is counted in the summary of text', async () => {
    const { code, stdout, stderr } = await kubeconfigExec(['check', 'gone'], { cwd });
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /\n0 errors, 0 warnings in 0 files; 1 could not be read\.\n$/);
  });

  const root = process.getuid?.() === 0 || process.platform === 'win32';
  test('for want of a permission', { skip: root && 'nothing is forbidden to this user' }, async () => {
    chmodSync(folder.write('secret', good), 0);
    const { code, stderr } = await checkJson(['secret']);
    assert.equal(code, 2);
    assert.match(stderr, /cannot read secret: permission denied/);
  });
});

describe('other YAML', () => {
  test('is named and left alone', async () => {
    const { code, kinds } = await checkJson(['deployment.yaml']);
    assert.deepEqual([code, kinds], [0, ['deployment.yaml: other']]);
    const { stdout, stderr } = await kubeconfigExec(['check', 'deployment.yaml'], { cwd });
    assert.equal(stdout, '');
    assert.match(stderr, /^deployment\.yaml is no kubeconfig, ExecCredential or kuberc; not checked\.\n/);
  });

  test('is checked as what --kind says', async () => {
    const { code, kinds } = await checkJson(['deployment.yaml', '--kind', 'kubeconfig']);
    assert.deepEqual([code, kinds], [1, ['deployment.yaml: kubeconfig']]);
    assert.deepEqual((await checkJson(['good', '--kind=exec-credential'])).kinds, ['good: exec-credential']);
  });

  test('a file with nothing but fields of a kubeconfig is one, whatever its name', async () => {
    for (const text of [
      '',
      '# nothing\n',
      'users: []\n',
      'kind: Config\n',
      'apiVersion: v1\n',
      'current-context: a\nusers: [{}]\n',
    ]) {
      assert.deepEqual((await checkJson(['-'], text || '\n')).kinds, ['-: kubeconfig'], text);
    }
  });
});

const full = process.platform === 'linux' && openSync('/dev/full', 'w');
test('a full disk is an error', { skip: full === false && 'there is no /dev/full' }, async () => {
  const { code, stderr } = await kubeconfigExec(['check', 'bad'], { cwd, stdout: full || 'pipe' });
  assert.equal(code, 2);
  assert.match(stderr, /^kubeconfig-exec: cannot write the output \(ENOSPC\)\n/m);
});
