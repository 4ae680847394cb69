import { type Browser, chromium, type Page } from 'playwright-core';
import { ensureChromium } from './chromium';
import type { Server } from './server';

/** Chromium without anything that looks for a network, a display or a sandbox of its own. */
export async function launchBrowser(...more: readonly string[]): Promise<Browser> {
  return chromium.launch({
    executablePath: await ensureChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
    // Who starts it ends it; Playwright's own handlers would end the process first.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

export function newWindow(browser: Browser): Promise<Page> {
  return browser.newPage({ viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 });
}

export interface Opened {
  /** An extension under development, and its tests. */
  readonly development?: { readonly extension: string; readonly tests?: string };
  /** A file to show. */
  readonly file?: string;
}

/** The address of the workbench: a folder, and what the desktop would get as command-line arguments. */
export function workbenchUrl(server: Server, folder: string, { development, file }: Opened = {}): string {
  const url = new URL(server.origin);
  url.searchParams.set('tkn', server.token);
  url.searchParams.set('folder', folder);
  const remote = (path: string) => `vscode-remote://${url.host}${path}`;
  const payload = [
    ...(development
      ? [
          ['extensionDevelopmentPath', remote(development.extension)],
          ['skipWelcome', 'true'],
        ]
      : []),
    ...(development?.tests ? [['extensionTestsPath', remote(development.tests)]] : []),
    ...(file ? [['openFile', remote(file)]] : []),
  ];
  if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}
