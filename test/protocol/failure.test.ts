import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { type CancellationToken, ErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { answering, refusal } from '../../server/lsp/answers';
import { type Connection, connect } from '../../server/lsp/wire/connection';
import { kubeconfigExec } from './command';
import { temporaryFolder } from './temporary';

const folder = temporaryFolder();
const secret = 'hunter2hunter2';
const token = {} as CancellationToken;

/** Only what `answering` uses of a connection. */
function logging(log: string[]): Connection {
  return { console: { error: (line: string) => log.push(line) } } as unknown as Connection;
}

test('an unexpected exception is answered and logged without its message', async () => {
  const log: string[] = [];
  const answer = answering(logging(log));
  const broken = answer('hover', () => JSON.parse(`${secret} is no JSON`));
  await assert.rejects(broken({}, token), (error) => {
    assert.ok(error instanceof ResponseError && error.code === ErrorCodes.InternalError);
    assert.match(error.message, /could not answer \(hover\)/);
    assert.ok(!error.message.includes(secret));
    return true;
  });
  const [line, ...more] = log;
  assert.deepEqual(more, []);
  assert.match(line ?? '', /^hover: SyntaxError\n {4}at JSON\.parse/);
  assert.ok(!line?.includes(secret));
});

test('what a notification ends in is logged without its message', async () => {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const server = connect(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  const client = createMessageConnection(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
  );
  const logged = new Promise<{ message: string }>((resolve) => {
    client.onNotification('window/logMessage', resolve);
  });
  server.onDidSaveTextDocument(() => JSON.parse(`${secret} is no JSON`));
  for (const each of [server, client]) each.listen();
  await client.sendNotification('textDocument/didSave', { textDocument: { uri: 'file:///here' } });
  const { message } = await logged;
  assert.match(message, /^textDocument\/didSave: SyntaxError\n {4}at JSON\.parse/);
  assert.ok(!message.includes(secret));
  for (const each of [server, client]) each.dispose();
});

test('a refusal is passed on as it is', async () => {
  const log: string[] = [];
  const answer = answering(logging(log));
  const refused = answer('run', async () => Promise.reject(refusal('Trust it first.')));
  await assert.rejects(refused({}, token), /^ResponseError: Trust it first\.$|Trust it first\./);
  assert.deepEqual(log, []);
});

test('a bug of the command line has a status of its own, and is reported without its message', async () => {
  const bug = folder.write('bug.cjs', `setImmediate(() => JSON.parse('${secret} is no JSON'));`);
  const env = { ...process.env, NODE_OPTIONS: `--require "${bug}"` };
  const { code, stderr } = await kubeconfigExec(['check', '-'], { env, input: 'kind: Config\n' });
  assert.equal(code, 70);
  assert.match(
    stderr,
    /^kubeconfig-exec: internal error, please report it: SyntaxError\n {4}at JSON\.parse/m,
  );
  assert.ok(!stderr.includes(secret));
});
