import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { launchBrowser, newWindow } from '../host/browser';
import { ensureChromium } from '../host/chromium';
import { ensureHost } from '../host/install';
import { descendants } from '../host/process-tree';
import { type Counts, onePassed } from '../runner/counts';
import { say } from '../runner/say';
import { eventually } from '../vscode/suites/waiting';

const limitMs = 120_000;

/** `npm start` without a display serves VS Code, and leaves no process and no file when it is ended. */
export async function checkStart(root: string): Promise<Counts> {
  await ensureHost();
  await ensureChromium();
  const { DISPLAY: _x, WAYLAND_DISPLAY: _wayland, PORT: _port, ...env } = process.env;
  const start = spawn(process.execPath, [path.join(root, 'test/setup/start.mjs')], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const url = await printedUrl(start);
    const folder = url.searchParams.get('folder') ?? '';
    const browser = await launchBrowser();
    const page = await newWindow(browser);
    await page.goto(url.href);
    await page.locator('.tab.active[data-resource-name="good.kubeconfig"]').waitFor();
    say('✔ npm start serves the sample workspace, with a kubeconfig open');

    const family = await eventually('the extension host', () => {
      const pids = descendants(start.pid);
      return pids.length > 2 && pids;
    });
    assert.ok(existsSync(path.join(folder, 'good.kubeconfig')));
    start.kill('SIGTERM');
    await eventually('npm start has ended', () => start.exitCode !== null || start.signalCode !== null);
    await eventually(
      'all of its processes have ended',
      () => !family.some((pid) => existsSync(`/proc/${pid}`)),
    );
    await browser.close();
    assert.ok(!existsSync(folder), 'the copy of the sample workspace was left behind');
    say(`✔ SIGTERM ends it and its ${family.length} processes, and removes its files`);
    return { ...onePassed, passed: 2 };
  } finally {
    start.kill('SIGKILL');
  }
}

async function printedUrl(start: ChildProcess): Promise<URL> {
  assert.ok(start.stdout);
  const late = setTimeout(() => start.kill(), limitMs);
  try {
    for await (const line of createInterface(start.stdout)) {
      const address = /^\s*(http:\/\/127\.0\.0\.1:\S+)$/.exec(line)?.[1];
      if (address) return new URL(address);
    }
    throw new Error('npm start ended without an address');
  } finally {
    clearTimeout(late);
    // Nobody reads on, and a full pipe would hold it up.
    start.stdout.resume();
  }
}
