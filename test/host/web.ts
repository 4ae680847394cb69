import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { Server } from './server';

/** What a page that Playwright has changed may not do otherwise. */
export const allowLoopback = '--disable-features=LocalNetworkAccessChecks';

/** Serves an extension's folder as a host of browser extensions does. */
export async function serveExtension(
  folder: string,
): Promise<{ readonly origin: string; readonly server: HttpServer }> {
  const server = createServer(({ url = '/' }, response) => {
    const file = path.join(
      folder,
      path.posix.join('/', decodeURIComponent(new URL(url, 'http://here').pathname)),
    );
    const found = existsSync(file) && statSync(file).isFile();
    response.writeHead(found ? 200 : 404, {
      'Access-Control-Allow-Origin': '*',
      'Content-Type': file.endsWith('.js') ? 'text/javascript' : 'application/json',
    });
    if (found) createReadStream(file).pipe(response);
    else response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://localhost:${(server.address() as AddressInfo).port}`, server };
}

/**
 * Has the workbench of a server forget the machine behind it, as on vscode.dev: extensions run in the browser, and the
 * folder is one in memory.
 */
export async function withoutMachine(
  page: Page,
  server: Server,
  extension: string,
  tests: string,
): Promise<void> {
  const parts = (address: string) => {
    const { protocol, host, pathname } = new URL(address);
    return { scheme: protocol.slice(0, -1), authority: host, path: pathname };
  };
  await page.route(
    (url) => url.origin === server.origin && url.pathname === '/',
    async (route) => {
      const answer = await route.fetch();
      const html = (await answer.text()).replace(
        /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/,
        (_whole, start: string, settings: string) => {
          const { remoteAuthority: _machine, ...kept } = JSON.parse(settings.replaceAll('&quot;', '"'));
          const configuration = {
            ...kept,
            folderUri: { scheme: 'tmp', path: '/sample' },
            developmentOptions: {
              enableSmokeTestDriver: true,
              extensions: [parts(extension)],
              extensionTestsPath: parts(tests),
            },
          };
          return `${start}${JSON.stringify(configuration).replaceAll('"', '&quot;')}"`;
        },
      );
      await route.fulfill({ body: html, contentType: 'text/html' });
    },
  );
  // code-server's build insists on its machine, and on keeping the user's settings there.
  await page.route(/\/workbench\/workbench\.js$/, async (route) => {
    const answer = await route.fetch();
    const script = (await answer.text())
      .replace('remoteAuthority:location.host', 'remoteAuthority:void 0')
      .replace(/(get userRoamingDataHome\(\)\{return [^}]*?scheme:\w+\.)vscodeRemote/, '$1vscodeUserData');
    await route.fulfill({ body: script, contentType: 'text/javascript' });
  });
}
