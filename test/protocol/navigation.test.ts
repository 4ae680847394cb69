import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  type ClientCapabilities,
  DefinitionRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  InlayHintRequest,
  PrepareRenameRequest,
  type Range,
  ReferencesRequest,
  RenameRequest,
  SelectionRangeRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver/node';
import { tokenModifiers, tokenTypes } from '../../server/features/navigation/semantic-legend';
import { Client } from './client';
import { at, text, uri, whole } from './navigation-document';
import { rangeOf } from './ranges';

const textDocument = { uri };

const able: ClientCapabilities = {
  workspace: { workspaceEdit: { documentChanges: true } },
  textDocument: {
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    rename: { prepareSupport: true },
    documentLink: { tooltipSupport: true },
  },
};

/** Texts of ranges in the document. */
function textOf({ start, end }: Range): string {
  const lines = text.split('\n');
  const offset = ({ line, character }: Range['start']) =>
    lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
  return text.slice(offset(start), offset(end));
}

describe('a client that can do much', () => {
  let client: Client;
  before(async () => {
    client = await Client.start({ initialize: { capabilities: able } });
    await client.open(uri, text);
  });
  after(() => client.kill());

  test('is offered everything', () => {
    const { capabilities } = client.initialized ?? assert.fail('no answer');
    for (const name of [
      'definitionProvider',
      'referencesProvider',
      'documentHighlightProvider',
      'documentSymbolProvider',
      'workspaceSymbolProvider',
      'foldingRangeProvider',
      'selectionRangeProvider',
      'inlayHintProvider',
    ] as const) {
      assert.equal(capabilities[name], true, name);
    }
    assert.deepEqual(capabilities.renameProvider, { prepareProvider: true });
    const legend = { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] };
    assert.deepEqual(capabilities.semanticTokensProvider, { legend, full: true, range: true });
  });

  test('definition', async () => {
    const found = await client.connection.sendRequest(DefinitionRequest.type, at('"alice"', 2));
    const name = rangeOf(text, 'name: alice');
    assert.deepEqual(found, [
      {
        originSelectionRange: rangeOf(text, '"alice"'),
        targetUri: uri,
        targetRange: { start: name.start, end: { line: 18, character: 9 } },
        targetSelectionRange: { start: { line: 10, character: 8 }, end: name.end },
      },
    ]);
  });

  test('references and highlights', async () => {
    const params = { ...at('dev'), context: { includeDeclaration: false } };
    const found = await client.connection.sendRequest(ReferencesRequest.type, params);
    assert.deepEqual(found, [{ uri, range: rangeOf(text, 'dev') }]);
    const lit = await client.connection.sendRequest(DocumentHighlightRequest.type, at('lab'));
    assert.deepEqual(
      lit?.map(({ range, kind }) => [range.start.line, kind]),
      [
        [5, 2],
        [7, 3],
      ],
    );
  });

  test('rename asks first, and edits a version', async () => {
    const prepared = await client.connection.sendRequest(PrepareRenameRequest.type, at('"alice"', 2));
    const inside = rangeOf(text, 'alice');
    assert.deepEqual(prepared, { range: inside, placeholder: 'alice' });
    const params = { ...at('"alice"', 2), newName: 'yes' };
    const edit = await client.connection.sendRequest(RenameRequest.type, params);
    const [change] = edit?.documentChanges ?? [];
    assert.ok(change && 'edits' in change);
    assert.deepEqual(change.textDocument, { uri, version: 1 });
    assert.deepEqual(
      change.edits.map((each) => 'newText' in each && [each.range.start.line, each.newText]),
      [
        [5, '"yes"'],
        [10, "'yes'"],
      ],
    );
  });

  test('a rename that is refused says why', async () => {
    const empty = client.connection.sendRequest(RenameRequest.type, { ...at('lab'), newName: '' });
    await assert.rejects(empty, /A cluster needs a name/);
    const nothing = client.connection.sendRequest(PrepareRenameRequest.type, at('apiVersion'));
    await assert.rejects(nothing, /Only the names of clusters, contexts and users can be renamed/);
  });

  test('symbols within symbols', async () => {
    const found = await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
    const names = (found ?? []).map((symbol) => {
      assert.ok('children' in symbol);
      return [symbol.name, ...(symbol.children ?? []).map(({ name, detail }) => `${name}: ${detail}`)];
    });
    assert.deepEqual(names, [
      ['current-context'],
      ['contexts', 'dev: current · lab · alice'],
      ['clusters', 'lab: https://lab:6443'],
      ['users', 'alice: tool'],
    ]);
  });

  test('folding and selection', async () => {
    const folds = await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument });
    assert.deepEqual(folds?.[0], { startLine: 0, endLine: 1, kind: 'comment' });
    assert.deepEqual(folds?.at(-1), { startLine: 16, endLine: 18 });
    const positions = [at('"alice"', 2).position, { line: 0, character: 0 }];
    const params = { textDocument, positions };
    const [first, second] = (await client.connection.sendRequest(SelectionRangeRequest.type, params)) ?? [];
    const steps: string[] = [];
    for (let step = first; step; step = step.parent) steps.push(textOf(step.range));
    assert.deepEqual(steps.slice(0, 3), ['alice', '"alice"', 'user: "alice"']);
    assert.equal(steps.at(-1), text);
    assert.deepEqual(second, { range: whole });
  });

  test('links and hints', async () => {
    const links = await client.connection.sendRequest(DocumentLinkRequest.type, { textDocument });
    const target = 'https://lab:6443/';
    assert.deepEqual(links, [{ range: rangeOf(text, 'https://lab:6443'), target, tooltip: target }]);
    const hints = await client.connection.sendRequest(InlayHintRequest.type, { textDocument, range: whole });
    assert.deepEqual(
      hints?.map(({ label, position }) => [label, position]),
      [['interactiveMode: IfAvailable', rangeOf(text, 'client.authentication.k8s.io/v1beta1').end]],
    );
  });

  test('semantic tokens, of all and of a range', async () => {
    const decode = (data: readonly number[]) => {
      const tokens: string[] = [];
      let [line, character] = [0, 0];
      for (let index = 0; index < data.length; index += 5) {
        const [lines = 0, characters = 0, length = 0, type = 0, bits = 0] = data.slice(index, index + 5);
        character = lines > 0 ? characters : character + characters;
        line += lines;
        const words = textOf({ start: { line, character }, end: { line, character: character + length } });
        const modifiers = tokenModifiers.filter((_, bit) => bits & (1 << bit));
        tokens.push([words, tokenTypes[type], ...modifiers].join(' '));
      }
      return tokens;
    };
    const all = await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument });
    assert.deepEqual(decode(all?.data ?? []), [
      'dev namespace',
      'dev namespace definition',
      'lab class',
      'alice variable',
      'lab class definition',
      'alice variable definition',
      'tool function',
      's3cret string secret',
      'one string secret',
      'two string secret',
    ]);
    const range = rangeOf(text, 'name: lab');
    const some = await client.connection.sendRequest(SemanticTokensRangeRequest.type, {
      textDocument,
      range,
    });
    assert.deepEqual(decode(some?.data ?? []), ['lab class definition']);
  });
});
