import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { CodeLensRequest, ErrorCodes, type LSPAny, ResponseError } from 'vscode-languageserver/node';
import { runCommand } from '../../server/protocol';
import { Client } from './client';
import { execKubeconfig } from './kubeconfigs';
import { root, server } from './paths';
import { rangeOf } from './ranges';

async function start(t: TestContext, initializationOptions?: LSPAny): Promise<Client> {
  const client = await Client.start({ initialize: { initializationOptions } });
  t.after(() => client.kill());
  return client;
}

const uri = 'file:///home/jane/.kube/config';
const text = execKubeconfig({ command: 'plugin' });

test('a client that says nothing about itself is served', async (t) => {
  const client = await start(t);
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  assert.deepEqual(client.initialized?.serverInfo, { name: 'kubeconfig-exec', version });
  const { capabilities } = client.initialized;
  assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2, save: true }, 'incremental');
  assert.equal(capabilities.hoverProvider, true);
  assert.equal(capabilities.codeLensProvider, undefined, 'nobody would carry out its command');
  await client.open(uri, text);
  const lenses = await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } });
  assert.deepEqual(lenses, []);
});

test('a client that knows the command gets a code lens on every exec block', async (t) => {
  const client = await start(t, { commands: ['other', runCommand] });
  assert.deepEqual(client.initialized?.capabilities.codeLensProvider, {});
  await client.open(uri, text);
  const lenses = await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } });
  const command = { title: 'Run exec plugin', command: runCommand, arguments: [{ uri, user: 'jane' }] };
  assert.deepEqual(lenses, [{ range: rangeOf(text, 'exec'), command }]);
});

const nonsense: LSPAny[] = [null, 'text', 5, true, [], { commands: {}, settings: 'none', trusted: 'yes' }];
for (const options of nonsense) {
  test(`initializationOptions ${JSON.stringify(options)} is no reason to fail`, async (t) => {
    const client = await start(t, options);
    assert.equal(client.initialized?.capabilities.codeLensProvider, undefined);
    assert.equal((await client.check(uri, text)).version, 1);
    assert.equal(await client.stop(), 0);
  });
}

test('an unknown request is answered with an error', async (t) => {
  const client = await start(t);
  await assert.rejects(
    client.connection.sendRequest('kubeconfigExec/nothing', {}),
    (error) => error instanceof ResponseError && error.code === ErrorCodes.MethodNotFound,
  );
  assert.equal(await client.stop(), 0);
});

test('messages that do not wait for the answer of initialize are served in their order', async (t) => {
  const child = spawn(process.execPath, [server, '--stdio']);
  t.after(() => child.kill('SIGKILL'));
  const version = (number: number) => ({ uri, version: number });
  const messages = [
    { id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } },
    { method: 'initialized', params: {} },
    { method: 'textDocument/didOpen', params: { textDocument: { ...version(1), languageId: 'yaml', text } } },
    {
      method: 'textDocument/didChange',
      params: { textDocument: version(2), contentChanges: [{ text: '' }] },
    },
    { method: 'textDocument/didChange', params: { textDocument: version(3), contentChanges: [{ text }] } },
    {
      id: 2,
      method: 'textDocument/hover',
      params: { textDocument: { uri }, position: { line: 0, character: 0 } },
    },
    { id: 3, method: 'shutdown' },
  ];
  for (const message of messages) {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }
  let written = '';
  for await (const chunk of child.stdout) {
    written += chunk;
    if (written.includes('"id":3')) child.stdin.end();
  }
  const answers = written.matchAll(/"id":(\d),"result":(null|\{"\w+")/g);
  assert.deepEqual(
    [...answers].map(([, id, what]) => `${id} ${what}`),
    ['1 {"serverInfo"', '2 {"contents"', '3 null'],
  );
});
