import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import manifest from '../../package.json';
import { launchBrowser, newWindow } from '../host/browser';
import { ensureHost } from '../host/install';
import { startServer } from '../host/server';
import { allowLoopback, serveExtension, withoutMachine } from '../host/web';
import { type Counts, oneFailed, onePassed, sum } from '../runner/counts';
import { say } from '../runner/say';
import { type Outcome, outcomeMark } from './outcome';

const limitMs = 120_000;

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
  const served = await serveExtension(root, { ...manifest, browser: './dist/extension.web.js' });
  const server = await startServer(host, { dataDir, trustWorkspaces: true, development: true });
  const browser = await launchBrowser(allowLoopback);
  const lines: string[] = [];
  try {
    const page = await newWindow(browser);
    const ended = new Promise<number>((resolve) => {
      void page.exposeFunction('codeAutomationExit', resolve);
      setTimeout(() => resolve(-1), limitMs).unref();
    });
    await page.exposeFunction('codeAutomationLog', (_severity: string, parts: unknown[]) => {
      lines.push(parts.map(String).join(' '));
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
    return tell(outcomes);
  } finally {
    await browser.close();
    await server.stop();
    served.server.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
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
