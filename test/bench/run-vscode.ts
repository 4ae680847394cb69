import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { launchBrowser, newWindow, workbenchUrl } from '../host/browser';
import { ensureHost } from '../host/install';
import { startServer } from '../host/server';
import { root } from '../protocol/paths';
import { activationTime } from '../vscode/drive/activation';
import { Workbench } from '../vscode/drive/workbench';
import { eventually } from '../vscode/suites/waiting';
import { alone, kubeconfig, runMark } from './plugin';
import { type Measure, type Row, repeated, summary } from './result';

const command = 'Kubeconfig: Run Exec Plugin';
/** What stands in the list of users, and not in that of commands. */
const target = 'context here';
const budget = 150;
const activationBudget = 50;

/** From the palette to the result, and the extension's activation, in a VS Code as the tests use it. */
export const measureRunInVsCode: Measure = async (bundles) => {
  const host = await ensureHost().catch((error: Error) => error);
  if (host instanceof Error) {
    process.stdout.write(`run in VS Code is left out: ${host.message}\n`);
    return [];
  }
  const temporary = realpathSync(mkdtempSync(path.join(tmpdir(), 'kubeconfig-exec-bench-')));
  const folder = path.join(temporary, 'workspace');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'bench.kubeconfig'), kubeconfig);
  const server = await startServer(host, {
    dataDir: path.join(temporary, 'vscode'),
    trustWorkspaces: true,
    development: true,
    // Or else it asks a log-in shell for the environment first.
    env: { ...process.env, VSCODE_CLI: '1' },
  });
  const browser = await launchBrowser();
  const extension = extensionOf(bundles, temporary);
  const window = new Workbench(await newWindow(browser));
  const url = workbenchUrl(server, folder, { development: { extension } });
  await window.open(url);
  await window.openFile('bench.kubeconfig');
  await window.codeLenses.first().waitFor();
  await approve(window);
  const times = await repeated(20, () => again(window), 3);
  const cold = await repeated(5, () => anew(window));
  const activations = await repeated(7, () => activationTime(window, url, 'bench.kubeconfig'));
  await browser.close();
  await server.stop();
  rmSync(temporary, { recursive: true, force: true });
  const subject = 'run in VS Code';
  const row = (what: string, all: readonly Times[], part: (times: Times) => number, most?: number): Row => ({
    subject,
    what,
    unit: 'ms',
    ...(most && { budget: most }),
    ...summary(all.map(part)),
  });
  const more = ({ own, listed, shown }: Times) => listed + shown - own;
  return [
    row('from the palette to the list of users', times, ({ listed }) => listed),
    row('from the user to the result, drawn', times, ({ shown }) => shown),
    row('both, more than the plugin alone', times, more, budget),
    row('the same where the view has to be opened', cold, more),
    {
      subject: 'activation',
      what: 'as VS Code measures it',
      unit: 'ms',
      budget: activationBudget,
      ...summary(activations),
    },
  ];
};

/** Milliseconds of the plugin alone, until the list of users is there, and from the pick to the result. */
interface Times {
  readonly own: number;
  readonly listed: number;
  readonly shown: number;
}

/** What a package would have, with these bundles. */
function extensionOf(bundles: string, temporary: string): string {
  const extension = path.join(temporary, 'extension');
  for (const name of ['package.json', 'media']) {
    cpSync(path.join(root, name), path.join(extension, name), { recursive: true });
  }
  cpSync(bundles, path.join(extension, 'dist'), { recursive: true });
  return extension;
}

/** The first run, with its question. What comes then is what is measured. */
async function approve(window: Workbench): Promise<void> {
  await window.runCommand(command);
  await window.pick(target);
  await window.answerDialog(/^Run/);
  await resultFrame(window);
}

/** The frame of the view, once it has a result. */
async function resultFrame(window: Workbench): Promise<Frame> {
  const main = window.webview.locator('main').filter({ hasText: runMark });
  await main.waitFor();
  const frame = await (await main.elementHandle())?.ownerFrame();
  return frame ?? assert.fail('the result is in no frame');
}

/** With the view open that the last result was shown in. */
async function again(window: Workbench): Promise<Times> {
  const own = await alone();
  const listed = await toList(window);
  const frame = await resultFrame(window);
  const before = runMark.exec(await frame.evaluate<string>('document.body.textContent'))?.[0];
  const drawnAt = drawn(frame, 'main', 'run-of-', before);
  return { own, listed, shown: await since(window.page, drawnAt) };
}

/** Without one. */
async function anew(window: Workbench): Promise<Times> {
  const own = await alone();
  await window.runCommand('View: Close All Editors');
  const listed = await toList(window);
  const drawnAt = resultFrame(window).then((frame) => drawn(frame, 'main', 'run-of-'));
  return { own, listed, shown: await since(window.page, drawnAt) };
}

/** How long the list of users took. */
async function toList(window: Workbench): Promise<number> {
  const { page, quickInput } = window;
  await window.openFile('bench.kubeconfig');
  await page.keyboard.press('F1');
  await quickInput.locator('input').fill(`>${command}`);
  // Not that of another command whose title only begins so.
  const option = quickInput.getByRole('option', { name: new RegExp(`^${command}(,| \\(|$)`) }).first();
  await option.waitFor();
  await eventually('the command', async () => {
    if (await option.and(page.locator('.focused')).isVisible()) return true;
    await page.keyboard.press('ArrowDown');
    return false;
  });
  return since(page, drawn(page, '.quick-input-list .monaco-list-row', target));
}

/** Milliseconds from when Enter comes to the window until something is drawn. */
async function since(page: Page, drawnAt: Promise<number>): Promise<number> {
  const note = 'addEventListener("keydown", () => { enteredAt = Date.now() }, { capture: true, once: true })';
  await page.evaluate(note);
  await page.keyboard.press('Enter');
  return (await drawnAt) - (await page.evaluate<number>('enteredAt'));
}

/** When, since the epoch, the first picture was drawn in which an element has some words, and others no more. */
function drawn(where: Page | Frame, selector: string, words: string, without = '\0'): Promise<number> {
  const [query, wanted, gone] = [selector, words, without].map((text) => JSON.stringify(text));
  return where.evaluate<number>(`new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(${wanted} + ' is not drawn')), 20000);
    const look = () => {
      const texts = [...document.querySelectorAll(${query})].map((element) => element.textContent);
      if (texts.some((text) => text.includes(${wanted}) && !text.includes(${gone}))) resolve(Date.now());
      else requestAnimationFrame(look);
    };
    look();
  })`);
}
