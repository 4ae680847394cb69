import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, lstatSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

// Only what Node itself brings may be imported here: this is what runs first after a clone.

const root = fileURLToPath(new URL('../..', import.meta.url));
const note = path.join(root, 'node_modules/.kubeconfig-exec-lock');

/** Installs the root package's dependencies unless exactly those of package-lock.json are there. */
export function ensureDependencies() {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    throw new Error(`Node.js 20 or newer is needed; this is ${process.version}.`);
  }
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(note) && readFileSync(note, 'utf8') === lock) {
    return;
  }
  if (lstatSync(path.dirname(note), { throwIfNoEntry: false })?.isSymbolicLink()) {
    throw new Error(
      'node_modules is a link, and installing would empty the folder behind it. Remove the link first.',
    );
  }
  process.stdout.write('Installing the dependencies (npm ci) …\n');
  const logFile = path.join(tmpdir(), `kubeconfig-exec-npm-${process.pid}.log`);
  const log = openSync(logFile, 'w');
  const { status, error } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', log, log],
    // npm is a script on Windows.
    shell: process.platform === 'win32',
  });
  closeSync(log);
  if (status !== 0) {
    const tail = readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-30).join('\n');
    throw new Error(`npm ci failed (${error?.message ?? status}). The end of ${logFile}:\n${tail}`);
  }
  rmSync(logFile);
  writeFileSync(note, lock);
}
