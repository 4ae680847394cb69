import { type LSPAny, ResponseError } from 'vscode-languageserver/node';
import { Client } from '../../protocol/client';
import { positionOf } from '../../protocol/ranges';
import { kubeconfigOf } from '../corpus';
import type { Target } from '../target';

const uris = ['file:///here/a/.kube/config', 'file:///here/b/.kube/config', 'untitled:Untitled-1'];
const requests = [
  'textDocument/hover',
  'textDocument/completion',
  'textDocument/definition',
  'textDocument/prepareRename',
  'textDocument/documentSymbol',
  'textDocument/codeLens',
  'textDocument/foldingRange',
  'textDocument/documentLink',
  'textDocument/semanticTokens/full',
  'kubeconfigExec/runTargets',
];

/** Messages in any order, also about documents that are not open: each request is answered, and so is the next. */
export const messages: Target = {
  async start() {
    const client = await Client.start({ initialize: { initializationOptions: { trusted: false } } });
    let version = 0;
    const send = async (seed: number) => {
      const uri = uris[seed % uris.length] ?? '';
      const text = kubeconfigOf(seed);
      version++;
      const position = positionOf(text, (seed * 7919) % (text.length + 1));
      switch (seed % 5) {
        case 0:
          return client.open(uri, text, 'yaml', version);
        case 1:
          return client.change(uri, version, { text });
        case 2:
          return client.change(uri, version, {
            range: { start: position, end: position },
            text: '- name: x',
          });
        case 3:
          return client.close(uri);
      }
      const params = { uri, textDocument: { uri }, position } as LSPAny;
      const method = requests[Math.floor(seed / 5) % requests.length] ?? '';
      await client.connection.sendRequest(method, params).catch((error: unknown) => {
        if (!(error instanceof ResponseError) || /could not answer/.test(error.message)) throw error;
      });
    };
    return {
      async once(seed) {
        for (let step = 0; step < 6; step++) await send(seed * 6 + step * 7);
        await client.connection.sendRequest('textDocument/hover', {
          textDocument: { uri: uris[0] },
          position: { line: 0, character: 0 },
        });
        if (client.process.exitCode !== null) throw new Error('the server has ended');
      },
      input: (seed) => `messages ${seed * 6} and following`,
      async stop() {
        await client.stop();
      },
    };
  },
};
