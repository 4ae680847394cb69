import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { CancellationTokenSource, ExitNotification, ShutdownRequest } from 'vscode-languageserver/node';
import type { RunReport } from '../../server/protocol';
import { Client, fileUri } from './client';
import { execKubeconfig } from './kubeconfigs';
import { approve, run } from './running';
import { temporaryFolder } from './temporary';
import { ProcessTree } from './tree';

const folder = temporaryFolder();
const options = {
  skip: process.platform === 'win32' && 'sessions and polite signals are POSIX',
  timeout: 60_000,
};

/** A plugin with children, at work. */
async function start(t: TestContext, timeoutSeconds = 60) {
  const settings = { run: { timeoutSeconds } };
  const client = await Client.start({ initialize: { initializationOptions: { trusted: true, settings } } });
  t.after(() => client.kill());
  const tree = new ProcessTree();
  t.after(() => tree.close());
  const text = execKubeconfig(await tree.listen());
  const uri = fileUri(folder.write(`${t.name}/kubeconfig`, text));
  await client.open(uri, text);
  const cancel = new CancellationTokenSource();
  const approved = await approve(client, { uri });
  const report: Promise<RunReport> = run(client, approved, cancel.token);
  // Some tests end the server first.
  report.catch(() => {});
  await tree.running;
  return { client, tree, report, cancel };
}

test('cancelling the request ends the whole tree', options, async (t) => {
  const { client, tree, report, cancel } = await start(t);
  cancel.cancel();
  const { verdict, reason, process: ran } = await report;
  assert.deepEqual(await tree.left(), []);
  assert.deepEqual([verdict, reason, ran.cancelled, ran.timedOut], ['rejected', 'cancelled', true, false]);
  assert.equal(await client.stop(), 0);
});

test('the time limit ends the whole tree', options, async (t) => {
  const { client, tree, report } = await start(t, 2);
  const { verdict, reason, summary, process: ran } = await report;
  assert.deepEqual(await tree.left(), []);
  assert.deepEqual([verdict, reason, ran.cancelled, ran.timedOut], ['rejected', 'timed-out', false, true]);
  assert.match(summary, /no answer within 2 s/);
  assert.equal(await client.stop(), 0);
});

test('shutdown ends the whole tree before it is answered', options, async (t) => {
  const { client, tree, report } = await start(t);
  await client.connection.sendRequest(ShutdownRequest.type);
  assert.deepEqual(await tree.left(), []);
  assert.equal((await report).reason, 'cancelled');
  await client.connection.sendNotification(ExitNotification.type);
  assert.equal(await client.exited(), 0);
});

test('exit without shutdown ends the server and the whole tree', options, async (t) => {
  const { client, tree } = await start(t);
  await client.connection.sendNotification(ExitNotification.type);
  assert.equal(await client.exited(), 1);
  assert.deepEqual(await tree.left(), []);
});

test('a client that closes its end ends the server and the whole tree', options, async (t) => {
  const { client, tree } = await start(t);
  client.process.stdin?.end();
  assert.equal(await client.exited(), 1);
  assert.deepEqual(await tree.left(), []);
});

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  test(`${signal} ends the server and the whole tree`, options, async (t) => {
    const { client, tree } = await start(t);
    client.process.kill(signal);
    assert.equal(await client.exited(), { SIGTERM: 143, SIGINT: 130, SIGHUP: 129 }[signal]);
    assert.deepEqual(await tree.left(), []);
  });
}
