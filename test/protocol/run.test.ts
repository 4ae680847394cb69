import assert from 'node:assert/strict';
import { chmodSync, cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { trustGranted } from '../../server/protocol';
import { Client, fileUri } from './client';
import { execKubeconfig } from './kubeconfigs';
import { root } from './paths';
import { approve, run } from './running';
import { temporaryFolder } from './temporary';

const folder = temporaryFolder();
const sample = path.join(folder.path, 'sample');
cpSync(path.join(root, 'test/sample'), sample, { recursive: true });
chmodSync(path.join(sample, 'bin/sample-plugin'), 0o755);
const uri = fileUri(path.join(sample, 'good.kubeconfig'));
const text = readFileSync(path.join(sample, 'good.kubeconfig'), 'utf8');
const marker = path.join(folder.path, 'executed');
const options = { skip: process.platform === 'win32' && 'the sample plugin is a shell script' };

async function start(trusted: boolean): Promise<Client> {
  const client = await Client.start({
    initialize: { initializationOptions: { trusted } },
    env: { ...process.env, SAMPLE_PLUGIN_MARKER: marker },
  });
  await client.open(uri, text);
  return client;
}

let client: Client;
before(async () => {
  client = await start(true);
});
after(() => client.kill());

const executed = () => {
  try {
    return readFileSync(marker, 'utf8').trim().split('\n');
  } catch {
    return [];
  }
};

async function runUser(user: string) {
  return run(client, await approve(client, { uri, user }));
}

const refused = (words: RegExp) => (error: unknown) => {
  assert.ok(error instanceof ResponseError && error.code === LSPErrorCodes.RequestFailed, `${error}`);
  assert.match(error.message, words);
  return true;
};

describe('nothing is executed', options, () => {
  test('without trust, even with a valid approval', async () => {
    const approved = await approve(client, { uri });
    const careful = await start(false);
    await assert.rejects(run(careful, approved), refused(/^The workspace is not trusted/));
    assert.deepEqual(executed(), []);
    await careful.connection.sendNotification(trustGranted);
    assert.equal((await run(careful, approved)).verdict, 'accepted');
    assert.deepEqual(executed(), ['jwt']);
    assert.equal(await careful.stop(), 0);
  });

  test('when the exec block has changed since it was approved', async () => {
    const before = executed();
    const approved = await approve(client, { uri });
    await client.change(uri, 2, { text: text.replace('args: [jwt]', 'args: [banner]') });
    await assert.rejects(run(client, approved), refused(/changed since it was approved/));
    await client.change(uri, 3, { text });
    assert.deepEqual(executed(), before);
  });

  test('with a made-up approval, or none', async () => {
    const before = executed();
    await assert.rejects(run(client, { uri, approvalId: '' }), refused(/changed since/));
    await assert.rejects(run(client, { uri } as never), refused(/changed since/));
    assert.deepEqual(executed(), before);
  });

  test('for a context or a user that does not exist', async () => {
    const approved = await approve(client, { uri });
    const before = executed();
    await assert.rejects(run(client, { ...approved, context: 'nope' }), refused(/no context "nope"/));
    await assert.rejects(run(client, { ...approved, user: 'nope' }), refused(/no user "nope"/));
    assert.deepEqual(executed(), before);
  });
});

describe('the sample plugin', options, () => {
  test('is accepted with a token', async () => {
    const report = await runUser('with-token');
    assert.deepEqual([report.verdict, report.reason, report.kubectl], ['accepted', null, null]);
    assert.deepEqual([report.user, report.context, report.cluster], ['with-token', 'jwt', 'sample']);
    assert.equal(report.credential?.token?.kind, 'JWT');
    const claims = report.credential.token.jwt?.claims as Record<string, unknown> | undefined;
    assert.equal(claims?.['sub'], 'jane@example.com');
    assert.deepEqual(report.execInfo?.spec, {
      cluster: {
        server: 'https://cluster.example.com:6443',
        'tls-server-name': 'kubernetes.example.com',
        config: { audience: 'kubernetes', region: 'eu-central' },
      },
      interactive: false,
    });
    assert.equal(report.process.exitCode, 0);
  });

  test('is accepted with a certificate', async () => {
    const { verdict, credential } = await runUser('with-certificate');
    assert.equal(verdict, 'accepted');
    assert.equal(credential?.certificate?.keyMatches, true);
    assert.match(credential.certificate.subject, /CN=jane@example\.com/);
  });

  test('is rejected when a banner is in the way', async () => {
    const { verdict, reason, kubectl, findings } = await runUser('with-banner');
    assert.deepEqual([verdict, reason], ['rejected', 'not-an-object']);
    assert.match(kubectl ?? '', /^Unable to connect to the server: getting credentials: decoding stdout: /);
    assert.ok(findings.some(({ message }) => /before the JSON/.test(message)));
  });

  test('is rejected when it fails, and its stderr is shown', async () => {
    const { verdict, reason, kubectl, stderr, process: ran } = await runUser('expired');
    assert.deepEqual([verdict, reason, ran.exitCode], ['rejected', 'exit-status', 3]);
    assert.match(kubectl ?? '', /failed with exit code 3$/);
    assert.match(stderr, /the session of jane has expired/);
    assert.deepEqual(ran.envNames, ['SAMPLE_PROFILE']);
  });

  test('can run twice at the same time', async () => {
    const reports = await Promise.all([runUser('with-token'), runUser('expired')]);
    assert.deepEqual(
      reports.map(({ verdict }) => verdict),
      ['accepted', 'rejected'],
    );
  });
});

test('what an editor sets for its own processes does not reach the plugin', async (t) => {
  const names = ['ELECTRON_RUN_AS_NODE', 'VSCODE_IPC_HOOK', 'KUBECONFIG_EXEC_SAMPLE'];
  const client = await Client.start({
    initialize: { initializationOptions: { trusted: true } },
    env: { ...process.env, ...Object.fromEntries(names.map((name) => [name, '1'])) },
  });
  t.after(() => client.kill());
  const script =
    'console.error(process.argv.slice(1).filter((name) => process.env[name] !== undefined).join())';
  const text = execKubeconfig({ command: process.execPath, args: ['-e', script, ...names] });
  const uri = fileUri(path.join(folder.path, 'variables', 'kubeconfig'));
  await client.open(uri, text);
  const { stderr } = await run(client, await approve(client, { uri }));
  assert.equal(stderr.trim(), 'KUBECONFIG_EXEC_SAMPLE');
});
