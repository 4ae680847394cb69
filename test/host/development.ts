import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser, newWindow, workbenchUrl } from './browser';
import { ensureHost } from './install';
import { endDescendantsOnExit } from './process-tree';
import { startServer } from './server';

const limitMinutes = 5;

/** @vscode/test-electron always passes --disable-workspace-trust; this takes it back. */
const { KUBECONFIG_EXEC_TEST_TRUST: trust } = process.env;
const restricted = trust === 'restricted';

async function main(args: readonly string[]): Promise<number> {
  const folder = args.find((arg) => path.isAbsolute(arg));
  const extension = flag(args, 'extensionDevelopmentPath');
  const tests = flag(args, 'extensionTestsPath');
  if (!folder || !extension || !tests) {
    throw new Error('Usage: vscode-host.mjs FOLDER --extensionDevelopmentPath=… --extensionTestsPath=…');
  }
  const host = await ensureHost();
  const dataDir = mkdtempSync(path.join(tmpdir(), 'kubeconfig-exec-vscode-'));
  process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }));

  const settings = { 'security.workspace.trust.startupPrompt': 'never' };
  const server = await startServer(host, {
    dataDir,
    trustWorkspaces: !restricted,
    development: true,
    extensionsDir: process.env['KUBECONFIG_EXEC_TEST_EXTENSIONS'],
    settings,
  });
  const page = await newWindow(await launchBrowser());
  const { ended } = await listen(page);
  await page.goto(workbenchUrl(server, folder, { development: { extension, tests } }));
  const code = await Promise.race([ended, server.ended]);
  if (code !== 0) {
    console.error(`The end of VS Code's own log:\n${readFileSync(server.logFile, 'utf8').slice(-4000)}`);
  }
  return code;
}

/** The workbench calls `codeAutomationExit` with the outcome of the tests' `run()`. */
async function listen(page: Page): Promise<{ readonly ended: Promise<number> }> {
  await page.exposeFunction('codeAutomationLog', (_severity: string, parts: unknown[]) => {
    console.warn(parts.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join(' '));
  });
  let exit: (code: number) => void = () => {};
  await page.exposeFunction('codeAutomationExit', (code: number) => exit(code));
  const ended = new Promise<number>((resolve, reject) => {
    exit = resolve;
    page.once('crash', () => reject(new Error('The VS Code window crashed.')));
    const late = new Error(`The tests in VS Code did not end within ${limitMinutes} minutes.`);
    setTimeout(() => reject(late), limitMinutes * 60_000);
  });
  return { ended };
}

function flag(args: readonly string[], name: string): string | undefined {
  return args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
}

endDescendantsOnExit();
main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
