import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { CompletionItem, Diagnostic, Hover } from 'vscode-languageserver/node';
import manifest from '../../package.json';
import { uniqueKeys } from '../../src/client/doubles';
import { quietSchema, quietSchemaUri } from '../../src/client/quiet-schema';
import { Client, fileUri } from './client';
import { root } from './paths';

// The server of Red Hat's YAML extension, as that extension talks to it.

const [association = assert.fail('no yamlValidation')] = manifest.contributes.yamlValidation;
const schema = fileUri(path.join(root, association.url));

class YamlServer {
  private constructor(readonly client: Client) {}

  /** `leaves`: whether our documents are left to us. */
  static async start(leaves: boolean): Promise<YamlServer> {
    const client = await Client.start({
      bundle: path.join(root, 'node_modules/yaml-language-server/bin/yaml-language-server'),
      initialize: {
        capabilities: {
          workspace: { configuration: true },
          textDocument: { completion: { completionItem: { snippetSupport: true } } },
        },
      },
    });
    const { connection } = client;
    const yaml = { validate: true, hover: true, completion: true, schemaStore: { enable: false } };
    connection.onRequest('workspace/configuration', ({ items }: { items: { section: string }[] }) =>
      items.map(({ section }) => (section === 'yaml' ? yaml : null)),
    );
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest('custom/schema/request', () => (leaves ? [quietSchemaUri('kubeconfig')] : []));
    connection.onRequest('custom/schema/content', quietSchema);
    await connection.sendNotification('yaml/registerCustomSchemaRequest', {});
    // Patterns that begin with neither a slash nor a "!" get a slash there.
    const fileMatch = association.fileMatch.map((pattern) => pattern.replace(/^(?![/!])/, '/'));
    await connection.sendNotification('json/schemaAssociations', [{ fileMatch, uri: schema }]);
    return new YamlServer(client);
  }

  async diagnostics(file: string, text: string): Promise<Diagnostic[]> {
    const uri = fileUri(file);
    await this.client.open(uri, text);
    return (await this.client.diagnostics(uri, undefined)).diagnostics;
  }

  /** As Markdown. No editor shows an empty one. */
  async hover(file: string, line: number, character: number): Promise<string> {
    const hover = await this.#at<Hover>('textDocument/hover', file, line, character);
    return (hover.contents as { value: string }).value;
  }

  async labels(file: string, line: number, character: number): Promise<string[]> {
    const list = await this.#at<{ items: CompletionItem[] }>(
      'textDocument/completion',
      file,
      line,
      character,
    );
    return list.items.map(({ label }) => label);
  }

  #at<R>(method: string, file: string, line: number, character: number): Promise<R> {
    const params = { textDocument: { uri: fileUri(file) }, position: { line, character } };
    return this.client.connection.sendRequest<R>(method, params);
  }
}

const faulty = `apiVersion: v1
kind: Config
users:
- name: dev
  user:
    exec:
      command: 1
      interactiveMode: Never
      
`;

describe('with our documents left to us, it', () => {
  let server: YamlServer;
  before(async () => {
    server = await YamlServer.start(true);
  });
  after(() => server.client.kill());

  test('reports nothing but what is no YAML', async () => {
    assert.deepEqual(await server.diagnostics('/here/.kube/config', faulty), []);
    const broken = await server.diagnostics('/here/broken.kubeconfig', 'users: [\n');
    assert.ok(broken.length > 0);
    for (const { source, severity } of broken)
      assert.deepEqual({ source, severity }, { source: 'YAML', severity: 1 });
  });

  test('calls a key that stands twice an error, in words that doubles.ts knows', async () => {
    const found = await server.diagnostics('/here/twice.kubeconfig', 'users: []\nusers: []\n');
    assert.ok(found.length > 0);
    for (const { source, severity, message } of found) {
      assert.deepEqual([source, severity], ['YAML', 1]);
      assert.match(`${message}`, uniqueKeys);
    }
  });

  test('explains and proposes nothing', async () => {
    for (const [line, character] of [
      [0, 2],
      [6, 8],
      [7, 24],
    ] as const) {
      assert.equal(await server.hover('/here/.kube/config', line, character), '');
    }
    assert.deepEqual(await server.labels('/here/.kube/config', 8, 6), []);
    assert.deepEqual(await server.labels('/here/.kube/config', 7, 23), []);
  });
});

describe('where the server does not see a kubeconfig, it', () => {
  let server: YamlServer;
  before(async () => {
    server = await YamlServer.start(false);
  });
  after(() => server.client.kill());

  test('knows it by its name', async () => {
    const messages = (await server.diagnostics('/here/.kube/config', faulty)).map(({ message }) => message);
    assert.match(messages.join('\n'), /Missing property "apiVersion"/);
    assert.match(messages.join('\n'), /Incorrect type/);
    const hover = await server.hover('/here/.kube/config', 7, 8);
    assert.match(hover, /Whether the plugin may talk to the user/);
    assert.ok((await server.labels('/here/.kube/config', 8, 6)).includes('provideClusterInfo'));
    assert.ok((await server.labels('/here/.kube/config', 7, 23)).includes('IfAvailable'));
  });

  test('leaves files alone that have such a name by chance', async () => {
    const secret = 'apiVersion: v1\nkind: Secret\n';
    for (const name of [
      '/here/kubeconfig-secret.yaml',
      '/here/etc/kubernetes/kubeadm.conf',
      '/here/pod.yaml',
    ]) {
      assert.deepEqual(await server.diagnostics(name, secret), []);
    }
    assert.notDeepEqual(await server.diagnostics('/here/kubeconfig-secret', secret), []);
  });

  test('finds no fault in a kubeconfig that kubectl accepts', async () => {
    const folder = path.join(root, 'test/conformance/realworld');
    const names = readdirSync(folder).filter((name) => name.endsWith('.yaml') && !name.startsWith('broken-'));
    const faults = names.map(async (name) => {
      const text = readFileSync(path.join(folder, name), 'utf8');
      const found = await server.diagnostics(`/here/${name.replace('.yaml', '.kubeconfig')}`, text);
      const errors = found.filter(({ source }) => source?.startsWith('yaml-schema'));
      return errors.map(({ message, range }) => [name, range.start.line, message]);
    });
    assert.deepEqual((await Promise.all(faults)).flat(), []);
    assert.ok(names.length > 30, `${names.length}`);
  });
});
