import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { CodeActionRequest, CompletionRequest, HoverRequest } from 'vscode-languageserver/node';
import { prepareRunRequest, runTargetsRequest } from '../../server/protocol';
import { Client } from './client';
import { execKubeconfig } from './kubeconfigs';
import { root, server } from './paths';
import { temporaryFolder } from './temporary';

// What a process loads is what it can't do without: here the rest of the built server is missing.

const folder = temporaryFolder();

function serverWith(...names: string[]): string {
  const place = mkdtempSync(path.join(folder.path, 'server-'));
  mkdirSync(path.join(place, 'server'));
  for (const name of names) {
    const file = path.join('server', `${name}.js`);
    copyFileSync(path.join(root, 'dist', file), path.join(place, file));
  }
  const copy = path.join(place, 'server.js');
  copyFileSync(server, copy);
  return copy;
}

const uri = 'file:///here/.kube/config';
const text = execKubeconfig({ command: '' });

test('initialize is answered by the start alone', async () => {
  const params = { processId: null, rootUri: null, capabilities: {} };
  const message = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
  const child = spawn(process.execPath, [serverWith('base', 'start'), '--stdio']);
  const exited = once(child, 'exit');
  child.stdin.write(`Content-Length: ${message.length}\r\n\r\n${message}`);
  let written = '';
  for await (const chunk of child.stdout) written += chunk;
  assert.match(written, /"serverInfo":\{"name":"kubeconfig-exec"/);
  // Then what reads texts is loaded, which is not there.
  assert.deepEqual(await exited, [70, null]);
});

test('documents are edited without what runs plugins; that is loaded when it is asked for', async (t) => {
  const client = await Client.start({ bundle: serverWith('base', 'start', 'documents', 'disk') });
  t.after(() => client.kill());
  const { diagnostics } = await client.check(uri, text);
  assert.ok(diagnostics.some(({ code }) => code === 'command-missing'));
  await client.change(uri, 2, { text: `${text}\n` });
  const [diagnostic] = (await client.diagnostics(uri, 2)).diagnostics;
  assert.ok(diagnostic);
  const { connection } = client;
  const textDocument = { uri };
  const position = { line: 0, character: 1 };
  assert.ok(await connection.sendRequest(HoverRequest.type, { textDocument, position }));
  assert.ok(await connection.sendRequest(CompletionRequest.type, { textDocument, position }));
  const { range } = diagnostic;
  const context = { diagnostics: [diagnostic] };
  assert.ok(await connection.sendRequest(CodeActionRequest.type, { textDocument, range, context }));
  assert.ok(await connection.sendRequest(runTargetsRequest, textDocument));
  const broken = connection.sendRequest(prepareRunRequest, textDocument);
  assert.equal(await Promise.race([client.exited(), broken]), 70);
});

test('files are checked without it, too', () => {
  const bundle = serverWith('base', 'start', 'documents', 'disk', 'command-line');
  const { status, stdout } = spawnSync(process.execPath, [bundle, 'check', '-'], { input: text });
  assert.match(`${stdout}`, /error command-missing /);
  assert.equal(status, 1);
});

test('what is started beside the server loads nothing else', () => {
  const bundle = serverWith('base', 'disk');
  const options = { input: JSON.stringify({ root: 1 }), encoding: 'utf8' } as const;
  const { status, stderr } = spawnSync(process.execPath, [bundle, '--look-at-files'], options);
  assert.equal(`${status} ${stderr}`, '0 ');
});
