import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { newWindow, workbenchUrl } from '../../host/browser';
import type { Host } from '../../host/install';
import { installExtension, startServer } from '../../host/server';
import { commandLine, endMarked, markedWith, newMark, peakMemory } from '../../protocol/marked';
import { root } from '../../runner/phases';
import { say } from '../../runner/say';
import { eventually } from '../suites/waiting';
import { check } from './checks';
import { Workbench } from './workbench';

const plugin = path.join(root, 'test/protocol/fixtures/deaf-plugin.mjs');
/** Ends by itself, as the server ends it. */
const flood = 'floods stdout';
const lasting = ['ignores signals', 'forks twice', 'closes stdout', 'fills stderr'];
const mostMs = 1000;
const mostMemoryKiB = 300 * 1024;

/** Ends what VS Code consists of. */
const endings: Readonly<Record<string, (window: Workbench, mark: string) => Promise<void> | void>> = {
  'kill -9 of the extension host': (_, mark) => killAll(extensionHosts(mark)),
  'kill -9 of the extension host and of the language server at once': (_, mark) =>
    killAll([...extensionHosts(mark), ...languageServers(mark)]),
  'closing the window': (window) => window.page.close(),
};

/**
 * Hostile plugins, all at once, in a VS Code that ends: nothing of them may be left after a second. In a VS Code of
 * its own, whose processes, and all that they start, inherit a mark.
 */
export async function ending(host: Host, browser: Browser, vsix: string, screenshot: string): Promise<void> {
  const temporary = realpathSync(mkdtempSync(path.join(tmpdir(), 'kubeconfig-exec-')));
  const folder = path.join(temporary, 'workspace');
  const dataDir = path.join(temporary, 'vscode');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'hostile.kubeconfig'), kubeconfig(folder));
  await installExtension(host, dataDir, vsix);
  const { mark, env } = newMark();
  // Or else it asks a log-in shell for the environment first.
  const server = await startServer(host, {
    dataDir,
    trustWorkspaces: true,
    env: { ...env, VSCODE_CLI: '1' },
  });
  for (const [name, end] of Object.entries(endings)) {
    await check(`${name} leaves nothing of hostile plugins after a second`, async () => {
      const window = new Workbench(await newWindow(browser));
      await window.open(workbenchUrl(server, folder));
      try {
        await window.openFile('hostile.kubeconfig');
        await window.codeLenses.first().waitFor();
        for (const mode of [flood, ...lasting]) await start(window, folder, mode);
        await assertGone(mark, () => end(window, mark));
      } catch (error) {
        await window.page.screenshot({ path: screenshot }).catch(() => {});
        endMarked(mark);
        throw error;
      }
      if (!window.page.isClosed()) await window.page.close();
    });
  }
  await server.stop();
  rmSync(temporary, { recursive: true, force: true });
}

function readyFile(folder: string, mode: string): string {
  return path.join(folder, `ready ${mode}`);
}

function kubeconfig(folder: string): string {
  const users = [flood, ...lasting].map((mode) => ({
    name: mode,
    user: {
      exec: {
        apiVersion: 'client.authentication.k8s.io/v1',
        command: process.execPath,
        args: [plugin, mode, readyFile(folder, mode)],
        interactiveMode: 'Never',
      },
    },
  }));
  const contexts = users.map(({ name }) => ({ name, context: { cluster: 'lab', user: name } }));
  const clusters = [{ name: 'lab', cluster: { server: 'https://lab.example' } }];
  return JSON.stringify({ apiVersion: 'v1', kind: 'Config', clusters, contexts, users }, null, 2);
}

/** As a person does it: the palette, the pick, and the question, which is asked only once. */
async function start(window: Workbench, folder: string, mode: string): Promise<void> {
  const ready = readyFile(folder, mode);
  rmSync(ready, { force: true });
  // A result may have taken its place.
  await window.openFile('hostile.kubeconfig');
  await window.runCommand('Kubeconfig: Run Exec Plugin');
  await window.pick(mode);
  await eventually(`the plugin that ${mode}`, async () => {
    if (await window.dialog.isVisible()) await window.answerDialog(/^Run/);
    return existsSync(ready);
  });
  if (mode === flood)
    await window.webview
      .locator('body')
      .filter({ hasText: /longer than/ })
      .waitFor();
}

async function assertGone(mark: string, end: () => Promise<void> | void): Promise<void> {
  await eventually('a guard for each plugin', () => guards(mark).length === lasting.length);
  const [server = 0, ...more] = languageServers(mark);
  assert.deepEqual(more, []);
  assert.ok(plugins(mark).length >= lasting.length);
  let peak = peakMemory(server);
  await end();
  const begin = performance.now();
  const left = () => {
    peak = Math.max(peak, peakMemory(server));
    return [...plugins(mark), ...guards(mark), ...languageServers(mark)];
  };
  while (left().length > 0 && performance.now() - begin < mostMs)
    await new Promise((resolve) => setTimeout(resolve, 10));
  say(`  ${Math.round(performance.now() - begin)} ms; the server had ${Math.round(peak / 1024)} MiB at most`);
  assert.deepEqual(left().map(commandLine), []);
  assert.ok(peak > 0 && peak < mostMemoryKiB, `${peak} KiB`);
}

const plugins = (mark: string) => markedWith(mark, path.basename(plugin));
const guards = (mark: string) => markedWith(mark, '--guard-plugin');
const languageServers = (mark: string) => markedWith(mark, 'dist/server.js --node-ipc');
const extensionHosts = (mark: string) => markedWith(mark, '--type=extensionHost');

function killAll(pids: readonly number[]): void {
  assert.ok(pids.length > 0);
  for (const pid of pids) process.kill(pid, 'SIGKILL');
}
