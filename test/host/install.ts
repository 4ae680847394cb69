import { createHash, randomUUID } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runLogged } from '../runner/process';
import { say } from '../runner/say';
import { findCommand, installPackages } from './apt';

/** VS Code without a desktop: its server, and the Node that it wants. */
export interface Host {
  readonly node: string;
  readonly serverMain: string;
}

const here = path.dirname(fileURLToPath(import.meta.url));
/** To be changed with what `fill` leaves behind. */
const recipe = '1';
const readyMark = '.ready';
const nativeModules = ['@vscode/spdlog', '@vscode/native-watchdog'];

/** Finds the host in the user's cache, or installs it there, once for all clones. */
export async function ensureHost(): Promise<Host> {
  if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch)) {
    throw new Error('The embedded VS Code runs on Linux (x64, arm64). Elsewhere set VSCODE_EXECUTABLE.');
  }
  const folder = hostFolder();
  if (!existsSync(path.join(folder, readyMark))) {
    await install(folder);
  }
  return { node: nodeIn(folder), serverMain: path.join(vscodeIn(folder), 'out/server-main.js') };
}

function hostFolder(): string {
  const { KUBECONFIG_EXEC_HOST_DIR: chosen, XDG_CACHE_HOME: cacheHome } = process.env;
  if (chosen) {
    return path.resolve(chosen);
  }
  const cache = cacheHome || path.join(homedir(), '.cache');
  const lock = readFileSync(path.join(here, 'package-lock.json'));
  const hash = createHash('sha256').update(lock).update(recipe).digest('hex').slice(0, 16);
  return path.join(cache, 'kubeconfig-exec', `host-${hash}`);
}

/** Builds in a folder of its own and renames it at the end, so that no half of a host is ever used. */
async function install(folder: string): Promise<void> {
  say('Installing the embedded VS Code, once for all clones: about a minute, 800 MB.');
  say(`  into ${folder}`);
  const log = path.join(mkdtempSync(path.join(tmpdir(), 'kubeconfig-exec-install-')), 'log');
  mkdirSync(path.dirname(folder), { recursive: true });
  dropAbandoned(folder);
  if (!['make', 'g++', 'python3'].every((tool) => findCommand(tool))) {
    await installPackages(['build-essential', 'python3'], log);
  }
  const draft = `${folder}.draft-${process.pid}-${randomUUID().slice(0, 8)}`;
  mkdirSync(draft);
  try {
    await fill(draft, log);
    writeFileSync(path.join(draft, readyMark), '');
    publish(draft, folder);
    rmSync(path.dirname(log), { recursive: true });
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

async function fill(draft: string, log: string): Promise<void> {
  for (const file of ['package.json', 'package-lock.json']) {
    cpSync(path.join(here, file), path.join(draft, file));
  }
  const quiet = ['--no-audit', '--no-fund'];
  // No install scripts here: code-server's compiles far more than a server for tests needs.
  say('  downloading …');
  await runLogged(log, 'npm', ['ci', '--ignore-scripts', ...quiet], { cwd: draft });

  const node = nodeIn(draft);
  const vscode = vscodeIn(draft);
  const { PATH = '' } = process.env;
  const env = {
    ...process.env,
    PATH: `${path.dirname(node)}${path.delimiter}${PATH}`,
    // The headers that came with that Node: node-gyp would download others.
    npm_config_nodedir: path.resolve(node, '../..'),
  };
  say('  downloading what VS Code depends on …');
  await runLogged(log, 'npm', ['install', '--omit=dev', '--ignore-scripts', ...quiet], { cwd: vscode, env });
  // Of the native modules without a prebuilt binary only these matter here: output channels are written by
  // the first, and extension hosts load the second at their start.
  say('  compiling two native modules …');
  await runLogged(log, 'npm', ['rebuild', ...nativeModules, '--foreground-scripts'], { cwd: vscode, env });
  for (const name of nativeModules) {
    if (!existsSync(path.join(vscode, 'node_modules', name, 'build/Release'))) {
      throw new Error(`npm did not compile ${name}; see ${log}`);
    }
  }
}

function publish(draft: string, folder: string): void {
  try {
    renameSync(draft, folder);
  } catch (error) {
    if (!existsSync(path.join(folder, readyMark))) {
      throw new Error(`${folder} is in the way of the embedded VS Code: ${(error as Error).message}`);
    }
    // Another process was faster; what it made is the same.
  }
}

/** Removes what installs that were killed have left behind. */
function dropAbandoned(folder: string): void {
  const parent = path.dirname(folder);
  for (const name of readdirSync(parent)) {
    const pid = /\.draft-(\d+)-/.exec(name)?.[1];
    if (pid && !existsSync(`/proc/${pid}`)) {
      rmSync(path.join(parent, name), { recursive: true, force: true });
    }
  }
}

function nodeIn(folder: string): string {
  return path.join(folder, `node_modules/node-linux-${process.arch}/bin/node`);
}

function vscodeIn(folder: string): string {
  return path.join(folder, 'node_modules/code-server/lib/vscode');
}
