import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ShutdownRequest } from 'vscode-languageserver/node';
import { assertAllGone, assertGone, assertMemory, hostile, lasting, mostMs, options, start } from './hostile';
import { temporaryFolder } from './temporary';

const folder = temporaryFolder();

for (const mode of lasting) {
  describe(`a plugin that ${mode} is gone in a second`, { concurrency: 2 }, () => {
    test('after a cancel', options, async (t) => {
      const { client, cancel, report, mark } = await start(t, folder, mode);
      assert.ok(hostile(mark).length > 0);
      cancel.cancel();
      await assertGone(mark);
      assert.equal((await report).reason, 'cancelled');
      assertMemory(client);
      assert.equal(await client.stop(), 0);
    });

    test('after the time limit', options, async (t) => {
      const { client, report, mark } = await start(t, folder, mode, { timeoutSeconds: 2 });
      const { reason, process: ran } = await report;
      assert.equal(reason, 'timed-out');
      assert.ok(ran.durationMs < 2000 + mostMs, `${ran.durationMs} ms`);
      await assertGone(mark);
      assertMemory(client);
      assert.equal(await client.stop(), 0);
    });

    test('after the window is closed', options, async (t) => {
      const { client, mark } = await start(t, folder, mode);
      assert.ok(hostile(mark).length > 0);
      const shutdown = client.connection.sendRequest(ShutdownRequest.type);
      await assertGone(mark);
      await shutdown;
    });

    test('after kill -9 of what started the server', options, async (t) => {
      const { client, mark } = await start(t, folder, mode, { relay: true });
      assert.ok(hostile(mark).length > 0);
      client.process.kill('SIGKILL');
      await assertGone(mark);
      await assertAllGone(mark);
    });
  });
}

test('a plugin that writes 1 GB to stdout is ended at the limit', options, async (t) => {
  const { client, report, mark } = await start(t, folder, 'floods stdout');
  const { reason } = await report;
  assert.equal(reason, 'output-too-large');
  await assertGone(mark);
  assertMemory(client);
  assert.equal(await client.stop(), 0);
});
