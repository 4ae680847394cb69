import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { chmodSync, cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { HoverRequest } from 'vscode-languageserver/node';
import { runTargetsRequest } from '../../server/protocol';
import { Client, fileUri } from './client';
import { root } from './paths';
import { approve, prepare, run } from './running';
import { assertNoTrace, leaks, leakyKubeconfig, newToken, pemBody, sampleKey } from './spill';
import { temporaryFolder } from './temporary';

const folder = temporaryFolder();

async function start(t: TestContext): Promise<Client> {
  const client = await Client.start({ initialize: { initializationOptions: { trusted: true } } });
  t.after(() => client.kill());
  return client;
}

for (const mode of leaks) {
  test(`a token that the plugin spills (${mode}) is in no byte that the server writes`, async (t) => {
    const client = await start(t);
    const token = newToken();
    const text = leakyKubeconfig(mode, token);
    const uri = fileUri(folder.write(`${mode}/kubeconfig`, text));
    await client.check(uri, text);
    await client.connection.sendRequest(runTargetsRequest, { uri });
    const report = await run(client, await approve(client, { uri }));
    assert.equal(report.verdict, mode === 'chatty' ? 'accepted' : 'rejected');
    assert.equal(await client.stop(), 0);
    const signature = token.slice(token.lastIndexOf('.') + 1);
    assertNoTrace(client.written, token, mode);
    assertNoTrace(client.written, signature, mode);
  });
}

test("the sample plugin's key is in no byte that the server writes", {
  skip: process.platform === 'win32' && 'the sample plugin is a shell script',
}, async (t) => {
  const client = await start(t);
  cpSync(path.join(root, 'test/sample'), folder.path, { recursive: true });
  chmodSync(path.join(folder.path, 'bin/sample-plugin'), 0o755);
  const file = path.join(folder.path, 'good.kubeconfig');
  const uri = fileUri(file);
  await client.open(uri, readFileSync(file, 'utf8'));
  const report = await run(client, await approve(client, { uri, user: 'with-certificate' }));
  assert.equal(report.credential?.certificate?.keyMatches, true);
  assert.equal(await client.stop(), 0);
  assertNoTrace(client.written, pemBody(sampleKey), 'the key');
});

const secret = () => `S3cret${randomBytes(24).toString('base64url')}`;

/** A kubeconfig with a secret in every field that can hold one, and faults that kubectl would quote. */
function secretive(next: () => string): string {
  const base64 = () => Buffer.from(next()).toString('base64');
  return `apiVersion: v1
kind: Config
current-context: exec
clusters:
  - name: sample
    cluster: { server: https://cluster.example.com, proxy-url: "http://jane:${next()}@proxy.example.com" }
contexts:
  - { name: exec, context: { cluster: sample, user: exec } }
  - { name: all, context: { cluster: sample, user: all } }
users:
  - name: all
    user:
      token: ${next()}
      username: jane
      password: ${next()}
      client-certificate-data: ${base64()}
      client-key-data: ${base64()}
      auth-provider: { name: oidc, config: { id-token: ${next()}, refresh-token: ${next()} } }
  - name: exec
    user:
      exec:
        apiVersion: client.authentication.k8s.io/v1
        command: ./gone
        args: [--token, ${next()}, --password=${next()}]
        env:
          - { name: CLIENT_SECRET, value: ${next()} }
        interactiveMode: Never
`;
}

test('secrets of the kubeconfig itself are repeated nowhere: not in a hover, a diagnostic or a plan', async (t) => {
  const client = await start(t);
  const secrets: string[] = [];
  const text = secretive(() => {
    const next = secret();
    secrets.push(next);
    return next;
  });
  const uri = fileUri(path.join(folder.path, 'secretive.kubeconfig'));
  const { diagnostics } = await client.check(uri, text);
  assert.ok(diagnostics.length > 0);
  for (const [line, content] of text.split('\n').entries()) {
    for (let character = 0; character < content.length; character += 4) {
      const at = { textDocument: { uri }, position: { line, character } };
      await client.connection.sendRequest(HoverRequest.type, at);
    }
  }
  await client.connection.sendRequest(runTargetsRequest, { uri });
  for (const user of ['all', 'exec']) await prepare(client, { uri, user });
  await run(client, await approve(client, { uri, user: 'exec' }));
  assert.equal(await client.stop(), 0);
  for (const each of secrets) assertNoTrace(client.written, each, each);
});

test('the password in a faulty URL is not repeated, although kubectl does', async (t) => {
  const client = await start(t);
  const password = secret();
  const faulty = ['http://jane:PW@host:port', 'https://jane:/PW@host', 'ftp://:PW@host', 'http://j:PW@ho st'];
  for (const [index, url] of faulty.entries()) {
    for (const field of ['server', 'proxy-url']) {
      const text = leakyKubeconfig('bare', 'x').replace(
        /server: .*/,
        `${field}: "${url.replace('PW', password)}"`,
      );
      const uri = fileUri(path.join(folder.path, `${field}-${index}`, 'kubeconfig'));
      await client.check(uri, text);
      await prepare(client, { uri });
    }
  }
  assert.equal(await client.stop(), 0);
  const written = client.written.toString();
  assert.match(written, /\[redacted\]@host:port/);
  assertNoTrace(client.written, password, 'the password');
});
