import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { after, test } from 'node:test';
import {
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  PublishDiagnosticsNotification,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { serve } from '../../../server/lsp/connection';
import { newSession } from '../../../server/lsp/session';
import { connect } from '../../../server/lsp/wire/connection';
import { windowFocused } from '../../../server/protocol';
import { counting } from '../counting';
import { fakeEnvironment } from '../plugin/fakes';

const machine = fakeEnvironment({
  variables: { PATH: '/bin:/usr/bin' },
  files: { '/usr/bin/tool': { content: '#!/usr/bin/env node\n' }, '/usr/bin/env': {}, '/kube/ca.crt': {} },
});
const { files, accesses } = counting(machine.files);

const text = (args: string) => `current-context: dev
contexts:
- { name: dev, context: { cluster: lab, user: alice } }
- { name: two, context: { cluster: lab, user: bob } }
- { name: three, context: { cluster: lab, user: carol } }
clusters: [{ name: lab, cluster: { server: "https://lab:6443", certificate-authority: ca.crt } }]
users:
- { name: alice, user: { exec: { apiVersion: client.authentication.k8s.io/v1beta1, command: tool, args: [${args}] } } }
- { name: bob, user: { exec: { apiVersion: client.authentication.k8s.io/v1beta1, command: ./gone } } }
- { name: carol, user: { client-certificate: c.crt, client-key: c.key } }
`;

const [up, down] = [new PassThrough(), new PassThrough()];
const server = connect(new StreamMessageReader(up), new StreamMessageWriter(down));
serve(server, { ...machine, files }, { ...newSession(), trusted: true, tellsFocus: true });
server.listen();
const client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
client.listen();
after(() => {
  client.dispose();
  server.dispose();
});

const uri = 'file:///kube/config';
/** The codes of a version, once they are published. */
const published = (version: number) =>
  new Promise<unknown[]>((resolve) => {
    const listener = client.onNotification(PublishDiagnosticsNotification.type, (params) => {
      if (params.version !== version) return;
      listener.dispose();
      resolve(params.diagnostics.map(({ code }) => code));
    });
  });
async function type(version: number, content: string): Promise<unknown[]> {
  const found = published(version);
  const textDocument = { uri, version };
  await client.sendNotification(DidChangeTextDocumentNotification.type, {
    textDocument,
    contentChanges: [{ text: content }],
  });
  return found;
}

test('a key press causes no file access; what was not looked at before is looked at', async () => {
  const first = published(1);
  const textDocument = { uri, version: 1, languageId: 'yaml', text: text('a') };
  await client.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  const codes = await first;
  assert.deepEqual(codes, [
    'certificate-authority-empty',
    'command-interpreter-not-found',
    'command-not-found',
    'client-certificate-unreadable',
    'client-certificate-unreadable',
  ]);
  for (const what of ['read /kube/ca.crt', 'stat /bin/tool', 'stat /kube/gone', 'read /kube/c.key']) {
    assert.ok(accesses.includes(what), `${what} in ${accesses}`);
  }
  assert.equal(new Set(accesses).size, accesses.length, 'nothing is asked twice');

  accesses.length = 0;
  for (let version = 2; version < 8; version++) {
    assert.deepEqual(await type(version, text('b'.repeat(version))), codes);
  }
  assert.deepEqual([...accesses], []);

  await type(8, text('a').replace('./gone', './other'));
  assert.deepEqual(
    accesses.filter((access) => !access.includes('other')),
    [],
  );
  assert.ok(accesses.includes('stat /kube/other'));

  accesses.length = 0;
  await client.sendNotification(windowFocused);
  await type(9, text('a'));
  assert.ok(accesses.includes('read /kube/ca.crt'), 'the counter counts');
});
