import assert from 'node:assert/strict';
import {
  existsSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ResponseError } from 'vscode-languageserver/node';
import type { RunRequest } from '../../server/protocol';
import { Client, fileUri } from './client';
import { type ExecOptions, execKubeconfig } from './kubeconfigs';
import { approve, readyPlan, run } from './running';
import { temporaryFolder } from './temporary';

const options = { skip: process.platform === 'win32' && 'the plugins are shell scripts', timeout: 60_000 };
const folder = temporaryFolder();
const marker = path.join(folder.path, 'executed');
const answer =
  '{"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1","status":{"token":"made-up"}}';
const script = (comment: string, shell = '/bin/sh') =>
  `#!${shell}\n# ${comment}\necho "$0" >>'${marker}'\necho '${answer}'\n`;
const place = (name: string) => path.join(folder.path, name);

let client: Client;
before(async () => {
  client = await Client.start({ initialize: { initializationOptions: { trusted: true } } });
});
after(() => client.kill());

let opened = 0;
async function open(exec: ExecOptions): Promise<string> {
  const uri = fileUri(place(`config-${++opened}`));
  await client.open(uri, execKubeconfig(exec));
  return uri;
}

const changed = (error: unknown) =>
  error instanceof ResponseError && /has changed since it was approved/.test(error.message);

/** Approves a run, changes something, and expects that nothing runs until it is approved anew. */
async function refusesAfter(exec: ExecOptions, change: () => void, request: Partial<RunRequest> = {}) {
  const uri = await open(exec);
  const approved = await approve(client, { uri, ...request });
  rmSync(marker, { force: true });
  change();
  await assert.rejects(run(client, approved), changed);
  assert.ok(!existsSync(marker), 'it was executed');
  const anew = await approve(client, { uri, ...request });
  assert.notEqual(anew.approvalId, approved.approvalId);
  assert.equal((await run(client, anew)).verdict, 'accepted');
  assert.ok(existsSync(marker), 'what is approved runs');
}

/** How far a process has read an open file, in bytes; 0 if it is not open. Linux only. */
function readOf(pid: number | undefined, file: string): number {
  const process = `/proc/${pid}`;
  const positions = readdirSync(`${process}/fd`).map((fd) => {
    try {
      if (readlinkSync(`${process}/fd/${fd}`) !== file) return 0;
      return Number(/^pos:\s*(\d+)$/m.exec(readFileSync(`${process}/fdinfo/${fd}`, 'utf8'))?.[1]);
    } catch {
      return 0;
    }
  });
  return Math.max(0, ...positions);
}

describe('nothing is executed that is not what was approved', options, () => {
  test('when the executable was written to', async () => {
    folder.write('plugin', script('one'), 0o755);
    await refusesAfter({ command: './plugin' }, () => folder.write('plugin', script('two'), 0o755));
  });

  test('when it was written to with size and time kept', async () => {
    const file = folder.write('dated', script('one'), 0o755);
    utimesSync(file, 1, 1);
    await refusesAfter({ command: './dated' }, () => {
      folder.write('dated', script('two'), 0o755);
      utimesSync(file, 1, 1);
    });
  });

  test('when another file has taken its place', async () => {
    folder.write('replaced', script('one'), 0o755);
    await refusesAfter({ command: './replaced' }, () =>
      renameSync(folder.write('another', script('two'), 0o755), place('replaced')),
    );
  });

  test('when a link leads elsewhere, even to the same bytes', async () => {
    const [one, two] = ['v1/tool', 'v2/tool'].map((name) => folder.write(name, script('same'), 0o755));
    symlinkSync(one ?? '', place('link'));
    await refusesAfter({ command: './link' }, () => {
      rmSync(place('link'));
      symlinkSync(two ?? '', place('link'));
    });
  });

  test('when an earlier folder of PATH has one of the name', async (t) => {
    const [early, late] = [place('early'), place('late')];
    folder.write('late/h1-demo', script('same'), 0o755);
    const env = { ...process.env, PATH: `${early}:${late}:${process.env['PATH']}` };
    const mine = await Client.start({ env, initialize: { initializationOptions: { trusted: true } } });
    t.after(() => mine.kill());
    const uri = fileUri(place('by-name'));
    await mine.open(uri, execKubeconfig({ command: 'h1-demo' }));
    const approved = await approve(mine, { uri });
    rmSync(marker, { force: true });
    folder.write('early/h1-demo', script('same'), 0o755);
    await assert.rejects(run(mine, approved), changed);
    assert.ok(!existsSync(marker));
  });

  test("when a script's interpreter has changed", async () => {
    const wrapper = (comment: string) => `#!/bin/sh\n# ${comment}\nexec /bin/sh "$@"\n`;
    const interpreter = folder.write('interpreter', wrapper('one'), 0o755);
    folder.write('interpreted', script('same', interpreter), 0o755);
    await refusesAfter({ command: './interpreted' }, () =>
      folder.write('interpreter', wrapper('two'), 0o755),
    );
  });

  test('when the script that a shell is given has changed', async () => {
    const file = folder.write('given.sh', script('one'));
    await refusesAfter({ command: '/bin/sh', args: [file] }, () => folder.write('given.sh', script('two')));
  });

  test('when the program behind a wrapper has changed', async () => {
    const file = folder.write('wrapped', script('one'), 0o755);
    await refusesAfter({ command: '/usr/bin/env', args: [file] }, () =>
      folder.write('wrapped', script('two'), 0o755),
    );
  });

  const linux = { skip: process.platform !== 'linux' && 'which files are open is read from /proc' };
  test('when it is exchanged while the rest is still looked at', linux, async () => {
    folder.write('first', script('one'), 0o755);
    // Reading it takes a moment; the one before it has been read by then.
    const large = folder.write('second', '#'.repeat(256 * 1024 * 1024), 0o755);
    const uri = await open({ command: '/usr/bin/env', args: [place('first'), large] });
    const approved = await approve(client, { uri });
    rmSync(marker, { force: true });
    const outcome = run(client, approved).then(
      () => 'accepted',
      (error: unknown) => error,
    );
    let ended = false;
    void outcome.then(() => {
      ended = true;
    });
    while (!ended && readOf(client.process.pid, large) < 32 * 1024 * 1024)
      await new Promise((resolve) => setImmediate(resolve));
    assert.ok(!ended, 'it was not read again');
    folder.write('first', script('two'), 0o755);
    assert.ok(changed(await outcome), `${await outcome}`);
    assert.ok(!existsSync(marker), 'it was executed');
  });

  test('when an approval for something else is handed over', async () => {
    folder.write('harmless', script('harmless'), 0o755);
    folder.write('harmful', script('harmful'), 0o755);
    const { approvalId } = await approve(client, { uri: await open({ command: './harmless' }) });
    const uri = await open({ command: './harmful' });
    rmSync(marker, { force: true });
    for (const id of [approvalId, '', null, undefined, true, 0, {}, [approvalId]])
      await assert.rejects(run(client, { uri, approvalId: id } as never), changed);
    assert.ok(!existsSync(marker));
  });

  test('when it is forced, and was approved without', async () => {
    folder.write('forced', script('same'), 0o755);
    const uri = await open({ command: './forced' });
    const approved = await approve(client, { uri });
    const broken = execKubeconfig({ command: './forced', interactiveMode: 'Sometimes' });
    await client.change(uri, 2, { text: broken });
    rmSync(marker, { force: true });
    await assert.rejects(run(client, approved), /kubectl refuses this context/);
    await assert.rejects(run(client, { ...approved, force: true }), changed);
    assert.ok(!existsSync(marker));
    const plan = await readyPlan(client, { uri, force: true });
    assert.equal(plan.forced, true);
    assert.equal((await run(client, { uri, force: true, approvalId: plan.approvalId })).verdict, 'accepted');
  });
});

test('what was approved runs again and again', options, async () => {
  folder.write('again', script('same'), 0o755);
  const uri = await open({ command: './again' });
  const approved = await approve(client, { uri });
  rmSync(marker, { force: true });
  for (let times = 0; times < 3; times++) assert.equal((await run(client, approved)).verdict, 'accepted');
  assert.equal(readFileSync(marker, 'utf8').trim().split('\n').length, 3);
});
