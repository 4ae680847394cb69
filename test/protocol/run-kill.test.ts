import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { CancellationTokenSource, ShutdownRequest } from 'vscode-languageserver/node';
import type { RunReport } from '../../server/protocol';
import { Client, fileUri } from './client';
import { execKubeconfig } from './kubeconfigs';
import { root, server } from './paths';
import { approve, run } from './running';
import { temporaryFolder } from './temporary';

const fixtures = path.join(root, 'test/protocol/fixtures');
const plugin = path.join(fixtures, 'deaf-plugin.mjs');
const folder = temporaryFolder();
const skip = process.platform !== 'linux' && 'processes and their memory are read from /proc';
const options = { skip, timeout: 60_000 };
const mostMemoryKiB = 300 * 1024;
const mostMs = 1000;

const lasting = ['ignores signals', 'forks twice', 'closes stdout', 'fills stderr'];

/** A hostile plugin at work. All its processes, and the server, inherit a mark. */
async function start(t: TestContext, mode: string, { relay = false, timeoutSeconds = 60 } = {}) {
  const mark = `HOSTILE_MARK=${randomUUID()}`;
  const env = { ...process.env, HOSTILE_MARK: mark.split('=')[1], RELAY_SERVER: server };
  const settings = { run: { timeoutSeconds } };
  const client = await Client.start({
    env,
    initialize: { initializationOptions: { trusted: true, settings } },
    ...(relay && { bundle: path.join(fixtures, 'relay.mjs') }),
  });
  t.after(() => {
    client.kill();
    for (const pid of marked(mark)) process.kill(pid, 'SIGKILL');
  });
  const place = folder.write(`${mark}/kubeconfig`, '');
  const ready = path.join(path.dirname(place), 'ready');
  const text = execKubeconfig({ command: process.execPath, args: [plugin, mode, ready] });
  await client.open(fileUri(place), text);
  const cancel = new CancellationTokenSource();
  const approved = await approve(client, { uri: fileUri(place) });
  const report: Promise<RunReport> = run(client, approved, cancel.token);
  report.catch(() => {});
  assert.ok(await until(() => existsSync(ready), 20_000), 'the plugin did not come to it');
  return { client, cancel, report, mark };
}

/** Whether it was so within the time. */
async function until(isSo: () => boolean, limitMs: number): Promise<boolean> {
  const end = performance.now() + limitMs;
  while (!isSo() && performance.now() < end) await delay(10);
  return isSo();
}

/** Living processes that have inherited a mark. */
function marked(mark: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => proc(pid, 'environ').split('\0').includes(mark))
    .map(Number);
}

function hostile(mark: string): number[] {
  return marked(mark).filter((pid) => proc(pid, 'cmdline').includes('deaf-plugin'));
}

/** Empty for a process that is gone, or that only waits for its parent to look at it. */
function proc(pid: string | number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}

function assertMemory({ process: { pid } }: Client): void {
  const peak = Number(/VmHWM:\s+(\d+) kB/.exec(proc(pid ?? 0, 'status'))?.[1]);
  assert.ok(peak > 0 && peak < mostMemoryKiB, `the server's memory came to ${peak} KiB`);
}

async function assertGone(mark: string): Promise<void> {
  const gone = await until(() => hostile(mark).length === 0, mostMs);
  assert.ok(gone, `${hostile(mark).length} processes are left after ${mostMs} ms`);
}

for (const mode of lasting) {
  describe(`a plugin that ${mode} is gone in a second`, { concurrency: 2 }, () => {
    test('after a cancel', options, async (t) => {
      const { client, cancel, report, mark } = await start(t, mode);
      assert.ok(hostile(mark).length > 0);
      cancel.cancel();
      await assertGone(mark);
      assert.equal((await report).reason, 'cancelled');
      assertMemory(client);
      assert.equal(await client.stop(), 0);
    });

    test('after the time limit', options, async (t) => {
      const { client, report, mark } = await start(t, mode, { timeoutSeconds: 2 });
      const { reason, process: ran } = await report;
      assert.equal(reason, 'timed-out');
      assert.ok(ran.durationMs < 2000 + mostMs, `${ran.durationMs} ms`);
      await assertGone(mark);
      assertMemory(client);
      assert.equal(await client.stop(), 0);
    });

    test('after the window is closed', options, async (t) => {
      const { client, mark } = await start(t, mode);
      assert.ok(hostile(mark).length > 0);
      const shutdown = client.connection.sendRequest(ShutdownRequest.type);
      await assertGone(mark);
      await shutdown;
    });

    test('after kill -9 of what started the server', options, async (t) => {
      const { client, mark } = await start(t, mode, { relay: true });
      assert.ok(hostile(mark).length > 0);
      client.process.kill('SIGKILL');
      await assertGone(mark);
      assert.ok(await until(() => marked(mark).length === 0, mostMs), 'the server is left');
    });
  });
}

test('a plugin that writes 1 GB to stdout is ended at the limit', options, async (t) => {
  const { client, report, mark } = await start(t, 'floods stdout');
  const { reason } = await report;
  assert.equal(reason, 'output-too-large');
  await assertGone(mark);
  assertMemory(client);
  assert.equal(await client.stop(), 0);
});
