import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { run } from '../runner/process';
import type { Host } from './install';
import { endTree } from './process-tree';

export interface ServerOptions {
  /** Where this server keeps everything: settings, extensions, logs. */
  readonly dataDir: string;
  readonly port?: number;
  readonly trustWorkspaces: boolean;
  /** Whether the workbench takes an extension under development, with its tests. */
  readonly development?: boolean;
  /** Where installed extensions are; default: in `dataDir`. */
  readonly extensionsDir?: string | undefined;
  /** The user's settings on top of the quiet ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly env?: NodeJS.ProcessEnv;
}

export interface Server {
  readonly origin: string;
  /** Whoever knows it may run anything as this user. */
  readonly token: string;
  readonly logFile: string;
  /** Rejects when the server ends; it does not end by itself. */
  readonly ended: Promise<never>;
  /** Ends it with its extension hosts and what those have started. */
  stop(): Promise<void>;
}

/** No telemetry, updates, tips, AI or motion: nothing but the editor, so that pictures show what is ours. */
const quietSettings = {
  'chat.disableAIFeatures': true,
  'editor.minimap.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'telemetry.telemetryLevel': 'off',
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
};

/** Starts VS Code's own server on the loopback interface and waits until it listens. */
export function startServer(host: Host, options: ServerOptions): Promise<Server> {
  const user = path.join(options.dataDir, 'data/User');
  mkdirSync(user, { recursive: true });
  writeFileSync(path.join(user, 'settings.json'), JSON.stringify({ ...quietSettings, ...options.settings }));

  const token = randomUUID();
  const tokenFile = path.join(options.dataDir, 'token');
  writeFileSync(tokenFile, token, { mode: 0o600 });

  const args = [
    ...['--host', '127.0.0.1', '--port', String(options.port ?? 0), '--connection-token-file', tokenFile],
    ...['--accept-server-license-terms', '--telemetry-level', 'off'],
    // Without the smoke test driver the workbench ignores an extension under development.
    ...(options.development ? ['--enable-smoke-test-driver'] : []),
    ...(options.trustWorkspaces ? ['--disable-workspace-trust'] : []),
  ];
  const child = spawn(
    host.node,
    [host.serverMain, ...args, ...folders(options.dataDir, options.extensionsDir)],
    {
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const logFile = path.join(options.dataDir, 'server.log');
  const log = createWriteStream(logFile);
  child.stderr.pipe(log, { end: false });
  const ended = new Promise<never>((_resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`VS Code's server ended (${code}); see ${logFile}`)));
  });
  const stop = async () => {
    endTree(child.pid ?? 0);
    await ended.catch(() => {});
  };
  const listening = new Promise<Server>((resolve) => {
    createInterface(child.stdout).on('line', (line) => {
      log.write(`${line}\n`);
      const port = /Extension host agent listening on (\d+)/.exec(line)?.[1];
      if (port) {
        resolve({ origin: `http://127.0.0.1:${port}`, token, logFile, ended, stop });
      }
    });
  });
  return Promise.race([listening, ended]);
}

/** Installs a .vsix as `code --install-extension` does. */
export async function installExtension(host: Host, dataDir: string, vsix: string): Promise<void> {
  const args = [host.serverMain, '--accept-server-license-terms', '--install-extension', vsix];
  if ((await run(host.node, [...args, ...folders(dataDir)])) !== 0) {
    throw new Error(`VS Code did not install ${vsix}`);
  }
}

function folders(dataDir: string, extensionsDir = path.join(dataDir, 'extensions')): string[] {
  return ['--server-data-dir', dataDir, '--extensions-dir', extensionsDir];
}
