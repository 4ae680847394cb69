import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { chmodSync, realpathSync, symlinkSync, unlinkSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { DidChangeConfigurationNotification, type LSPAny } from 'vscode-languageserver/node';
import { Client, fileUri } from './client';
import { type ExecOptions, execKubeconfig } from './kubeconfigs';
import { prepare, readyPlan } from './running';
import { temporaryFolder } from './temporary';

const folder = temporaryFolder();
const windows = process.platform === 'win32' && 'links and scripts of POSIX';
const script = '#!/bin/sh\nexit 0\n';
const plugin = folder.write('bin/plugin', script, 0o755);
const digest = (text: string) => createHash('sha256').update(text).digest('hex');

let client: Client;
let version = 0;
before(async () => {
  client = await Client.start({ initialize: { initializationOptions: { trusted: true } } });
});
after(() => client.kill());

/** The plan for a kubeconfig of this text; the file itself is not read. */
async function planFor(text: string, name = 'kubeconfig') {
  const uri = fileUri(path.join(folder.path, name));
  await client.open(uri, text, 'yaml', ++version);
  const plan = await prepare(client, { uri });
  await client.close(uri);
  return plan;
}

async function idFor(exec: Partial<ExecOptions>, name?: string): Promise<string> {
  const plan = await planFor(execKubeconfig({ command: './bin/plugin', ...exec }), name);
  assert.ok(plan.kind === 'ready');
  return plan.approvalId;
}

describe('a plan', () => {
  test('says what would be run', async () => {
    const env = { PROFILE: 'jane', API_KEY: 'sesame-open-sesame' };
    const args = ['get', '--client-secret', 'sesame-open-sesame'];
    const plan = await planFor(execKubeconfig({ command: './bin/plugin', args, env }));
    assert.ok(plan.kind === 'ready');
    const { approvalId, files, args: shown, ...rest } = plan;
    assert.match(approvalId, /^[0-9a-f]{64}$/);
    assert.deepEqual(rest, {
      kind: 'ready',
      user: 'jane',
      context: 'here',
      command: './bin/plugin',
      resolvedPath: plugin,
      envNames: ['PROFILE', 'API_KEY'],
      kubeconfigPath: path.join(folder.path, 'kubeconfig'),
      forced: false,
      execInfo: {
        kind: 'ExecCredential',
        apiVersion: 'client.authentication.k8s.io/v1',
        spec: { interactive: false },
      },
      cwd: process.cwd(),
      terminal: 'never',
      timeoutSeconds: 60,
    });
    const [program, interpreter] = files;
    assert.deepEqual(program, { role: 'program', path: plugin, fingerprint: `sha256:${digest(script)}` });
    if (process.platform !== 'win32') assert.equal(interpreter?.path, realpathSync('/bin/sh'));
    assert.deepEqual(shown.slice(0, 2), ['get', '--client-secret']);
    assert.ok(!JSON.stringify(plan).includes('sesame'));
  });

  test('resolves nothing when the command is missing', async () => {
    const plan = await planFor(execKubeconfig({ command: './bin/gone' }));
    assert.ok(plan.kind === 'ready');
    assert.equal(plan.resolvedPath, null);
  });
});

describe('the approval', () => {
  test('is the same for the same', async () => {
    assert.equal(await idFor({}), await idFor({}));
    assert.equal(await idFor({}), await idFor({ interactiveMode: 'IfAvailable' }));
  });

  const changes: [string, Partial<ExecOptions>][] = [
    ['another command', { command: 'bin/../bin/plugin' }],
    ['an argument', { args: ['--debug'] }],
    ['arguments that are split in another way', { args: ['a', 'b c'] }],
    ['arguments that are split in one way', { args: ['a b', 'c'] }],
    ['a variable', { env: { PROFILE: 'jane' } }],
    ["a variable's value", { env: { PROFILE: 'joe' } }],
  ];
  test('changes with what decides about the execution', async () => {
    const ids = [await idFor({})];
    for (const [, change] of changes) ids.push(await idFor(change));
    ids.push(await idFor({}, 'other/kubeconfig'), await idFor({}, 'other-name'));
    assert.equal(new Set(ids).size, changes.length + 3, JSON.stringify(ids));
  });

  test("changes with the executable's bytes", async () => {
    const before = await idFor({});
    folder.write('bin/plugin', `${script}# another\n`, 0o755);
    const changed = await idFor({});
    assert.notEqual(changed, before);
    folder.write('bin/plugin', script, 0o755);
    chmodSync(plugin, 0o755);
  });
});

describe('the approval of what is not the executable itself', { skip: windows }, () => {
  test('changes when a link leads to another copy of the same program', async () => {
    const [first, second] = ['one', 'two'].map((name) => folder.write(`copies/${name}`, script, 0o755));
    const link = path.join(folder.path, 'bin/linked');
    const ids: string[] = [];
    for (const copy of [first, second, first]) {
      symlinkSync(`${copy}`, link);
      ids.push(await idFor({ command: './bin/linked' }));
      unlinkSync(link);
    }
    assert.equal(ids[0], ids[2]);
    assert.notEqual(ids[0], ids[1]);
  });

  test("changes with a script's interpreter", async () => {
    const interpreter = folder.write('bin/interpreter', '#!/bin/sh\nexit 0\n', 0o755);
    folder.write('bin/interpreted', `#!${interpreter}\n`, 0o755);
    const before = await idFor({ command: './bin/interpreted' });
    assert.equal(await idFor({ command: './bin/interpreted' }), before);
    folder.write('bin/interpreter', '#!/bin/sh\nexit 1\n', 0o755);
    assert.notEqual(await idFor({ command: './bin/interpreted' }), before);
  });

  test('changes with the script that a shell is to run', async () => {
    const file = folder.write('login.sh', 'exit 0\n');
    const before = await idFor({ command: '/bin/sh', args: [file] });
    folder.write('login.sh', 'exit 1\n');
    assert.notEqual(await idFor({ command: '/bin/sh', args: [file] }), before);
  });
});

describe('refused before anything is resolved', () => {
  test('what kubectl refuses, in its words', async () => {
    const plan = await planFor(execKubeconfig({ command: '' }));
    assert.ok(plan.kind === 'refused');
    assert.deepEqual(Object.keys(plan).sort(), ['forcible', 'kind', 'kubectl', 'message']);
    assert.match(plan.message, /^kubectl refuses this context before it runs the plugin\./);
    assert.match(plan.kubectl ?? '', /command must be specified for jane to use exec authentication plugin/);
  });

  test('a user without a plugin', async () => {
    const text = execKubeconfig({ command: 'x' }).replace(/user:\n {6}exec: .*/, 'user: { token: made-up }');
    const plan = await planFor(text);
    assert.ok(plan.kind === 'refused');
    assert.equal(plan.message, 'The user "jane" has no exec block, so there is no plugin to run.');
    assert.equal(plan.kubectl, null);
  });

  test('everything in a workspace that is not trusted', async (t) => {
    const careful = await Client.start();
    t.after(() => careful.kill());
    const uri = fileUri(path.join(folder.path, 'kubeconfig'));
    await careful.open(uri, execKubeconfig({ command: './bin/plugin' }));
    const plan = await prepare(careful, { uri });
    assert.ok(plan.kind === 'refused');
    assert.match(plan.message, /not trusted/);
  });
});

describe('the time limit', () => {
  const settings: [LSPAny, number][] = [
    [{ run: { timeoutSeconds: 5 } }, 5],
    [{ run: { timeoutSeconds: 1e12 } }, 86_400],
    [{ run: { timeoutSeconds: -1 } }, 60],
    [{ run: { timeoutSeconds: '5' } }, 60],
    [{ run: null }, 60],
    [null, 60],
    ['nonsense', 60],
    [{}, 60],
  ];
  for (const [value, expected] of settings) {
    test(`is ${expected} s with the settings ${JSON.stringify(value)}`, async () => {
      await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: value });
      const uri = fileUri(path.join(folder.path, `limits-${++version}`, 'kubeconfig'));
      await client.open(uri, execKubeconfig({ command: 'x' }));
      assert.equal((await readyPlan(client, { uri })).timeoutSeconds, expected);
    });
  }
});
