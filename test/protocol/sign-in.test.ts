import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { type TestContext, test } from 'node:test';
import {
  LSPErrorCodes,
  ResponseError,
  ShowDocumentRequest,
  ShowMessageNotification,
  ShowMessageRequest,
} from 'vscode-languageserver/node';
import {
  type RunReport,
  type SignInParams,
  type SignInUrl,
  signInNotification,
  signInOverRequest,
  signInUrlRequest,
} from '../../server/protocol';
import { Client, fileUri } from './client';
import { execKubeconfig } from './kubeconfigs';
import { server } from './paths';
import { approve, run } from './running';
import { assertNoTrace, newToken } from './spill';
import { temporaryFolder } from './temporary';
import { noTerminal, Terminal } from './terminal';

const folder = temporaryFolder();
const skip = process.platform === 'win32' && 'the plugin of this test is a shell script';
const options = { skip, timeout: 60_000 };
const url = 'https://login.example.com/device?state=Zm9yLXRoaXMtbG9naW4tb25seQ';

/** Writes words to standard error, in pieces, and waits until it is let go. */
const waiting = `#!/bin/sh
printf '%s' 'To sign in, use a web browser to open the page https://login.exa' >&2
printf '%s\\n' "mple.com/device?state=\${2:-Zm9yLXRoaXMtbG9naW4tb25seQ} and enter" 'the code WDJB-MJHT to authenticate.' >&2
until [ -e "$1" ]; do sleep 0.02; done
echo '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{"token":"made-up"}}'
`;

/** A plugin that asks its user to log in, and what lets it go on. `state`: what its address holds besides. */
function plugin({ name }: TestContext, state?: string) {
  const place = state === undefined ? name : `${name}, hidden`;
  const gate = `${folder.path}/${place}/gate`;
  const command = folder.write(`${place}/waiting`, waiting, 0o755);
  const env = state === undefined ? {} : { API_TOKEN: state };
  const text = execKubeconfig({ command, args: [gate, ...(state ? [state] : [])], env });
  const file = folder.write(`${place}/kubeconfig`, text);
  return { text, file, uri: fileUri(file), letGo: () => folder.write(`${place}/gate`, '') };
}

async function start(t: TestContext, initializationOptions: object, capabilities = {}): Promise<Client> {
  const client = await Client.start({
    initialize: { initializationOptions: { trusted: true, ...initializationOptions }, capabilities },
  });
  t.after(() => client.kill());
  return client;
}

function signInOf({ connection }: Client): Promise<SignInParams> {
  return new Promise((resolve) => connection.onNotification(signInNotification, resolve));
}

async function running(client: Client, { uri, text }: ReturnType<typeof plugin>): Promise<RunReport> {
  await client.open(uri, text);
  return run(client, await approve(client, { uri }));
}

const over = (error: unknown) =>
  error instanceof ResponseError &&
  error.code === LSPErrorCodes.RequestFailed &&
  /any more/.test(error.message);

test('the client is told while the plugin waits, and has the address only if it asks', options, async (t) => {
  const client = await start(t, { showsSignIns: true });
  const waits = plugin(t);
  const told = signInOf(client);
  const report = running(client, waits);
  const { id, ...rest } = await told;
  assert.deepEqual(rest, { uri: waits.uri, user: 'jane', host: 'login.example.com', code: 'WDJB-MJHT' });
  assert.ok(!client.written.includes('/device'), 'nobody has asked for the address yet');
  const { connection } = client;
  assert.deepEqual(await connection.sendRequest<SignInUrl>(signInUrlRequest, { id }), { url });
  await assert.rejects(connection.sendRequest(signInUrlRequest, { id: 'x' }), over);
  assert.equal(await connection.sendRequest(signInOverRequest, { id: 'x' }), null);
  let isOver = false;
  const end = connection.sendRequest(signInOverRequest, { id }).then(() => {
    isOver = true;
  });
  // Asked later, answered before.
  await connection.sendRequest(signInUrlRequest, { id });
  assert.equal(isOver, false, 'the plugin still waits');
  waits.letGo();
  assert.equal((await report).verdict, 'accepted');
  await end;
  await assert.rejects(connection.sendRequest(signInUrlRequest, { id }), over);
});

test('nothing of an address with a secret of the kubeconfig is told', options, async (t) => {
  const client = await start(t, { showsSignIns: true });
  const secret = newToken().slice(-60);
  const waits = plugin(t, secret);
  const seen: SignInParams[] = [];
  client.connection.onNotification(signInNotification, (params: SignInParams) => {
    seen.push(params);
  });
  const report = running(client, waits);
  // One that may be told, and that begins later, has been told by then.
  const clock = await start(t, { showsSignIns: true });
  const other = plugin(t);
  const told = signInOf(clock);
  const later = running(clock, other);
  await told;
  waits.letGo();
  other.letGo();
  const { stderr } = await report;
  await later;
  assert.deepEqual(seen, []);
  // A letter before it may be part of another form of the secret.
  assert.match(stderr, /device\?stat.{0,2}\[redacted\]/);
  assertNoTrace(client.written, secret, 'the wire');
});

test(
  'an editor that knows nothing of it asks its user, and opens the address if he wants',
  options,
  async (t) => {
    const capabilities = { window: { showDocument: { support: true } } };
    const client = await start(t, {}, capabilities);
    const waits = plugin(t);
    const { connection } = client;
    const asked = new Promise<string>((resolve) =>
      connection.onRequest(ShowMessageRequest.type, ({ message, actions }) => {
        resolve(message);
        return actions?.[0];
      }),
    );
    const opened = new Promise<unknown>((resolve) =>
      connection.onRequest(ShowDocumentRequest.type, (params) => {
        resolve(params);
        return { success: true };
      }),
    );
    const report = running(client, waits);
    assert.equal(
      await asked,
      'Log in at login.example.com and enter the code WDJB-MJHT: the plugin of "jane" waits for it.',
    );
    assert.deepEqual(await opened, { uri: url, external: true });
    waits.letGo();
    assert.equal((await report).verdict, 'accepted');
  },
);

test(
  'an editor that can open nothing shows the address without what the plugin has put into it',
  options,
  async (t) => {
    const client = await start(t, {});
    const waits = plugin(t);
    const shown = new Promise<string>((resolve) =>
      client.connection.onNotification(ShowMessageNotification.type, ({ message }) => resolve(message)),
    );
    const report = running(client, waits);
    assert.equal(
      await shown,
      'Log in at https://login.example.com/device and enter the code WDJB-MJHT: the plugin of "jane" waits for it.',
    );
    waits.letGo();
    await report;
  },
);

test('the command line says it while the plugin waits, on standard error', options, async (t) => {
  const waits = plugin(t);
  const args = [server, 'run', waits.file, '--yes', '--format', 'json'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  t.after(() => child.kill('SIGKILL'));
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  await new Promise<void>((resolve) => {
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
      if (stderr.endsWith('\n')) resolve();
    });
  });
  const plain = 'https://login.example.com/device';
  assert.equal(stderr, `The plugin waits: log in at ${plain} and enter the code WDJB-MJHT.\n`);
  assert.equal(stdout, '');
  waits.letGo();
  assert.equal(await new Promise((resolve) => child.once('close', resolve)), 0);
  assert.equal((JSON.parse(stdout) as RunReport).verdict, 'accepted');
});

test('on a terminal it says the whole address', { ...options, skip: skip || noTerminal }, async (t) => {
  const waits = plugin(t);
  const terminal = new Terminal(t, [process.execPath, server, 'run', waits.file, '--yes']);
  await terminal.says(`log in at ${url} and enter the code WDJB-MJHT.`);
  waits.letGo();
  assert.equal(await terminal.code, 0);
});
