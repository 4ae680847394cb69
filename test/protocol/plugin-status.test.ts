import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { ErrorCodes, type ResponseError } from 'vscode-languageserver/node';
import { type PluginStatus, pluginStatusRequest } from '../../server/protocol';
import { Client, fileUri } from './client';
import { execKubeconfig } from './kubeconfigs';
import { approve, run } from './running';
import { temporaryFolder } from './temporary';

const folder = temporaryFolder();
const expiry = new Date(Math.ceil(Date.now() / 1000) * 1000 + 3_600_000).toISOString().replace('.000', '');
const credential = {
  apiVersion: 'client.authentication.k8s.io/v1',
  kind: 'ExecCredential',
  status: { token: 'made-up-token', expirationTimestamp: expiry },
};
const marker = `${folder.path}/executed`;
const plugin = folder.write(
  'made-up-login',
  `#!/bin/sh\necho x >>'${marker}'\ncat <<'END'\n${JSON.stringify(credential)}\nEND\n`,
  0o755,
);
const text = execKubeconfig({ command: plugin });
const uri = fileUri(folder.write('kubeconfig', text));
const options = { skip: process.platform === 'win32' && 'the plugin is a shell script', timeout: 60_000 };

let client: Client;
before(async () => {
  client = await Client.start({ initialize: { initializationOptions: { trusted: true } } });
  await client.open(uri, text);
});
after(() => client.kill());

const statusOf = (of: string) =>
  client.connection.sendRequest<PluginStatus | null>(pluginStatusRequest, { uri: of });

/** The name of the plugin of an exec block. */
async function nameOf(command: string, args: readonly string[] = []): Promise<string | undefined> {
  const other = `untitled:${Math.random()}`;
  await client.open(other, execKubeconfig({ command, args }));
  const status = await statusOf(other);
  await client.close(other);
  return status?.plugin;
}

describe("the current context's plugin", options, () => {
  test('has no last run before it was run, and nothing is run to know it', async () => {
    const status = { context: 'here', user: 'jane', plugin: 'made-up-login', lastRun: null };
    assert.deepEqual(await statusOf(uri), status);
    assert.throws(() => readFileSync(marker));
  });

  test('tells when the credential of its last run expires, until the block changes', async () => {
    const before = Date.now();
    await run(client, await approve(client, { uri }));
    const { lastRun } = (await statusOf(uri)) ?? {};
    assert.deepEqual(
      { ...lastRun, endedAt: '', expiresAt: '' },
      {
        verdict: 'accepted',
        why: null,
        summary: 'kubectl would accept this credential.',
        endedAt: '',
        expiresAt: '',
      },
    );
    // It is counted from the end of the run.
    assert.ok(Math.abs(Date.parse(lastRun?.expiresAt ?? '') - Date.parse(expiry)) < 1000);
    assert.ok(Date.parse(lastRun?.endedAt ?? '') >= before);
    await client.change(uri, 2, { text: text.replace('"Never"', '"IfAvailable"') });
    assert.equal((await statusOf(uri))?.lastRun, null);
    await client.change(uri, 3, { text });
    assert.deepEqual((await statusOf(uri))?.lastRun, lastRun);
  });

  test('goes by a name that fits on a line, without secrets', async () => {
    assert.equal(await nameOf('/usr/local/bin/aws', ['eks', 'get-token', '--cluster-name', 'x']), 'aws');
    assert.equal(await nameOf('kubectl', ['oidc-login', 'get-token']), 'int128-kubelogin');
    assert.equal(await nameOf('./tool --with arguments'), 'tool');
    const secret = 'ghp_0123456789abcdefghijABCDEFGHIJ012345';
    assert.doesNotMatch((await nameOf(`./${secret}`)) ?? '', /0123456789/);
  });
});

test('is found where another file of KUBECONFIG has the user', options, async (t) => {
  const [, users = ''] = text.split('users:\n');
  const first = folder.write('first', text.slice(0, text.indexOf('users:')));
  const second = folder.write('second', `apiVersion: v1\nkind: Config\nusers:\n${users}`);
  const settings = { kubeconfig: [first, second] };
  const merging = await Client.start({ initialize: { initializationOptions: { trusted: true, settings } } });
  t.after(() => merging.kill());
  for (const file of [first, second]) await merging.open(fileUri(file), readFileSync(file, 'utf8'));
  await run(merging, await approve(merging, { uri: fileUri(first) }));
  for (const file of [first, second]) {
    const request = { uri: fileUri(file) };
    const status = await merging.connection.sendRequest<PluginStatus>(pluginStatusRequest, request);
    assert.deepEqual([status.user, status.lastRun?.verdict], ['jane', 'accepted'], file);
  }
});

test('there is none', options, async () => {
  const others = {
    'no current context': text.replace('current-context: here', ''),
    'a user without a plugin': text.replace(/exec: .*/, 'token: made-up'),
    'another document': 'kind: ExecCredential\napiVersion: client.authentication.k8s.io/v1\n',
    'something else': 'kind: Pod\n',
  };
  for (const [title, other] of Object.entries(others)) {
    const of = `untitled:${title}`;
    await client.open(of, other);
    assert.equal(await statusOf(of), null, title);
  }
  assert.equal(await statusOf('file:///nowhere'), null);
  await assert.rejects(
    client.connection.sendRequest(pluginStatusRequest, {}),
    ({ code }: ResponseError) => code === ErrorCodes.InvalidParams,
  );
});
