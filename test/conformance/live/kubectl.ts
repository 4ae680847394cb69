import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findCommand } from '../../host/apt';

/** A kubectl on this machine. */
export interface Kubectl {
  readonly path: string;
  /** Such as `1.33`. */
  readonly version: string;
}

/** Those named in KUBECTL (paths, separated by commas), else the one on PATH, if there is one. */
export function kubectls(): Kubectl[] {
  const { KUBECTL: chosen } = process.env;
  const paths = chosen ? chosen.split(',') : [findCommand('kubectl')].filter((path) => path !== undefined);
  return paths.map((path) => ({ path, version: versionOf(path) }));
}

function versionOf(path: string): string {
  const { stdout, error } = spawnSync(path, ['version', '--client', '-o', 'json'], { encoding: 'utf8' });
  if (error) throw new Error(`KUBECTL: ${path} can't be run: ${error.message}`);
  const { clientVersion } = JSON.parse(stdout) as { clientVersion: { major: string; minor: string } };
  return `${clientVersion.major}.${clientVersion.minor.replace(/\D.*/, '')}`;
}

export interface Question {
  /** Everything after `kubectl`. */
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly PATH?: string;
}

export interface Answer {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
  /** The last message, all its lines; empty when there is none. */
  readonly error: string;
}

const home = mkdtempSync(join(tmpdir(), 'kubeconfig-exec-home-'));
process.on('exit', () => rmSync(home, { recursive: true, force: true }));

/**
 * Whether kubectl can be put where there is no network: what a changed kubeconfig names as its server must
 * not be dialled.
 */
export const isolated = spawnSync('unshare', ['--net', 'true']).status === 0;

/** Runs kubectl without a network, with an empty home folder and no standard input. */
export function ask(
  { path }: Kubectl,
  { args, cwd, env = {}, PATH = '/nonexistent' }: Question,
): Promise<Answer> {
  const command = isolated ? ['unshare', '--net', path, ...args] : [path, ...args];
  const [file = path, ...rest] = command;
  const options = { cwd, env: { PATH, HOME: home, ...env }, encoding: 'utf8', timeout: 20_000 } as const;
  return new Promise((resolve, reject) => {
    const child = execFile(absolute(file), rest, options, (error, stdout, stderr) => {
      if (error && typeof error.code !== 'number') reject(error);
      else resolve({ exit: Number(error?.code ?? 0), stdout, stderr, error: lastMessage(stderr) });
    });
    child.stdin?.end();
  });
}

function absolute(command: string): string {
  return findCommand(command) ?? command;
}

/** A prompt has no line of its own. */
const start =
  /^(?:Please enter Username: )?(?=error: |Error in configuration: |Unable to connect|The connection to |Error from )/gm;

function lastMessage(stderr: string): string {
  const found = [...stderr.matchAll(start)].at(-1);
  return found ? stderr.slice(found.index + found[0].length).trimEnd() : '';
}
