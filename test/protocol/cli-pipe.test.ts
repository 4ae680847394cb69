import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { kubeconfigExec } from './command';
import { execKubeconfig } from './kubeconfigs';
import { server } from './paths';
import { temporaryFolder } from './temporary';

const folder = temporaryFolder();
const { path: cwd } = folder;
const users = Array.from({ length: 6000 }, (_, index) => `  - { name: user-${index}, user: { exec: {} } }\n`);
folder.write('large', `${execKubeconfig({ command: 'plugin' })}${users.join('')}`);
const timeout = 60_000;

test('a large output is complete when it is piped', { timeout }, async () => {
  const { code, stdout } = await kubeconfigExec(['check', 'large', '--format', 'json'], { cwd });
  assert.ok(stdout.length > 2_000_000, `${stdout.length} characters`);
  const { diagnostics } = JSON.parse(stdout).files[0];
  assert.ok(diagnostics.length >= users.length);
  assert.equal(code, 0);
});

for (const format of ['text', 'json']) {
  test(`a reader of ${format} who closes the pipe early is no reason to complain`, { timeout }, async () => {
    const child = spawn(process.execPath, [server, 'check', 'large', '--format', format], { cwd });
    const ended = once(child, 'exit');
    const stderr = text(child.stderr);
    child.stdout.destroy();
    const [code, signal] = await ended;
    assert.deepEqual([code, signal], [0, null]);
    assert.doesNotMatch(await stderr, /EPIPE|Error|\n {4}at /);
  });
}

const shell = process.platform === 'win32' && 'needs a POSIX shell';
test('a pipeline with head ends quietly', { skip: shell, timeout }, async () => {
  const pipeline = `"${process.execPath}" "${server}" check large | head -1`;
  const child = spawn('/bin/sh', ['-c', pipeline], { cwd });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  assert.match(stdout, /^large:\d+:\d+ \w+ [a-z-]+ .+\n$/);
  assert.doesNotMatch(stderr, /EPIPE|\n {4}at /);
});
