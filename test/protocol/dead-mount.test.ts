import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { type TestContext, test } from 'node:test';
import { runTargetsRequest } from '../../server/protocol';
import { Client, fileUri } from './client';
import { execKubeconfig } from './kubeconfigs';
import { prepare } from './running';
import { temporaryFolder } from './temporary';

const folder = temporaryFolder();
const mount = path.join(folder.path, 'dead');
mkdirSync(mount);
/** In namespaces of its own: a file system of a program that never answers. */
const mounting = `exec 7<>/dev/fuse &&
mount -i -t fuse none ${mount} -o fd=7,rootmode=40000,user_id=0,group_id=0 &&`;
const unshare = ['--user', '--map-root-user', '--mount', '--pid', '--fork', '--kill-child', 'bash', '-c'];
const skip =
  spawnSync('unshare', [...unshare, `${mounting} true`]).status !== 0 && 'no file system can be mounted here';

/** A server for which a file system is mounted that never answers. */
async function start(t: TestContext, env: NodeJS.ProcessEnv = {}): Promise<Client> {
  const client = await Client.start({
    command: ['unshare', ...unshare, `${mounting} exec "$0" "$@"`],
    env: { ...process.env, ...env },
    initialize: { initializationOptions: { trusted: true, tellsFocus: true } },
  });
  t.after(() => client.kill());
  return client;
}

const codes = ({ diagnostics }: { diagnostics: { code?: unknown }[] }) => diagnostics.map(({ code }) => code);

test('a look at such a file does not return', { skip }, async () => {
  const script = `${mounting} echo ready && exec cat ${mount}/token`;
  const child = spawn('unshare', [...unshare, script], { stdio: ['ignore', 'pipe', 'ignore'] });
  await once(createInterface(child.stdout), 'line');
  assert.equal(child.exitCode, null);
  child.kill('SIGKILL');
});

test('files, commands and folders of PATH on a dead disk hold up nothing and are said nothing of', {
  skip,
  timeout: 30_000,
}, async (t) => {
  symlinkSync(mount, path.join(folder.path, 'link'));
  const client = await start(t, { PATH: `${mount}/bin:${process.env['PATH']}` });
  const text = `${execKubeconfig({ command: 'no-such-plugin' })}  - name: more
    user: { tokenFile: ${mount}/token, client-certificate: link/c.crt, client-key: link/c.key }
  - name: other
    user: { exec: { apiVersion: client.authentication.k8s.io/v1, command: ${mount}/plugin, interactiveMode: Never }, tokn: x }
`;
  const uri = fileUri(folder.write('config', text));
  assert.deepEqual(codes(await client.check(uri, text)), ['unknown-field']);
  await client.change(uri, 2, { text: text.replace(', tokn: x', '') });
  assert.deepEqual(codes(await client.diagnostics(uri, 2)), []);
  const position = { line: text.split('\n').findIndex((line) => line.includes('no-such')), character: 18 };
  const asked = { textDocument: { uri }, position };
  assert.notEqual(await client.connection.sendRequest('textDocument/hover', asked), undefined);
});

test('nothing is said of names that a file on a dead disk may have', { skip, timeout: 30_000 }, async (t) => {
  const text = execKubeconfig({ command: '/bin/false' }).replace(/user: jane/, 'user: elsewhere');
  const file = folder.write('merged', text);
  const alone = await (await start(t)).check(fileUri(file), text);
  assert.ok(codes(alone).includes('context-user-not-found'), `${codes(alone)}`);
  const client = await start(t, { KUBECONFIG: `${file}:${mount}/config` });
  assert.deepEqual(codes(await client.check(fileUri(file), text)), []);
});

test('what would be run is not waited for either', { skip, timeout: 30_000 }, async (t) => {
  const text = execKubeconfig({ command: `${mount}/plugin` });
  const file = folder.write('runs', text);
  const client = await start(t, {
    KUBECONFIG: `${file}:${mount}/config`,
    PATH: `${mount}/bin:${process.env['PATH']}`,
  });
  const uri = fileUri(file);
  await client.check(uri, text);
  const targets = await client.connection.sendRequest<{ user: string }[]>(runTargetsRequest, { uri });
  assert.deepEqual(
    targets.map(({ user }) => user),
    ['jane'],
  );
  const plan = await prepare(client, { uri });
  assert.ok(plan.kind === 'refused');
  assert.equal(
    plan.message,
    `${mount}/plugin is on a disk that does not answer, so the plugin is not run. Run it again once the disk is there.`,
  );
});
