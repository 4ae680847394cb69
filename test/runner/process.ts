import { type SpawnOptions, spawn } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';
import { finished } from 'node:stream/promises';

/** Runs a command with its output on the terminal. Answers its exit code, 1 when a signal ended it. */
export function run(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/** Runs a command with its output in a log file; throws with the end of that log when it fails. */
export async function runLogged(
  logFile: string,
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<void> {
  const log = createWriteStream(logFile, { flags: 'a' });
  const shown = [command, ...args].join(' ');
  log.write(`$ ${shown}\n`);
  const code = await new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout?.pipe(log, { end: false });
    child.stderr?.pipe(log, { end: false });
    child.once('error', reject);
    child.once('close', resolve);
  });
  log.end();
  await finished(log);
  if (code !== 0) {
    const tail = readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-30).join('\n');
    throw new Error(`\`${shown}\` failed (${code}). The end of ${logFile}:\n${tail}`);
  }
}
