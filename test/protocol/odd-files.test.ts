import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { windowFocused } from '../../server/protocol';
import { Client, fileUri } from './client';
import { execKubeconfig } from './kubeconfigs';
import { temporaryFolder } from './temporary';

const folder = temporaryFolder();
const skip = process.platform === 'win32' && 'Windows has no named pipes in its file system';
const quick = { skip, timeout: 20_000 };
const at = (name: string) => path.join(folder.path, name);

/** What a file is turned into; `code` is what is said of it as a token file, and as a command. */
const turns: Readonly<
  Record<string, { turn: (file: string) => void; token: string[]; command: string[]; skip?: string }>
> = {
  nothing: {
    turn: () => {},
    token: ['token-file-unreadable'],
    command: ['command-not-found'],
  },
  'a folder': {
    turn: (file) => mkdirSync(file),
    token: ['token-file-unreadable'],
    command: ['command-not-executable'],
  },
  'a file that may not be read': {
    turn: (file) => {
      folder.write(path.relative(folder.path, file), 'made up');
      chmodSync(file, 0);
    },
    token: ['token-file-unreadable'],
    command: ['command-not-executable'],
    ...(process.getuid?.() === 0 && { skip: 'root may read everything' }),
  },
  'a link to itself': {
    turn: (file) => symlinkSync(file, file),
    token: ['token-file-unreadable'],
    command: ['command-not-found'],
  },
  'a pipe': {
    turn: (file) => execFileSync('mkfifo', [file]),
    token: [],
    command: ['command-not-executable'],
  },
  'a device without an end': {
    turn: (file) => symlinkSync('/dev/zero', file),
    token: [],
    command: ['command-not-executable'],
  },
};

async function start(t: TestContext, env: NodeJS.ProcessEnv = {}): Promise<Client> {
  const client = await Client.start({
    env: { ...process.env, ...env },
    initialize: { initializationOptions: { trusted: true, tellsFocus: true } },
  });
  t.after(() => client.kill());
  return client;
}

const codes = ({ diagnostics }: { diagnostics: { code?: unknown }[] }) => diagnostics.map(({ code }) => code);

describe('a file that a kubeconfig names turns into', quick, () => {
  for (const [name, { turn, token, command, skip: why }] of Object.entries(turns)) {
    test(name, { timeout: 20_000, ...(why && { skip: why }) }, async (t) => {
      const client = await start(t);
      const file = `turning-${Object.keys(turns).indexOf(name)}`;
      folder.write(file, 'made up', 0o600);
      const text = `${execKubeconfig({ command: 'plugin' }).replace(/exec: .*/, `tokenFile: ${file}`)}`;
      const uri = fileUri(folder.write(`${file}.config`, text));
      assert.deepEqual(codes(await client.check(uri, text)), []);
      rmSync(at(file));
      turn(at(file));
      await client.connection.sendNotification(windowFocused);
      const last = await client.latest(uri, (each) => codes(each).join() === token.join());
      assert.deepEqual(codes(last), token);
      const other = fileUri(at(`${file}.command`));
      assert.deepEqual(codes(await client.check(other, execKubeconfig({ command: `./${file}` }))), command);
      rmSync(at(file), { recursive: true, force: true });
      folder.write(file, 'made up');
      await client.connection.sendNotification(windowFocused);
      await client.latest(uri, (each) => codes(each).length === 0);
    });
  }
});

describe('of KUBECONFIG a file is', quick, () => {
  const text = execKubeconfig({ command: '/bin/false' });
  const elsewhere = text.replace('user: jane', 'user: elsewhere');

  for (const name of ['a pipe', 'a device without an end']) {
    test(`${name}: it is not waited for, and nothing is said that rests on it`, {
      timeout: 20_000,
    }, async (t) => {
      const file = folder.write('first', elsewhere);
      rmSync(at('odd'), { force: true });
      turns[name]?.turn(at('odd'));
      const client = await start(t, { KUBECONFIG: `${file}:${at('odd')}` });
      assert.deepEqual(codes(await client.check(fileUri(file), elsewhere)), []);
      rmSync(at('odd'));
      folder.write('odd', text.replaceAll('jane', 'more'));
      await client.connection.sendNotification(windowFocused);
      await client.latest(fileUri(file), (each) => codes(each).includes('context-user-not-found'));
    });
  }

  test('/dev/null, as people write it for none', { timeout: 20_000 }, async (t) => {
    const file = folder.write('second', elsewhere);
    const client = await start(t, { KUBECONFIG: `/dev/null:${file}` });
    assert.ok(codes(await client.check(fileUri(file), elsewhere)).includes('context-user-not-found'));
  });

  test('the open one, and it is removed: what is typed is still checked', { timeout: 20_000 }, async (t) => {
    const file = folder.write('third', text);
    const client = await start(t, { KUBECONFIG: `${file}:${at('none')}` });
    assert.deepEqual(codes(await client.check(fileUri(file), text)), []);
    rmSync(file);
    mkdirSync(file);
    await client.connection.sendNotification(windowFocused);
    await client.change(fileUri(file), 2, { text: elsewhere });
    assert.ok(codes(await client.diagnostics(fileUri(file), 2)).includes('context-user-not-found'));
  });
});
