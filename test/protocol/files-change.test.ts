import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  DidChangeWatchedFilesNotification,
  type DidChangeWatchedFilesRegistrationOptions,
  DidSaveTextDocumentNotification,
  FileChangeType,
  LogMessageNotification,
  type LSPAny,
  RegistrationRequest,
  UnregistrationRequest,
} from 'vscode-languageserver/node';
import { trustGranted, windowFocused } from '../../server/protocol';
import { Client, fileUri } from './client';
import { execKubeconfig } from './kubeconfigs';
import { type Folder, temporaryFolder } from './temporary';

const folder = temporaryFolder();
let folders = 0;

/** A folder of its own with a kubeconfig whose plugin is not there yet. */
function kubeconfigIn(command = './plugin'): {
  place: string;
  uri: string;
  text: string;
  write: Folder['write'];
} {
  const name = `${++folders}`;
  const text = execKubeconfig({ command });
  const uri = fileUri(folder.write(`${name}/kubeconfig`, text));
  const write: Folder['write'] = (file, ...rest) => folder.write(`${name}/${file}`, ...rest);
  return { place: path.join(folder.path, name), uri, text, write };
}

async function start(t: TestContext, options: LSPAny, capabilities = {}): Promise<Client> {
  const client = await Client.start({ initialize: { initializationOptions: options, capabilities } });
  t.after(() => client.kill());
  return client;
}

/** The codes that are published next because of what `act` does. */
async function codesAfter(client: Client, uri: string, act: () => unknown): Promise<unknown[]> {
  client.published.length = 0;
  await act();
  return (await client.diagnostics(uri, 1)).diagnostics.map(({ code }) => code);
}

const plugin = ['plugin', '#!/bin/sh\n', 0o755] as const;
const told = { trusted: true, tellsFocus: true };

describe('a missing command is found', () => {
  test('once the window is focused', async (t) => {
    const client = await start(t, told);
    const { uri, text, write } = kubeconfigIn();
    assert.deepEqual(await codesAfter(client, uri, () => client.open(uri, text)), ['command-not-found']);
    write(...plugin);
    assert.deepEqual(
      await codesAfter(client, uri, () => client.connection.sendNotification(windowFocused)),
      [],
    );
  });

  test('once a document is saved', async (t) => {
    const client = await start(t, told);
    const { uri, text, write } = kubeconfigIn();
    await client.check(uri, text);
    write(...plugin);
    const save = () =>
      client.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri } });
    assert.deepEqual(await codesAfter(client, uri, save), []);
  });

  test('after some seconds, when a client says nothing', async (t) => {
    const client = await start(t, { trusted: true });
    const { uri, text, write } = kubeconfigIn();
    await client.check(uri, text);
    assert.deepEqual(await codesAfter(client, uri, () => write(...plugin)), []);
  });

  test('and what has been made not executable, or broken, is told', async (t) => {
    const client = await start(t, told);
    const { uri, text, write } = kubeconfigIn();
    const focus = () => client.connection.sendNotification(windowFocused);
    write('plugin', '', 0o755);
    assert.deepEqual(await codesAfter(client, uri, () => client.open(uri, text)), ['command-not-startable']);
    write('plugin', '#!/no/such/interpreter\n');
    assert.deepEqual(await codesAfter(client, uri, focus), ['command-interpreter-not-found']);
  });
});

/** A client that watches what it is asked to. */
class Watching {
  readonly registered = new Map<string, DidChangeWatchedFilesRegistrationOptions['watchers']>();
  #heard = () => {};

  constructor(private readonly client: Client) {
    client.connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      for (const { id, method, registerOptions } of registrations) {
        assert.equal(method, DidChangeWatchedFilesNotification.type.method);
        this.registered.set(id, (registerOptions as DidChangeWatchedFilesRegistrationOptions).watchers);
      }
      setImmediate(() => this.#heard());
    });
    client.connection.onRequest(UnregistrationRequest.type, ({ unregisterations }) => {
      for (const { id } of unregisterations) this.registered.delete(id);
      setImmediate(() => this.#heard());
    });
  }

  /** Resolves when just these are watched below the tests' folder, each as `folder pattern`. */
  until(...wanted: string[]): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (JSON.stringify(this.#own) === JSON.stringify(wanted)) resolve();
      };
      this.#heard = look;
      look();
    });
  }

  get #own(): string[] {
    const all = [...this.registered.values()].flat().map(({ globPattern }) => {
      assert.ok(typeof globPattern === 'object' && typeof globPattern.baseUri === 'string');
      return `${fileURLToPath(globPattern.baseUri)} ${globPattern.pattern}`;
    });
    return all.filter((each) => each.startsWith(folder.path));
  }

  async change(file: string, type: FileChangeType): Promise<void> {
    const changes = [{ uri: fileUri(file), type }];
    await this.client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
  }
}

const watches = {
  workspace: { didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true } },
};

describe('the client is asked to watch', () => {
  test('the file that a command names, and when it has come the fault is gone', async (t) => {
    const client = await start(t, { trusted: true }, watches);
    const watching = new Watching(client);
    const { place, uri, text, write } = kubeconfigIn();
    await client.check(uri, text);
    await watching.until(`${place} plugin`);
    const file = write(...plugin);
    const change = () => watching.change(file, FileChangeType.Created);
    assert.deepEqual(await codesAfter(client, uri, change), []);
    await client.close(uri);
    await watching.until();
  });

  test('the nearest folder that there is, and nearer ones when they come', async (t) => {
    const client = await start(t, { trusted: true }, watches);
    const watching = new Watching(client);
    const { place, uri, text, write } = kubeconfigIn('./tools/bin/plugin');
    await client.check(uri, text);
    await watching.until(`${place} tools`);
    mkdirSync(path.join(place, 'tools'));
    await watching.change(path.join(place, 'tools'), FileChangeType.Created);
    await watching.until(`${place}/tools bin`);
    const file = write('tools/bin/plugin', '#!/bin/sh\n', 0o755);
    const change = () => watching.change(path.dirname(file), FileChangeType.Created);
    assert.deepEqual(await codesAfter(client, uri, change), []);
    await watching.until(`${place}/tools/bin plugin`);
  });

  test('files of certificates and tokens, and nothing before trust is granted', async (t) => {
    const client = await start(t, {}, watches);
    const watching = new Watching(client);
    const { place, uri, text } = kubeconfigIn();
    const other = `${text.replace('server:', 'certificate-authority: ca.crt\n      server:')}  - name: more
    user: { tokenFile: token, client-certificate: c.crt, client-key: c.key }
`;
    assert.deepEqual((await client.check(uri, other)).diagnostics, []);
    await client.connection.sendNotification(trustGranted);
    await watching.until(`${place} {c.crt,c.key,ca.crt,plugin,token}`);
    assert.equal(watching.registered.size, 1, 'asked once');
  });

  test('and may refuse', async (t) => {
    const client = await start(t, told, watches);
    const refused = new Promise<string>((resolve) => {
      client.connection.onNotification(LogMessageNotification.type, ({ message }) => resolve(message));
    });
    const { uri, text, write } = kubeconfigIn();
    await client.check(uri, text);
    assert.match(await refused, /refuses to watch files/);
    write(...plugin);
    assert.deepEqual(
      await codesAfter(client, uri, () => client.connection.sendNotification(windowFocused)),
      [],
    );
  });
});
