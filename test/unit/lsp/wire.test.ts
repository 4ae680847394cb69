import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { describe, test } from 'node:test';
import { type Connection, connect } from '../../../server/lsp/wire/connection';
import { Frames, framed } from '../../../server/lsp/wire/frames';
import { streams } from '../../../server/lsp/wire/process';
import type { Message } from '../../../server/lsp/wire/rpc';

describe('messages in a stream', () => {
  const messages = [{ id: 1, method: 'a', params: { text: 'ä𝄞€\r\n\r\n' } }, { method: 'b' }, { id: 2 }];
  const bytes = Buffer.from(messages.map(framed).join(''));

  test('are found wherever it is cut', () => {
    for (let size = 1; size <= bytes.length; size++) {
      const frames = new Frames();
      const found: unknown[] = [];
      for (let start = 0; start < bytes.length; start += size) {
        for (const text of frames.push(bytes.subarray(start, start + size))) found.push(JSON.parse(text));
      }
      assert.deepEqual(found, messages, `in pieces of ${size} bytes`);
    }
  });

  test('may say more of themselves, in any case', () => {
    const text = 'content-length: 2\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n{}';
    assert.deepEqual([...new Frames().push(Buffer.from(text))], ['{}']);
  });

  test('end where no length is told', () => {
    for (const text of ['GET / HTTP/1.1\r\n\r\n', 'Content-Length: x\r\n\r\n{}', 'x'.repeat(5000)]) {
      assert.throws(() => [...new Frames().push(Buffer.from(text))], /no length/);
    }
  });
});

interface Peer {
  readonly connection: Connection;
  readonly exits: number[];
  send(...messages: (object | string)[]): void;
  /** The next message. */
  next(): Promise<Message>;
}

function start(): Peer {
  const [up, down] = [new PassThrough(), new PassThrough()];
  const exits: number[] = [];
  const connection = connect(streams(up, down), (code) => exits.push(code));
  connection.listen();
  const frames = new Frames();
  const sent: Message[] = [];
  const waiting: ((message: Message) => void)[] = [];
  down.on('data', (chunk: Buffer) => {
    for (const text of frames.push(chunk)) {
      const message: Message = JSON.parse(text);
      const take = waiting.shift();
      if (take) take(message);
      else sent.push(message);
    }
  });
  return {
    connection,
    exits,
    send: (...messages) =>
      void up.write(messages.map((each) => (typeof each === 'string' ? each : framed(each))).join('')),
    next: () => {
      const message = sent.shift();
      return message ? Promise.resolve(message) : new Promise((resolve) => waiting.push(resolve));
    },
  };
}

test('requests are answered in their order, each with what its handler returns', async () => {
  const { connection, send, next } = start();
  connection.onHover(() => null);
  connection.onRequest('own', (params: { n: number }) => params.n);
  send(
    { id: 'x', method: 'textDocument/hover', params: {} },
    { id: 2, method: 'own', params: { n: 7 } },
    { id: 3, method: 'unknown', params: {} },
    { id: 4, method: 'own', params: [7] },
  );
  assert.deepEqual(await next(), { jsonrpc: '2.0', id: 'x', result: null });
  assert.deepEqual(await next(), { jsonrpc: '2.0', id: 2, result: 7 });
  assert.equal((await next()).error?.code, -32601);
  assert.equal((await next()).error?.code, -32602);
});

test('a cancellation reaches its request, also one that is not begun', async () => {
  const { connection, send, next } = start();
  connection.onRequest(
    'wait',
    (_, token) => new Promise((resolve) => token.onCancellationRequested(() => resolve('stopped'))),
  );
  connection.onRequest('look', (_, token) => token.isCancellationRequested);
  send({ id: 1, method: 'look', params: {} }, { method: '$/cancelRequest', params: { id: 1 } });
  assert.equal((await next()).result, true);
  send({ id: 2, method: 'wait', params: {} }, { id: 3, method: 'look', params: {} });
  assert.equal((await next()).result, false);
  send({ method: '$/cancelRequest', params: { id: 2 } }, { method: '$/cancelRequest', params: null });
  assert.equal((await next()).result, 'stopped');
});

test('what a handler throws is answered and logged without its message', async () => {
  const { connection, send, next } = start();
  const secret = 'hunter2hunter2';
  connection.onRequest('broken', () => JSON.parse(secret));
  connection.onNotification('deaf', () => JSON.parse(secret));
  send({ id: 1, method: 'broken', params: {} }, { method: 'deaf', params: {} });
  const [logged, answer, again] = [await next(), await next(), await next()];
  assert.equal(answer.error?.code, -32603);
  assert.deepEqual([logged.method, again.method], ['window/logMessage', 'window/logMessage']);
  assert.match(JSON.stringify(again), /deaf: SyntaxError/);
  assert.doesNotMatch(JSON.stringify([logged, answer, again]), new RegExp(secret));
});

test('what is no message is logged and skipped', async () => {
  const { connection, send, next } = start();
  connection.onRequest('own', () => 1);
  send(
    'Content-Length: 3\r\n\r\n{"a',
    'Content-Length: 4\r\n\r\nnull',
    { id: 9 },
    { id: 1, method: 'own', params: {} },
  );
  assert.match(JSON.stringify(await next()), /no JSON/);
  assert.match(JSON.stringify(await next()), /none of JSON-RPC/);
  assert.equal((await next()).result, 1);
});

test('the client is asked, told what is not waited for any more, and may refuse', async () => {
  const { connection, send, next } = start();
  const asked = connection.sendRequest('question', { n: 1 });
  const refused = assert.rejects(connection.sendRequest('other'), { code: -32601, message: 'no' });
  const [first, second] = [await next(), await next()];
  assert.deepEqual(first, { jsonrpc: '2.0', id: first.id, method: 'question', params: { n: 1 } });
  send({ id: second.id, error: { code: -32601, message: 'no' } }, { id: first.id, result: { yes: true } });
  assert.deepEqual(await asked, { yes: true });
  await refused;
});

test('it ends with the client: in order only after shutdown', async () => {
  const ended = start();
  ended.send({ id: 1, method: 'shutdown' }, { method: 'exit' });
  assert.equal((await ended.next()).result, null);
  ended.send({ id: 2, method: 'unknown', params: {} });
  await ended.next();
  assert.deepEqual(ended.exits, [0]);
  const lost = start();
  lost.send('GET / HTTP/1.1\r\n\r\n', { id: 1, method: 'unknown', params: {} });
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(lost.exits, [1]);
});
