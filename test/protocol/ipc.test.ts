import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { type TestContext, test } from 'node:test';
import {
  createProtocolConnection,
  InitializeRequest,
  IPCMessageReader,
  IPCMessageWriter,
  ShutdownRequest,
} from 'vscode-languageserver/node';
import { server } from './paths';

/** As VS Code starts it. */
async function start(t: TestContext) {
  const child = fork(server, ['--node-ipc', `--clientProcessId=${process.pid}`], { silent: true });
  t.after(() => child.kill('SIGKILL'));
  const connection = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
  t.after(() => connection.dispose());
  connection.listen();
  const params = { processId: process.pid, rootUri: null, capabilities: {} };
  const { serverInfo } = await connection.sendRequest(InitializeRequest.type, params);
  assert.equal(serverInfo?.name, 'kubeconfig-exec');
  return { child, connection };
}

const exitCode = async (child: ChildProcess) => (await once(child, 'exit'))[0];

test('the server speaks over an IPC channel and ends in order', async (t) => {
  const { child, connection } = await start(t);
  const ended = exitCode(child);
  await connection.sendRequest(ShutdownRequest.type);
  await connection.sendNotification('exit');
  assert.equal(await ended, 0);
});

test('the server ends when the other side of the channel is gone', async (t) => {
  const { child } = await start(t);
  const ended = exitCode(child);
  child.disconnect();
  assert.equal(await ended, 1);
});
