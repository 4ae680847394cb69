import assert from 'node:assert/strict';
import { existsSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import {
  ErrorCodes,
  ExecuteCommandRequest,
  ResponseError,
  ShowMessageRequest,
  type ShowMessageRequestParams,
} from 'vscode-languageserver/node';
import { type RunOverrides, type RunReport, type RunRequest, runCommand } from '../../server/protocol';
import { Client, fileUri } from './client';
import { execKubeconfig } from './kubeconfigs';
import { root } from './paths';
import { approve, prepare, readyPlan, run } from './running';
import { assertNoTrace, newToken } from './spill';
import { temporaryFolder } from './temporary';

const folder = temporaryFolder();
const plugin = path.join(root, 'test/protocol/fixtures/telling-plugin.mjs');
const v1 = 'client.authentication.k8s.io/v1';
const elsewhere = path.join(folder.path, 'elsewhere');
mkdirSync(elsewhere);
const text = execKubeconfig({
  command: process.execPath,
  args: [plugin],
  env: { TELL_FILE: 'of-the-file' },
  interactiveMode: 'IfAvailable',
}).replace(
  'contexts:',
  `  - name: other
    cluster:
      server: https://other.example.com
      extensions:
        - name: client.authentication.k8s.io/exec
          extension: { audience: prod, clientSecret: sesame-in-config }
contexts:`,
);
const uri = fileUri(folder.write('kubeconfig', text));
const env = { ...process.env, TELL_OWN: 'inherited' };

async function start(): Promise<Client> {
  const client = await Client.start({ env, initialize: { initializationOptions: { trusted: true } } });
  await client.open(uri, text);
  return client;
}

let client: Client;
before(async () => {
  client = await start();
});
after(() => client.kill());

const planWith = (overrides: RunOverrides) => readyPlan(client, { uri, overrides });
const runWith = async (overrides: RunOverrides) => run(client, await approve(client, { uri, overrides }));
const told = ({ stderr }: RunReport) => stderr.split('\n').filter((line) => line.startsWith('TELL_'));

describe('a plan', () => {
  test('has what a run would have instead, and names it as a report does', async () => {
    const env = { TELL_NEW: 'sesame', TELL_FILE: null };
    const plan = await planWith({ cluster: 'other', provideClusterInfo: true, env, cwd: elsewhere });
    assert.deepEqual(plan.overrides, {
      cluster: 'other',
      provideClusterInfo: true,
      env: { TELL_NEW: '', TELL_FILE: null },
      cwd: elsewhere,
    });
    assert.deepEqual([plan.envNames, plan.cwd], [['TELL_NEW'], elsewhere]);
    assert.deepEqual(plan.execInfo?.spec?.cluster, {
      server: 'https://other.example.com',
      config: { audience: 'prod', clientSecret: '[redacted]' },
    });
  });

  test('says whether there would be a terminal', async () => {
    const terminals = [{}, { interactive: true }, { interactive: false }].map(async (overrides) => {
      const { terminal, execInfo } = await planWith(overrides);
      return [terminal, execInfo?.spec?.interactive];
    });
    assert.deepEqual(await Promise.all(terminals), [
      ['possible', false],
      ['possible', true],
      ['never', false],
    ]);
  });
});

describe('the approval', () => {
  test('is another for other variables and another folder, and for nothing that a plugin is only told', async () => {
    const { approvalId: plain } = await planWith({});
    const others = [
      { env: { A: '1' } },
      { env: { A: '2' } },
      { env: { A: null } },
      { cwd: elsewhere },
    ] satisfies RunOverrides[];
    const ids = await Promise.all(others.map(async (each) => (await planWith(each)).approvalId));
    assert.equal(new Set([plain, ...ids]).size, 5);
    const same = { cluster: 'other', kubernetesVersion: '1.30', execInfo: '{}', interactive: true };
    assert.equal((await planWith(same)).approvalId, plain);
  });

  test('for a run as it is configured is none for other variables or another folder', async () => {
    const { approvalId } = await planWith({});
    for (const overrides of [{ env: { TELL_NEW: 'x' } }, { env: { TELL_FILE: null } }, { cwd: elsewhere }]) {
      const request = { uri, overrides, approvalId };
      await assert.rejects(run(client, request), /changed since it was approved/);
    }
  });
});

describe('a run', () => {
  test('has other variables and another folder', async () => {
    const report = await runWith({ env: { TELL_NEW: 'one two', TELL_FILE: null }, cwd: elsewhere });
    assert.deepEqual(told(report), ['TELL_NEW=[redacted]', 'TELL_OWN=inherited']);
    assert.match(report.stderr, new RegExp(`^folder ${realpathSync(elsewhere)}$`, 'm'));
    assert.deepEqual(told(await runWith({ env: { TELL_OWN: null } })), ['TELL_FILE=of-the-file']);
  });

  test('is as another kubectl, which knows less', async () => {
    const report = await runWith({ kubernetesVersion: '1.22', apiVersion: v1 });
    assert.deepEqual(report.overrides, { kubernetesVersion: '1.22', apiVersion: v1 });
    const plan = await prepare(client, { uri, overrides: { kubernetesVersion: '1.21' } });
    assert.ok(plan.kind === 'refused');
    assert.match(plan.kubectl ?? '', /exec plugin: invalid apiVersion "client\.authentication\.k8s\.io\/v1"/);
  });

  test('is sent an edited ExecCredential, with what was masked in it', async () => {
    const overrides = { cluster: 'other', provideClusterInfo: true };
    const { execInfo: shown } = await planWith(overrides);
    const execInfo = JSON.stringify(shown).replace('prod', 'staging');
    const report = await runWith({ ...overrides, execInfo });
    // It was there, and what knows it has taken it out again.
    assert.ok(report.stderr.endsWith(`input ${execInfo}`), report.stderr);
    assert.deepEqual(report.execInfo, JSON.parse(execInfo));
    assert.deepEqual(report.overrides, { ...overrides, execInfo: '' });
    assert.equal(report.verdict, 'accepted');
  });
});

test('no value of a variable and no secret of an edited ExecCredential is in any byte of the server', async (t) => {
  const careful = await start();
  t.after(() => careful.kill());
  const [variable, edited, named] = [newToken(), newToken(), newToken()];
  const execInfo = `{"apiVersion":"${v1}","spec":{"deep":["${edited}"],"apiToken":"${named}"}}`;
  const overrides = { env: { TELL_MODE: variable }, execInfo };
  const report = await run(careful, await approve(careful, { uri, overrides }));
  assert.match(report.stderr, /TELL_MODE=\[redacted\]/);
  await prepare(careful, { uri, overrides: { env: { TELL_MODE: variable }, cwd: '/no/such/folder' } });
  await prepare(careful, { uri, overrides: { execInfo: `{"token": "${edited}" "` } });
  await prepare(careful, { uri, overrides: { env: { [`${named}=`]: 'x' } } });
  assert.equal(await careful.stop(), 0);
  for (const secret of [variable, edited, named]) assertNoTrace(careful.written, secret, 'the wire');
});

describe('what makes no sense', () => {
  const invalid: [string, object, RegExp][] = [
    ['an unknown field', { envs: {} }, /"overrides" knows .*, not "envs"/],
    ['a list of variables', { env: [{ name: 'A', value: 'sesame' }] }, /"env" must be an object/],
    ['a number for a variable', { env: { A: 5 } }, /must be text, or null/],
    ['a list for a variable', { env: { A: ['sesame'] } }, /must be text, or null/],
    ['a folder that is no text', { cwd: 1 }, /"cwd" must be text/],
    ['a cluster that is no text', { cluster: {} }, /"cluster" must be text/],
    ['a release that is no text', { kubernetesVersion: 1.29 }, /"kubernetesVersion" must be text/],
    ['an object to send', { execInfo: { spec: 'sesame' } }, /"execInfo" must be text/],
    ['a word for a flag', { interactive: 'true' }, /"interactive" must be true or false/],
  ];
  for (const [what, overrides, words] of invalid) {
    test(`${what}: invalid parameters`, async () => {
      await assert.rejects(prepare(client, { uri, overrides } as RunRequest), (error) => {
        assert.ok(error instanceof ResponseError && error.code === ErrorCodes.InvalidParams);
        assert.match(error.message, words);
        return !error.message.includes('sesame');
      });
    });
  }

  const refused: [string, RunOverrides, RegExp][] = [
    ['a cluster that is not there', { cluster: 'gone' }, /no cluster "gone"\. Known: "sample", "other"/],
    ['a release that never was', { kubernetesVersion: 'latest' }, /"latest" is no release of kubectl/],
    ['a folder that is not there', { cwd: path.join(elsewhere, 'gone') }, /chdir .*gone: no such file/],
    ['the input as a variable', { env: { KUBERNETES_EXEC_INFO: '{}' } }, /Edit the ExecCredential instead/],
    ['what is no JSON', { execInfo: '{"a": sesame}' }, /not JSON\. Correct it at line 1, column 7\./],
  ];
  for (const [what, overrides, words] of refused) {
    test(`${what}: a refusal with the next step`, async () => {
      const plan = await prepare(client, { uri, overrides });
      assert.ok(plan.kind === 'refused' && !plan.forcible);
      assert.match(plan.message, words);
      assert.ok(!plan.message.includes('sesame'));
    });
  }

  test('a folder that is gone when it comes to the run', async () => {
    const cwd = path.join(folder.path, 'soon-gone');
    mkdirSync(cwd);
    const approved = await approve(client, { uri, overrides: { cwd } });
    rmSync(cwd, { recursive: true });
    await assert.rejects(run(client, approved), /chdir .*soon-gone: no such file or directory/);
  });
});

test('no variable, folder or release switches the policy of this machine off', async (t) => {
  const home = path.join(folder.path, 'home');
  const marker = path.join(folder.path, 'started');
  const kuberc = folder.write(
    'home/kuberc',
    'apiVersion: kubectl.config.k8s.io/v1beta1\nkind: Preference\ncredentialPluginPolicy: DenyAll\n',
  );
  const script = folder.write(
    'touch.mjs',
    `import { writeFileSync } from 'node:fs';\nwriteFileSync(process.argv[2], '');\n`,
  );
  const careful = await Client.start({
    env: { ...process.env, KUBERC: kuberc },
    initialize: { initializationOptions: { trusted: true } },
  });
  t.after(() => careful.kill());
  await careful.open(uri, execKubeconfig({ command: process.execPath, args: [script, marker] }));
  const all: RunOverrides[] = [
    { env: { KUBERC: 'off', HOME: home } },
    { env: { KUBERC: null } },
    { cwd: elsewhere },
    { kubernetesVersion: '1.30' },
    { execInfo: '{}' },
  ];
  for (const overrides of all) {
    const plan = await prepare(careful, { uri, overrides });
    assert.ok(plan.kind === 'refused' && plan.forcible, JSON.stringify(overrides));
    assert.match(plan.message, /plugin policy/);
    await assert.rejects(run(careful, { uri, overrides, approvalId: '' }), /plugin policy/);
  }
  assert.ok(!existsSync(marker), 'it was executed');
});

test('an editor without a part of ours asks what a run has instead, and again for what decides', async (t) => {
  const editor = await start();
  t.after(() => editor.kill());
  const asked: string[] = [];
  editor.connection.onRequest(ShowMessageRequest.type, ({ message }: ShowMessageRequestParams) => {
    asked.push(message);
    return { title: 'Run' };
  });
  const execute = (overrides: RunOverrides) =>
    editor.connection.sendRequest<RunReport | null>(ExecuteCommandRequest.method, {
      command: runCommand,
      arguments: [{ uri, overrides }],
    });
  const instead = { env: { TELL_NEW: 'sesame', TELL_OWN: null }, cwd: elsewhere };
  assert.deepEqual(told((await execute(instead)) ?? assert.fail()), [
    'TELL_FILE=of-the-file',
    'TELL_NEW=[redacted]',
  ]);
  const words = `Instead of what is configured: with TELL_NEW, without TELL_OWN, in ${elsewhere}.`;
  assert.ok(asked[0]?.split('\n').includes(words), asked[0]);
  await execute(instead);
  await execute({ ...instead, cluster: 'other', execInfo: `{"apiVersion":"${v1}"}` });
  assert.equal(asked.length, 1);
  await execute({ ...instead, env: { TELL_NEW: 'another' } });
  assert.equal(asked.length, 2);
  assert.ok(!editor.written.includes('sesame'));
});
