import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Diagnostic, DiagnosticSeverity, HoverRequest } from 'vscode-languageserver/node';
import { Client } from './client';
import { execKubeconfig } from './kubeconfigs';
import { rangeOf } from './ranges';

const noCommand = `apiVersion: v1
kind: Config
current-context: here
clusters:
  - { name: sample, cluster: { server: https://cluster.example.com } }
contexts:
  - { name: here, context: { cluster: sample, user: 🦊 } }
users:
  - { name: 🦊, user: { exec: { apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never } } }
`;

let client: Client;
let opened = 0;
before(async () => {
  client = await Client.start();
});
after(() => client.kill());

/** Each test has a document of its own. */
const newUri = (name: string) => `file:///home/jane/${++opened}/${name}`;

async function diagnosticsOf(name: string, text: string, languageId?: string): Promise<Diagnostic[]> {
  return (await client.check(newUri(name), text, languageId)).diagnostics;
}

describe('what is published', () => {
  test('for a YAML kubeconfig: code, link, severity, version and the exact place', async () => {
    const uri = newUri('kubeconfig.yaml');
    await client.open(uri, noCommand, 'yaml', 7);
    const { diagnostics, version } = await client.diagnostics(uri, 7);
    assert.equal(version, 7);
    const [found, ...others] = diagnostics;
    assert.deepEqual(others, []);
    const { message, codeDescription, ...rest } = found ?? assert.fail('nothing was found');
    assert.deepEqual(rest, {
      source: 'kubeconfig-exec',
      code: 'command-missing',
      severity: DiagnosticSeverity.Error,
      range: rangeOf(noCommand, 'exec'),
    });
    const [words, kubectl] = `${message}`.split('\n');
    assert.equal(words, 'The plugin has no command. Add "command" with the name or path of the program.');
    assert.match(kubectl ?? '', /^kubectl: command must be specified for 🦊 to use exec/);
    assert.match(codeDescription?.href ?? '', /^https:\/\/kubernetes\.io\/docs\//);
  });

  test('for a JSON kubeconfig', async () => {
    const text = `{
  "apiVersion": "v1", "kind": "Config", "current-context": "gone",
  "users": [{ "name": "jane", "user": { "exec": { "args": [1] } } }]
}`;
    const found = await diagnosticsOf('kubeconfig.json', text, 'json');
    const places = found.map(({ code, range }) => ({ code, range }));
    const missing = { code: 'current-context-not-found', range: rangeOf(text, '"gone"') };
    const wrongType = { code: 'wrong-type', range: { ...rangeOf(text, '1] } }') } };
    wrongType.range.end = { ...wrongType.range.start, character: wrongType.range.start.character + 1 };
    for (const place of [missing, wrongType]) {
      assert.ok(
        places.some((each) => JSON.stringify(each) === JSON.stringify(place)),
        JSON.stringify(places),
      );
    }
  });

  test('for an ExecCredential', async () => {
    const text = `apiVersion: client.authentication.k8s.io/v1
kind: ExecCredential
status:
  token: made-up
  clientKeyData: made-up
`;
    const [found, ...others] = await diagnosticsOf('answer.yaml', text);
    assert.deepEqual(others, []);
    assert.equal(found?.severity, DiagnosticSeverity.Error);
    assert.deepEqual(found.range, rangeOf(text, 'clientKeyData'));
  });

  test('for text that is no YAML at all', async () => {
    const found = await diagnosticsOf('kubeconfig', 'apiVersion: v1\nkind: Config\nusers: [\n');
    assert.ok(found.some(({ severity }) => severity === DiagnosticSeverity.Error));
  });
});

describe('other documents', () => {
  test('are left alone: nothing is published, nothing answered', async () => {
    const others = [
      [newUri('deployment.yaml'), 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: {'],
      [newUri('compose.yaml'), 'services:\n  web: { image: nginx }\n  web: [\n'],
      [newUri('package.json'), '{ "name": "web", '],
    ] as const;
    for (const [uri, text] of others) await client.open(uri, text);
    await client.check(newUri('config.kubeconfig'), noCommand);
    for (const [uri] of others) {
      assert.equal(client.published.filter((params) => params.uri === uri).length, 0);
      const position = { line: 0, character: 2 };
      const answer = await client.connection.sendRequest(HoverRequest.type, {
        textDocument: { uri },
        position,
      });
      assert.equal(answer, null);
      await client.close(uri);
    }
    await client.check(newUri('config.kubeconfig'), noCommand);
    const uris = new Set<string>(others.map(([uri]) => uri));
    assert.deepEqual(
      client.published.filter(({ uri }) => uris.has(uri)),
      [],
    );
  });

  test('are checked once they have become kubeconfigs, and cleared when they cease to be', async () => {
    const uri = newUri('new.yaml');
    await client.open(uri, 'hello: world\n');
    await client.change(uri, 2, { text: noCommand });
    assert.equal((await client.diagnostics(uri, 2)).diagnostics.length, 1);
    await client.change(uri, 3, { text: 'hello: world\n' });
    assert.deepEqual((await client.diagnostics(uri, undefined)).diagnostics, []);
  });
});

describe('edits and the end', () => {
  test('incremental edits leave what a document with the resulting text would show', async () => {
    const uri = newUri('kubeconfig.yaml');
    const start = noCommand.replaceAll('\n', '\r\n');
    await client.check(uri, start);
    const name = rangeOf(start, 'current-context: here');
    // The second edit counts in the text that the first has left.
    await client.change(
      uri,
      2,
      { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '# 🦊\r\n' },
      {
        range: { start: { line: name.start.line + 1, character: 17 }, end: { line: 3, character: 21 } },
        text: 'gone',
      },
    );
    const edited = await client.diagnostics(uri, 2);
    const result = `# 🦊\r\n${start.replace('current-context: here', 'current-context: gone')}`;
    assert.deepEqual(edited.diagnostics, await diagnosticsOf('kubeconfig.yaml', result));
    const place = edited.diagnostics.find(({ code }) => code === 'current-context-not-found');
    assert.deepEqual(place?.range, rangeOf(result, 'gone'));
  });

  test('many quick edits end in the diagnostics of the last', async () => {
    const uri = newUri('kubeconfig.yaml');
    await client.check(uri, execKubeconfig({ command: 'plugin' }));
    for (let version = 2; version <= 40; version++) {
      await client.change(uri, version, { text: execKubeconfig({ command: 'p'.repeat(version) }) });
    }
    await client.change(uri, 41, { text: noCommand });
    assert.equal((await client.diagnostics(uri, 41)).diagnostics[0]?.code, 'command-missing');
  });

  test('closing clears; opening again with the same version shows the new text', async () => {
    const uri = newUri('kubeconfig.yaml');
    assert.equal((await client.check(uri, noCommand)).diagnostics.length, 1);
    await client.close(uri);
    assert.deepEqual((await client.diagnostics(uri, undefined)).diagnostics, []);
    client.published.length = 0;
    const again = await client.check(uri, noCommand.replace('Never', 'Never, command: plugin'));
    assert.deepEqual(again.diagnostics, []);
  });
});
