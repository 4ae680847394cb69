import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import type { RunReport } from '../../server/protocol';
import { Client, fileUri } from './client';
import { execKubeconfig } from './kubeconfigs';
import { commandLine, endMarked, marked, markedWith, newMark, peakMemory } from './marked';
import { root, server } from './paths';
import { approve, run } from './running';
import type { Folder } from './temporary';

const fixtures = path.join(root, 'test/protocol/fixtures');
export const deafPlugin = path.join(fixtures, 'deaf-plugin.mjs');

const skip = process.platform !== 'linux' && 'processes and their memory are read from /proc';
export const options = { skip, timeout: 60_000 };
export const mostMs = 1000;
export const mostMemoryKiB = 300 * 1024;

/** Modes of the plugin that go on until they are ended. */
export const lasting = ['ignores signals', 'forks twice', 'closes stdout', 'fills stderr'];

/** A kubeconfig with the plugin, and the file that is there once the plugin is at it. */
export function hostileKubeconfig(folder: Folder, mark: string, mode: string) {
  const ready = path.join(folder.path, mark, 'ready');
  const text = execKubeconfig({ command: process.execPath, args: [deafPlugin, mode, ready] });
  const file = folder.write(`${mark}/kubeconfig`, text);
  return { file, text, ready };
}

/** The plugin at work. All its processes, and the server, inherit a mark. */
export async function start(
  t: TestContext,
  folder: Folder,
  mode: string,
  { relay = false, timeoutSeconds = 60 } = {},
) {
  const { mark, env } = newMark();
  const settings = { run: { timeoutSeconds } };
  const client = await Client.start({
    env: { ...env, RELAY_SERVER: server },
    initialize: { initializationOptions: { trusted: true, settings } },
    ...(relay && { bundle: path.join(fixtures, 'relay.mjs') }),
  });
  t.after(() => {
    client.kill();
    endMarked(mark);
  });
  const { file, text, ready } = hostileKubeconfig(folder, mark, mode);
  await client.open(fileUri(file), text);
  const cancel = new CancellationTokenSource();
  const approved = await approve(client, { uri: fileUri(file) });
  const report: Promise<RunReport> = run(client, approved, cancel.token);
  report.catch(() => {});
  assert.ok(await until(() => existsSync(ready), 20_000), 'the plugin did not come to it');
  return { client, cancel, report, mark };
}

/** Whether it was so within the time. */
export async function until(isSo: () => boolean, limitMs: number): Promise<boolean> {
  const end = performance.now() + limitMs;
  while (!isSo() && performance.now() < end) await delay(10);
  return isSo();
}

export const hostile = (mark: string) => markedWith(mark, 'deaf-plugin');

export function assertMemory({ process: { pid } }: Client): void {
  const peak = peakMemory(pid ?? 0);
  assert.ok(peak > 0 && peak < mostMemoryKiB, `the server's memory came to ${peak} KiB`);
}

export async function assertGone(mark: string): Promise<void> {
  const gone = await until(() => hostile(mark).length === 0, mostMs);
  assert.ok(gone, `${hostile(mark).length} processes are left after ${mostMs} ms`);
}

/** Nobody at all is left, the server included. */
export async function assertAllGone(mark: string): Promise<void> {
  const gone = await until(() => marked(mark).length === 0, mostMs);
  const left = marked(mark).map(commandLine);
  assert.ok(gone, `left after ${mostMs} ms: ${left.join('; ')}`);
}
