import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { type TestContext, test } from 'node:test';
import type { RunReport } from '../../server/protocol';
import { execKubeconfig } from './kubeconfigs';
import { server } from './paths';
import { temporaryFolder } from './temporary';
import { ProcessTree } from './tree';

const folder = temporaryFolder();
const options = { skip: process.platform === 'win32' && 'signals are POSIX', timeout: 60_000 };

/** The command line with a plugin that has children, at work. */
async function start(t: TestContext, ...more: string[]) {
  const tree = new ProcessTree();
  t.after(() => tree.close());
  const file = folder.write(`${t.name}/kubeconfig`, execKubeconfig(await tree.listen()));
  const child = spawn(process.execPath, [server, 'run', file, '--yes', '--format', 'json', ...more]);
  t.after(() => child.kill('SIGKILL'));
  const report = text(child.stdout).then((json) => JSON.parse(json) as RunReport);
  const stderr = text(child.stderr);
  // One test closes both.
  for (const stream of [report, stderr]) stream.catch(() => {});
  const code = new Promise((resolve) => child.once('exit', (status, signal) => resolve(status ?? signal)));
  await tree.running;
  return { child, tree, report, stderr, code };
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  test(`${signal} ends the whole tree and is reported`, options, async (t) => {
    const { child, tree, report, stderr, code } = await start(t);
    child.kill(signal);
    const { verdict, reason, process: ran } = await report;
    assert.deepEqual([verdict, reason, ran.cancelled], ['rejected', 'cancelled', true]);
    assert.deepEqual([await code, await stderr], [1, '']);
    assert.deepEqual(await tree.left(), []);
  });
}

test('an impatient second signal leaves nothing behind', options, async (t) => {
  const { child, tree, report, code } = await start(t);
  for (let times = 0; times < 5; times++) child.kill('SIGINT');
  child.kill('SIGTERM');
  assert.equal((await report).reason, 'cancelled');
  assert.equal(await code, 1);
  assert.deepEqual(await tree.left(), []);
});

test('the time limit ends the whole tree and is reported', options, async (t) => {
  const { tree, report, stderr, code } = await start(t, '--timeout', '1.5');
  const { reason, process: ran } = await report;
  assert.deepEqual([reason, ran.timedOut], ['timed-out', true]);
  assert.ok(ran.durationMs >= 1500 && ran.durationMs < 10_000, `${ran.durationMs} ms`);
  assert.deepEqual([await code, await stderr], [1, '']);
  assert.deepEqual(await tree.left(), []);
});

test('a closed output does not keep the tree alive', options, async (t) => {
  const { child, tree, code } = await start(t);
  child.stdout.destroy();
  child.stderr.destroy();
  child.kill('SIGTERM');
  assert.equal(await code, 1);
  assert.deepEqual(await tree.left(), []);
});
