import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { after, describe, test } from 'node:test';
import {
  CodeActionRequest,
  CodeLensRequest,
  CompletionRequest,
  createProtocolConnection,
  DefinitionRequest,
  DidOpenTextDocumentNotification,
  DocumentLinkRequest,
  HoverRequest,
  InlayHintRequest,
  PublishDiagnosticsNotification,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { serve } from '../../../server/lsp/connection';
import { newSession } from '../../../server/lsp/session';
import { connect } from '../../../server/lsp/wire/connection';
import { serverOfShare } from '../../../server/shares';
import { counting } from '../counting';
import { fakeEnvironment } from '../plugin/fakes';

const v1 = 'client.authentication.k8s.io/v1';
/** Names a file on a share wherever a kubeconfig may name one. */
const text = (share: string) => `current-context: a
contexts:
- { name: a, context: { cluster: lab, user: a } }
- { name: b, context: { cluster: lab, user: b } }
- { name: c, context: { cluster: lab, user: c } }
- { name: d, context: { cluster: lab, user: d } }
clusters: [{ name: lab, cluster: { server: "https://lab:6443", certificate-authority: '${share}\\ca.crt' } }]
users:
- { name: a, user: { exec: { apiVersion: ${v1}, command: '${share}\\tool.exe', interactiveMode: Never } } }
- { name: b, user: { exec: { apiVersion: ${v1}, command: '${share}\\tool', args: ['${share}\\a.ps1'], env: [{ name: PATH, value: '${share}' }], interactiveMode: Never } } }
- { name: c, user: { client-certificate: '${share}\\c.crt', client-key: '${share}\\c.key' } }
- { name: d, user: { tokenFile: '${share}\\token' } }
`;

/** A server on Windows, and what it has asked of the files. */
function start(variables: Readonly<Record<string, string>> = {}) {
  const machine = fakeEnvironment({ platform: 'win32', variables: { PATH: 'C:\\tools', ...variables } });
  const { files, accesses } = counting(machine.files);
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
  return { client, onShares: () => accesses.filter((access) => serverOfShare(access.slice(5))) };
}

/** Opens a document; the codes of what is published for it. */
async function open({ client }: ReturnType<typeof start>, uri: string, content: string) {
  const published = new Promise<unknown[]>((resolve) =>
    client.onNotification(PublishDiagnosticsNotification.type, ({ diagnostics }) =>
      resolve(diagnostics.map(({ code }) => code)),
    ),
  );
  const textDocument = { uri, version: 1, languageId: 'yaml', text: content };
  await client.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  return published;
}

const uri = 'file:///C:/kube/config';

describe('on Windows, a share that a kubeconfig names', () => {
  for (const share of ['\\\\stranger\\share', '//stranger/share', '\\\\?\\UNC\\stranger\\share']) {
    test(`is neither looked at nor found wanting: ${share}`, async () => {
      const window = start();
      assert.deepEqual(await open(window, uri, text(share)), []);
      const textDocument = { uri };
      const { client } = window;
      const lines = text(share).split('\n');
      const range = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
      await client.sendRequest(CodeLensRequest.type, { textDocument });
      await client.sendRequest(DocumentLinkRequest.type, { textDocument });
      await client.sendRequest(InlayHintRequest.type, { textDocument, range });
      await client.sendRequest(CodeActionRequest.type, { textDocument, range, context: { diagnostics: [] } });
      for (const [line, content] of lines.entries()) {
        for (const { index } of content.matchAll(/stranger/g)) {
          const position = { line, character: index + 3 };
          await client.sendRequest(HoverRequest.type, { textDocument, position });
          await client.sendRequest(DefinitionRequest.type, { textDocument, position });
          await client.sendRequest(CompletionRequest.type, { textDocument, position });
        }
      }
      assert.deepEqual(window.onShares(), []);
    });
  }

  const missing = ['certificate-authority-unreadable', 'command-not-found', 'token-file-unreadable'];

  test('is looked at if the kubeconfig is there itself', async () => {
    const window = start();
    const codes = await open(window, 'file://corp/home/kube/config', text('\\\\CORP\\home'));
    assert.ok(
      missing.every((code) => codes.includes(code)),
      String(codes),
    );
    assert.ok(window.onShares().length > 0);
  });

  test('is looked at if a variable leads there', async () => {
    const window = start({ Path: 'C:\\tools;\\\\corp\\tools' });
    const codes = await open(window, uri, text('\\\\corp\\other'));
    assert.ok(
      missing.every((code) => codes.includes(code)),
      String(codes),
    );
  });
});
