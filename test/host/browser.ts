import { type Browser, chromium, type Page } from 'playwright-core';
import { ensureChromium } from './chromium';
import type { Server } from './server';

/** Chromium without anything that looks for a network, a display or a sandbox of its own. */
export async function launchBrowser(): Promise<Browser> {
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

/** The address of the workbench: a folder, and what the desktop would get as command-line arguments. */
export function workbenchUrl(
  server: Server,
  folder: string,
  development?: { readonly extension: string; readonly tests?: string },
): string {
  const url = new URL(server.origin);
  url.searchParams.set('tkn', server.token);
  url.searchParams.set('folder', folder);
  if (development) {
    const remote = (file: string) => `vscode-remote://${url.host}${file}`;
    const payload = [
      ['extensionDevelopmentPath', remote(development.extension)],
      ...(development.tests ? [['extensionTestsPath', remote(development.tests)]] : []),
      ['skipWelcome', 'true'],
    ];
    url.searchParams.set('payload', JSON.stringify(payload));
  }
  return url.href;
}
