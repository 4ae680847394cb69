import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Hover, HoverRequest, type Position } from 'vscode-languageserver/node';
import type * as z from 'zod/mini';
import { allFields, execCredentialV1, execCredentialV1beta1, kubeconfig } from '../../server/schema';
import { sampleOf, write } from '../unit/schema/sample';
import { Client } from './client';
import { positionOf } from './ranges';

const group = 'client.authentication.k8s.io';
const extension = (path: string) =>
  path === 'clusters.*.cluster.extensions.*.name' ? `${group}/exec` : undefined;
const version = (name: string) => (path: string) =>
  ({ apiVersion: `${group}/${name}`, kind: 'ExecCredential' })[path];

const documents: [string, z.ZodMiniType, (path: string) => unknown, 'yaml' | 'json'][] = [
  ['config.kubeconfig', kubeconfig, extension, 'yaml'],
  ['kubeconfig.json', kubeconfig, extension, 'json'],
  ['credential.yaml', execCredentialV1, version('v1'), 'yaml'],
  ['credential.json', execCredentialV1beta1, version('v1beta1'), 'json'],
];

let client: Client;
before(async () => {
  client = await Client.start();
});
after(() => client.kill());

const hoverAt = (uri: string, position: Position): Promise<Hover | null> =>
  client.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });

for (const [name, schema, override, format] of documents) {
  describe(`hover in ${name}`, () => {
    const uri = `file:///home/jane/${name}`;
    const { text, keys } = write(sampleOf(schema, override), format);
    before(() => client.open(uri, text, format));

    for (const { path, doc } of allFields(schema)) {
      const place = path.map((step) => (step === '*' ? '0' : step)).join('.');
      test(place, async () => {
        const at = keys.get(place) ?? assert.fail('the sample has every field');
        const key = format === 'json' ? `"${path.at(-1)}"` : `${path.at(-1)}`;
        const found = await hoverAt(uri, positionOf(text, at + 1));
        assert.ok(found?.range && 'kind' in (found.contents as object));
        const { kind, value } = found.contents as { kind: string; value: string };
        assert.equal(kind, 'markdown');
        assert.ok(value.startsWith(`**${path.at(-1)}** · `), value);
        assert.ok(value.includes(doc.description));
        assert.ok(value.includes(`](${doc.link})`));
        const start = text.lastIndexOf(key, at + key.length);
        const range = { start: positionOf(text, start), end: positionOf(text, start + key.length) };
        assert.deepEqual(found.range, range);
      });
    }
  });
}

test('between the keys there is nothing to say', async () => {
  const uri = 'file:///home/jane/comment.kubeconfig';
  await client.open(uri, '# a comment\n\napiVersion: v1\nkind: Config\n');
  assert.equal(await hoverAt(uri, { line: 0, character: 4 }), null);
  assert.equal(await hoverAt(uri, { line: 1, character: 0 }), null);
});
