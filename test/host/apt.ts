import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { runLogged } from '../runner/process';
import { say } from '../runner/say';

/** The absolute path of the first of these commands that is on PATH. */
export function findCommand(...names: readonly string[]): string | undefined {
  const { PATH = '' } = process.env;
  const folders = PATH.split(path.delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isExecutable);
}

/** Installs Debian packages, or throws with the command that a person has to run. */
export async function installPackages(packages: readonly string[], log: string): Promise<void> {
  const root = process.getuid?.() === 0;
  const manual = `apt-get update && apt-get install -y ${packages.join(' ')}`;
  if (!findCommand('apt-get') || (!root && !findCommand('sudo'))) {
    throw new Error(`Needed on this machine: ${packages.join(' ')}. On Debian or Ubuntu, as root: ${manual}`);
  }
  say(`Installing Debian packages: ${packages.join(' ')} …`);
  // Without a terminal sudo can't ask for a password: let it fail at once instead of hanging.
  const sudo = root ? [] : ['sudo', ...(process.stdin.isTTY ? [] : ['-n'])];
  const aptGet = async (...args: string[]) => {
    const [command = 'apt-get', ...rest] = [
      ...sudo,
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      ...args,
    ];
    await runLogged(log, command, rest);
  };
  try {
    await aptGet('update');
    await aptGet('install', '-y', '--no-install-recommends', ...packages);
  } catch (error) {
    throw new Error(
      `Could not install Debian packages. As root, run: ${manual}\n${(error as Error).message}`,
    );
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
