import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { CompletionRequest, HoverRequest, type MarkupContent, MarkupKind } from 'vscode-languageserver/node';
import { Client } from './client';
import { exec } from './positions/completions';
import { documents } from './positions/documents';
import { positionOf } from './ranges';

/** What is left of Markdown where somebody forgot to take it out. */
const marks = /\*\*|`|\]\(|\| ---|\\[-.*[\]()]/;

describe('a client that shows plain text only', () => {
  let client: Client;
  before(async () => {
    const capabilities = {
      textDocument: {
        hover: { contentFormat: [MarkupKind.PlainText] },
        completion: { completionItem: { documentationFormat: [MarkupKind.PlainText] } },
      },
    };
    client = await Client.start({ initialize: { capabilities } });
  });
  after(() => client.kill());

  const uri = 'file:///here/plain.kubeconfig';
  const text = documents['YAML block'];
  const rows: Readonly<Record<string, RegExp>> = {
    'stage # now': /^current-context stage\ncluster lab: https:\/\/lab\.example\.com:6443\nuser jane: runs/,
    interactiveMode: /^interactiveMode · string\n.*\nNever: empty, empty\n.*\nKubernetes reference: https:/s,
    '/opt/bin/aws': /^aws eks get-token · credential plugin of Amazon.*Documentation: https:/s,
    '--login': /- azurecli: Uses the log-in of az login/,
    tenant: /^Plugin receives spec\.cluster\.config\.tenant/,
  };
  for (const [word, says] of Object.entries(rows)) {
    test(`hover on ${word}`, async () => {
      await client.open(uri, text);
      const position = positionOf(text, text.indexOf(word) + 1);
      const found = await client.connection.sendRequest(HoverRequest.type, {
        textDocument: { uri },
        position,
      });
      const { kind, value } = (found?.contents ?? assert.fail('a hover')) as MarkupContent;
      assert.equal(kind, 'plaintext');
      assert.match(value, says);
      assert.doesNotMatch(value, marks);
    });
  }

  test('what is proposed', async () => {
    const block = exec('x').slice(0, -2);
    const there = { uri: 'file:///here/empty.kubeconfig' };
    await client.open(there.uri, block);
    const position = positionOf(block, block.length);
    const list = await client.connection.sendRequest(CompletionRequest.type, {
      textDocument: there,
      position,
    });
    const { items } = list as { items: { label: string; documentation?: MarkupContent }[] };
    const documented = items.filter(({ documentation }) => documentation);
    assert.ok(documented.length > 40, `${documented.length}`);
    for (const { label, documentation } of documented) {
      assert.equal(documentation?.kind, 'plaintext');
      assert.doesNotMatch(documentation?.value ?? '', marks, label);
    }
  });
});
