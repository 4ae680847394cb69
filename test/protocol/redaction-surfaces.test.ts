import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import {
  CodeActionRequest,
  CodeLensRequest,
  CompletionRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  SemanticTokensRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver/node';
import { judgeRequest, type RunReport, runTargetsRequest } from '../../server/protocol';
import { Client, fileUri } from './client';
import { kubeconfigExec } from './command';
import { approve, prepare, run } from './running';
import { assertNoTrace } from './spill';
import { temporaryFolder } from './temporary';

const folder = temporaryFolder();
const users = ['plain', 'flag', 'kubectl', 'wrapper', 'env', 'docker', 'shell', 'line'] as const;

/**
 * Secrets that nobody has seen before, and a kubeconfig with one in every place that can hold one. `faults`:
 * also in those that make kubectl refuse the whole file.
 */
function secretive({ faults }: { readonly faults: boolean }) {
  const secrets: string[] = [];
  const next = () => {
    const secret = `S3cret${randomBytes(24).toString('base64url')}`;
    secrets.push(secret);
    return secret;
  };
  const base64 = () => Buffer.from(next()).toString('base64');
  const tokenFile = folder.write('token', `${next()}\n`);
  const login = '[oidc-login, get-token, --oidc-issuer-url=https://i.example.com, --oidc-client-id=x';
  const doctl = 'kubernetes, cluster, kubeconfig, exec-credential, --version=v1beta1, abc';
  const exec = (command: string, args: string, more = '') =>
    `{ exec: { apiVersion: client.authentication.k8s.io/v1, command: ${command}, args: ${args}, interactiveMode: Never, provideClusterInfo: true${more} } }`;
  const other = () => `  - name: other
    user:
      token: [${next()}]
      password: { deep: ${next()} }
      tokn: ${next()}
      client-key-data: "${next()}!"
      token: ${next()}
`;
  const text = `apiVersion: v1
kind: Config
current-context: flag
clusters:
  - name: sample
    cluster:
      server: "https://admin:${next()}@cluster.example.com/x"
      proxy-url: "http://jane:${next()}@proxy.example.com"
      extensions:
        - name: client.authentication.k8s.io/exec
          extension: { clientSecret: ${next()}, nested: { password: ${next()} } }
  - name: faulty
    cluster:
      server: "https://admin:${next()}@host:port"
      proxy-url: "ftp://jane:${next()}@proxy"
contexts:
${users.map((user) => `  - { name: ${user}, context: { cluster: sample, user: ${user} } }`).join('\n')}
  - { name: faulty, context: { cluster: faulty, user: plain } }
users:
  - name: plain
    user:
      token: ${next()}
      tokenFile: ${JSON.stringify(tokenFile)}
      username: jane
      password: ${next()}
      client-certificate-data: ${base64()}
      client-key-data: ${base64()}
      apiToken: ${next()}
      auth-provider: { name: oidc, config: { id-token: ${next()}, refresh-token: ${next()}, client-secret: ${next()} } }
  - name: flag
    user: ${exec('doctl', `[${doctl}, -t, ${next()}, --access-token=${next()}]`)}
  - name: kubectl
    user: ${exec('kubectl', `${login}, --password, ${next()}, --oidc-client-secret=${next()}]`)}
  - name: wrapper
    user: ${exec('aws-vault', `[exec, p, --, doctl, ${doctl}, -t${next()}]`)}
  - name: env
    user: ${exec('env', `[API_TOKEN=${next()}, ./gone]`, `, env: [{ name: CLIENT_SECRET, value: ${next()} }, { name: SCW_SECRET_KEY, value: ${next()} }]`)}
  - name: docker
    user: ${exec('docker', `[run, -e, AWS_SECRET_ACCESS_KEY=${next()}, --env=TOKEN=${next()}, "ghcr.io/int128/kubelogin:v1", get-token, --password=${next()}]`)}
  - name: shell
    user: ${exec('sh', `[-c, "./gone --token ${next()} --header 'Authorization: Bearer ${next()}'"]`)}
  - name: line
    user: ${exec(`"./gone get --token ${next()}"`, '[]')}
${faults ? other() : ''}`;
  return { secrets, text };
}

async function start(t: TestContext): Promise<Client> {
  const client = await Client.start({
    initialize: {
      initializationOptions: { trusted: true },
      capabilities: { textDocument: { codeAction: { codeActionLiteralSupport: literals } } },
    },
  });
  t.after(() => client.kill());
  return client;
}
const literals = { codeActionKind: { valueSet: ['quickfix', 'refactor'] } };

/** A place in every word of a text. */
function* places(text: string) {
  for (const [line, content] of text.split('\n').entries()) {
    for (let character = 0; character <= content.length; character += 5) yield { line, character };
  }
}

test('what the kubeconfig holds is in nothing that an editor shows', { timeout: 120_000 }, async (t) => {
  const client = await start(t);
  const { secrets, text } = secretive({ faults: false });
  const uri = fileUri(path.join(folder.path, 'kubeconfig'));
  const { connection } = client;
  const textDocument = { uri };
  const { diagnostics } = await client.check(uri, text);
  assert.ok(diagnostics.length > 5);
  let hovers = 0;
  for (const position of places(text)) {
    if (await connection.sendRequest(HoverRequest.type, { textDocument, position })) hovers++;
  }
  assert.ok(hovers > 50);
  const faulty = secretive({ faults: true });
  const faultyUri = fileUri(path.join(folder.path, 'faulty', 'kubeconfig'));
  await client.check(faultyUri, faulty.text);
  for (const position of places(faulty.text))
    await connection.sendRequest(HoverRequest.type, { textDocument: { uri: faultyUri }, position });
  await prepare(client, { uri: faultyUri, user: 'env' });
  const range = { start: { line: 0, character: 0 }, end: { line: text.split('\n').length, character: 0 } };
  const hints = await connection.sendRequest(InlayHintRequest.type, { textDocument, range });
  const lenses = await connection.sendRequest(CodeLensRequest.type, { textDocument });
  const symbols = await connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
  assert.ok(hints && lenses && symbols);
  await connection.sendRequest(WorkspaceSymbolRequest.type, { query: '' });
  await connection.sendRequest(DocumentLinkRequest.type, { textDocument });
  await connection.sendRequest(FoldingRangeRequest.type, { textDocument });
  await connection.sendRequest(SemanticTokensRequest.type, { textDocument });
  await connection.sendRequest(runTargetsRequest, { uri });
  for (const user of users) await prepare(client, { uri, user, force: true });
  for (const user of ['env', 'shell', 'line'])
    await run(client, await approve(client, { uri, user, force: true }));
  await run(client, await approve(client, { uri, user: 'env', context: 'faulty', force: true }));
  assert.equal(await client.stop(), 0);
  assert.match(client.written.toString(), /--token \[redacted\]/);
  for (const [at, secret] of [...secrets, ...faulty.secrets].entries())
    assertNoTrace(client.written, secret, `secret ${at}`);
});

test('no title of a code action and no label of a completion quotes a secret', {
  timeout: 120_000,
}, async (t) => {
  const client = await start(t);
  const { secrets, text } = secretive({ faults: true });
  const uri = fileUri(path.join(folder.path, 'kubeconfig'));
  const textDocument = { uri };
  const { diagnostics } = await client.check(uri, text);
  const shown: string[] = [];
  for (const position of places(text)) {
    const range = { start: position, end: position };
    const here = diagnostics.filter(({ range: { start } }) => start.line === position.line);
    const context = { diagnostics: here };
    const actions = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument,
      range,
      context,
    });
    shown.push(...(actions ?? []).map(({ title }) => title));
    const found = await client.connection.sendRequest(CompletionRequest.type, { textDocument, position });
    const items = Array.isArray(found) ? found : (found?.items ?? []);
    // The edit may take out what stands there; it is not shown.
    shown.push(
      ...items.map(({ textEdit, additionalTextEdits, filterText, ...rest }) => JSON.stringify(rest)),
    );
  }
  assert.ok(shown.length > 50);
  for (const [at, secret] of secrets.entries())
    assertNoTrace(Buffer.from(shown.join('\n')), secret, `secret ${at}`);
});

/** An answer with a secret in each field that can hold one, and faults beside them. */
function secretiveAnswer() {
  // Where a name belongs it is told by its looks alone.
  const secrets = Array.from({ length: 7 }, () => `S3cret${randomBytes(24).toString('hex')}`);
  const [token, key, time, refresh, name, kind, deep] = secrets;
  const text = `kind: ExecCredential
apiVersion: client.authentication.k8s.io/v1
status:
  token: [${token}]
  clientKeyData: ${key}
  expirationTimestamp: ${time}
  refreshToken: ${refresh}
  ${name}: 1
spec: { kind: ${kind}, deep: [{ id_token: ${deep} }] }
`;
  return { secrets, text };
}

test('what an ExecCredential holds is in nothing that an editor shows', async (t) => {
  const client = await start(t);
  const { secrets, text } = secretiveAnswer();
  const uri = fileUri(path.join(folder.path, 'credential.yaml'));
  const { diagnostics } = await client.check(uri, text);
  assert.ok(diagnostics.length > 0);
  for (const position of places(text))
    await client.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
  await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } });
  const report = await client.connection.sendRequest<RunReport>(judgeRequest, { uri });
  assert.equal(report.verdict, 'rejected');
  // An edit may take up what stands there; it is not shown.
  const written = client.written;
  const titles: string[] = [];
  for (const { range } of diagnostics) {
    const params = { textDocument: { uri }, range, context: { diagnostics } };
    const actions = await client.connection.sendRequest(CodeActionRequest.type, params);
    titles.push(...(actions ?? []).map(({ title }) => title));
  }
  assert.ok(titles.includes('Remove it'));
  for (const [at, secret] of secrets.entries())
    assertNoTrace(Buffer.concat([written, Buffer.from(titles.join('\n'))]), secret, `secret ${at}`);
});

for (const format of ['text', 'json', 'sarif', 'github']) {
  test(`what an ExecCredential holds is not in the ${format} of check`, async () => {
    const { secrets, text } = secretiveAnswer();
    const { stdout, stderr } = await kubeconfigExec([
      'check',
      folder.write('credential.yaml', text),
      '--format',
      format,
    ]);
    assert.ok(stdout.length > 100, stderr);
    for (const [at, secret] of secrets.entries())
      assertNoTrace(Buffer.from(stdout + stderr), secret, `secret ${at}`);
  });
}

for (const format of ['text', 'json', 'sarif', 'github']) {
  test(`what the kubeconfig holds is not in the ${format} of check`, async () => {
    const { secrets, text } = secretive({ faults: true });
    const file = folder.write('kubeconfig', text);
    const { stdout, stderr } = await kubeconfigExec(['check', file, '--format', format]);
    assert.ok(stdout.length > 100, stderr);
    for (const [at, secret] of secrets.entries())
      assertNoTrace(Buffer.from(stdout + stderr), secret, `secret ${at}`);
  });
}

for (const format of ['text', 'json', 'junit']) {
  test(`what the kubeconfig holds is not in the ${format} of run`, async () => {
    const { secrets, text } = secretive({ faults: false });
    const file = folder.write('kubeconfig', text);
    for (const user of ['env', 'shell', 'line']) {
      const args = ['run', file, '--user', user, '--yes', '--force', '--format', format];
      const { stdout, stderr } = await kubeconfigExec(args);
      assert.ok(stdout.length > 100, stderr);
      for (const [at, secret] of secrets.entries())
        assertNoTrace(Buffer.from(stdout + stderr), secret, `${user}: secret ${at}`);
    }
  });
}
