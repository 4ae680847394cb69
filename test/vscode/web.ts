import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { launchBrowser, newWindow } from '../host/browser';
import { ensureHost } from '../host/install';
import { startServer } from '../host/server';
import { allowLoopback, serveExtension, withoutMachine } from '../host/web';
import { type Counts, oneFailed, onePassed, sum } from '../runner/counts';
import { say } from '../runner/say';
import { Workbench } from './drive/workbench';
import { lookMark, type Outcome, outcomeMark } from './outcome';

const limitMs = 120_000;
const look = 'browser: what needs a machine is offered in neither the palette nor the title';

/** Runs the extension and its suite in the extension host of a browser, without a machine behind it. */
export async function runWebSuite(root: string): Promise<Counts> {
  const host = await ensureHost();
  const dataDir = mkdtempSync(path.join(tmpdir(), 'kubeconfig-exec-web-'));
  await build({
    entryPoints: [path.join(root, 'test/vscode/suites/web.ts')],
    // Below the extension: that tells which extension host is to run it.
    outdir: path.join(root, '.vscode-test/suites'),
    ...{ bundle: true, platform: 'browser', target: 'es2023', format: 'cjs', external: ['vscode'] },
    logLevel: 'warning',
  });
  const served = await serveExtension(root);
  const server = await startServer(host, { dataDir, trustWorkspaces: true, development: true });
  const browser = await launchBrowser(allowLoopback);
  const lines: string[] = [];
  let looked: Promise<Outcome> = Promise.resolve({ title: look, state: 'failed', detail: 'not looked at' });
  try {
    const page = await newWindow(browser);
    const ended = new Promise<number>((resolve) => {
      void page.exposeFunction('codeAutomationExit', resolve);
      setTimeout(() => resolve(-1), limitMs).unref();
    });
    await page.exposeFunction('codeAutomationLog', (_severity: string, parts: unknown[]) => {
      lines.push(parts.map(String).join(' '));
      if (lines.at(-1)?.includes(lookMark)) looked = lookAt(page);
    });
    await withoutMachine(page, server, served.origin, `${served.origin}/.vscode-test/suites/web`);
    await page.goto(`${server.origin}/?tkn=${server.token}`);
    const code = await ended;
    const outcomes = outcomesIn(lines);
    if (code !== 0 && outcomes.every(({ state }) => state !== 'failed')) {
      say(`✘ the suite in the browser did not get to its end (${code})`);
      say([...lines.slice(-25), readFileSync(server.logFile, 'utf8').slice(-1000)].join('\n'));
      return oneFailed;
    }
    return tell([...outcomes, await looked]);
  } finally {
    await browser.close();
    await server.stop();
    served.server.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** The page as its user sees it, while the suite waits. */
async function lookAt(page: Page): Promise<Outcome> {
  const workbench = new Workbench(page);
  try {
    await offersNoRun(workbench);
    await workbench.runCommand('View: Close All Editors');
    return { title: look, state: 'passed' };
  } catch (error) {
    return { title: look, state: 'failed', detail: String(error) };
  }
}

async function offersNoRun(workbench: Workbench): Promise<void> {
  await workbench.codeLenses.filter({ hasText: 'Set as current context' }).first().waitFor();
  assert.deepEqual(await workbench.paletteCommands('Kubeconfig'), [
    'Kubeconfig: New Kubeconfig',
    'Kubeconfig: Restart Language Server',
  ]);
  const buttons = workbench.page.locator('.editor-actions').getByRole('button', { name: /^Run Exec Plugin/ });
  assert.equal(await buttons.count(), 0);
}

function outcomesIn(lines: readonly string[]): Outcome[] {
  const line = lines.find((each) => each.includes(outcomeMark));
  return line ? JSON.parse(line.slice(line.indexOf(outcomeMark) + outcomeMark.length)) : [];
}

function tell(outcomes: readonly Outcome[]): Counts {
  if (outcomes.length === 0) return oneFailed;
  return sum(
    outcomes.map(({ title, state, detail }) => {
      say(`${state === 'passed' ? '✔' : '✘'} ${title}${detail ? `\n${detail}` : ''}`);
      return state === 'passed' ? onePassed : oneFailed;
    }),
  );
}
