import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  DefinitionRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  RenameRequest,
} from 'vscode-languageserver/node';
import { Client } from './client';
import { at, text, uri, whole } from './navigation-document';

const textDocument = { uri };

describe('a client that says nothing of itself', () => {
  let client: Client;
  before(async () => {
    client = await Client.start();
    await client.open(uri, text);
  });
  after(() => client.kill());

  test('gets locations, flat symbols and plain changes', async () => {
    const location = await client.connection.sendRequest(DefinitionRequest.type, at('"alice"', 2));
    assert.deepEqual(location, {
      uri,
      range: { start: { line: 10, character: 8 }, end: { line: 10, character: 13 } },
    });
    const symbols = await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
    const names = (symbols ?? []).map(
      (symbol) => 'location' in symbol && [symbol.name, symbol.containerName],
    );
    assert.deepEqual(names, [
      ['current-context', undefined],
      ['contexts', undefined],
      ['dev', 'contexts'],
      ['clusters', undefined],
      ['lab', 'clusters'],
      ['users', undefined],
      ['alice', 'users'],
    ]);
    const edit = await client.connection.sendRequest(RenameRequest.type, { ...at('lab'), newName: 'x' });
    assert.deepEqual(
      edit?.changes?.[uri]?.map(({ newText }) => newText),
      ['x', 'x'],
    );
    assert.equal(client.initialized?.capabilities.renameProvider, true);
  });

  const requests: readonly (readonly [method: string, params: object])[] = [
    ['textDocument/definition', { position: whole.start }],
    ['textDocument/references', { position: whole.start, context: { includeDeclaration: true } }],
    ['textDocument/documentHighlight', { position: whole.start }],
    ['textDocument/prepareRename', { position: whole.start }],
    ['textDocument/rename', { position: whole.start, newName: 'x' }],
    ['textDocument/documentSymbol', {}],
    ['textDocument/foldingRange', {}],
    ['textDocument/selectionRange', { positions: [whole.start] }],
    ['textDocument/documentLink', {}],
    ['textDocument/inlayHint', { range: whole }],
    ['textDocument/codeLens', {}],
    ['textDocument/semanticTokens/full', {}],
    ['textDocument/semanticTokens/range', { range: whole }],
  ];
  for (const [method, params] of requests) {
    test(`${method} of a document that is not open has nothing to say`, async () => {
      const unknown = { textDocument: { uri: 'file:///nowhere' }, ...params };
      const answer = await client.connection.sendRequest(method, unknown);
      assert.ok(
        answer === null || JSON.stringify(answer) === '[]' || JSON.stringify(answer) === '{"data":[]}',
      );
    });
    test(`${method} without a document is refused`, async () => {
      await assert.rejects(client.connection.sendRequest(method, {}), /names no document/);
    });
  }

  test('an ExecCredential has an outline, folds and links', async () => {
    const other = 'file:///home/jane/credential.json';
    const credential = JSON.stringify(
      {
        kind: 'ExecCredential',
        apiVersion: 'client.authentication.k8s.io/v1',
        spec: { cluster: { server: 'https://lab' } },
        status: { token: 's3cret' },
      },
      null,
      2,
    );
    await client.open(other, credential, 'json');
    const document = { textDocument: { uri: other } };
    const symbols = await client.connection.sendRequest(DocumentSymbolRequest.type, document);
    assert.deepEqual(
      symbols?.map(({ name }) => name),
      ['spec', 'cluster', 'server', 'status', 'token'],
    );
    assert.ok(!JSON.stringify(symbols).includes('s3cret'));
    const folds = await client.connection.sendRequest(FoldingRangeRequest.type, document);
    assert.equal(folds?.length, 3);
    const links = await client.connection.sendRequest(DocumentLinkRequest.type, document);
    assert.deepEqual(
      links?.map(({ target }) => target),
      ['https://lab/'],
    );
    const position = { line: 0, character: 0 };
    assert.equal(
      await client.connection.sendRequest(DefinitionRequest.type, { ...document, position }),
      null,
    );
  });
});
