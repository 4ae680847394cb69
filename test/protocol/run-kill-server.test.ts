import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { describe, test } from 'node:test';
import { guardArgument } from '../../server/own-processes';
import { fileUri } from './client';
import {
  assertAllGone,
  assertGone,
  hostile,
  hostileKubeconfig,
  lasting,
  options,
  start,
  until,
} from './hostile';
import { execKubeconfig } from './kubeconfigs';
import { endMarked, markedWith, newMark } from './marked';
import { server } from './paths';
import { approve, run } from './running';
import { temporaryFolder } from './temporary';

const folder = temporaryFolder();

async function assertGuarded(mark: string): Promise<number> {
  const guards = () => markedWith(mark, guardArgument);
  assert.ok(await until(() => guards().length > 0, 5000), 'the plugin has no guard');
  const [guard = 0, ...more] = guards();
  assert.deepEqual(more, []);
  return guard;
}

describe('kill -9 of the server leaves nothing', { concurrency: 2 }, () => {
  for (const mode of lasting) {
    test(`of a plugin that ${mode}`, options, async (t) => {
      const { client, mark } = await start(t, folder, mode);
      await assertGuarded(mark);
      assert.ok(hostile(mark).length > 0);
      client.process.kill('SIGKILL');
      await assertAllGone(mark);
    });
  }

  test('of a plugin that the command line runs', options, async (t) => {
    const { mark, env } = newMark();
    t.after(() => endMarked(mark));
    const { file, ready } = hostileKubeconfig(folder, mark, 'forks twice');
    const child = spawn(process.execPath, [server, 'run', '--yes', file], { env, stdio: 'ignore' });
    assert.ok(await until(() => existsSync(ready), 20_000), 'the plugin did not come to it');
    await assertGuarded(mark);
    child.kill('SIGKILL');
    await assertAllGone(mark);
  });
});

describe('the guard of a plugin', () => {
  test('ends with the run', options, async (t) => {
    const { client, cancel, report, mark } = await start(t, folder, 'ignores signals');
    await assertGuarded(mark);
    cancel.cancel();
    await report;
    assert.ok(await until(() => markedWith(mark, guardArgument).length === 0, 1000), 'the guard is left');
    assert.equal(await client.stop(), 0);
  });

  test('ends with the server', options, async (t) => {
    const { client, mark } = await start(t, folder, 'ignores signals');
    await assertGuarded(mark);
    client.process.kill('SIGTERM');
    await client.exited();
    await assertAllGone(mark);
  });

  test('is not needed for the run', options, async (t) => {
    const { client, cancel, report, mark } = await start(t, folder, 'forks twice');
    process.kill(await assertGuarded(mark), 'SIGKILL');
    cancel.cancel();
    await assertGone(mark);
    assert.equal((await report).reason, 'cancelled');
    assert.equal(await client.stop(), 0);
  });

  test('leaves alone what a plugin that is done has left on purpose', options, async (t) => {
    const { client, cancel, report, mark } = await start(t, folder, 'ignores signals');
    await assertGuarded(mark);
    const agent = 'setInterval(() => {}, 1000)';
    const script = `require('node:child_process').spawn(process.execPath, ['-e', '${agent}'], { stdio: 'ignore', detached: true }).unref(); setTimeout(() => {}, 500)`;
    const text = execKubeconfig({ command: process.execPath, args: ['-e', script] });
    const uri = fileUri(folder.write(`${mark}/agent/kubeconfig`, text));
    await client.open(uri, text);
    assert.equal((await run(client, await approve(client, { uri }))).process.exitCode, 0);
    const agents = () => markedWith(mark, agent);
    assert.equal(agents().length, 1);
    cancel.cancel();
    await report;
    client.process.kill('SIGKILL');
    await once(client.process, 'exit');
    assert.ok(await until(() => markedWith(mark, guardArgument).length === 0, 1000));
    assert.equal(agents().length, 1);
  });
});
