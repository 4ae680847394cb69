import { posix, win32 } from 'node:path';
import type { Environment } from '../environment';
import { knownFolders } from './known-folders';
import { posixFolders } from './look-path';
import { existing, isAbsolute, windowsFolders } from './resolve-windows';

/** Where a bare name was looked up, and where else it is. Folders are absolute unless it says otherwise. */
export interface Search {
  /** The folders of PATH as they are written, each once. */
  readonly folders: readonly string[];
  /** The path of the executable of that name in an absolute folder of PATH. */
  readonly onPath: string | undefined;
  /** The first folder of PATH that has it, but relative: Go does not run what is found there. */
  readonly relative: string | undefined;
  /** A file of that name in a folder of PATH which may not be executed. */
  readonly notExecutable: string | undefined;
  /** Paths of executables of that name in well-known folders that are not on PATH. */
  readonly elsewhere: readonly string[];
}

export function searchFor(name: string, environment: Environment): Search {
  const folders = [...new Set(pathFolders(environment))];
  const isWhole = environment.platform === 'win32' ? isAbsolute : posix.isAbsolute;
  const known = knownFolders(environment.platform)
    .map((folder) => folder.replace(/^~/, environment.home))
    .filter((folder) => !folders.includes(folder));
  const whole = folders.filter(isWhole);
  return {
    onPath: whole.map((folder) => executableIn(folder, name, environment)).find((path) => path !== undefined),
    folders: folders.filter((folder) => folder !== ''),
    relative: folders.find((folder) => !isWhole(folder) && executableIn(folder, name, environment)),
    notExecutable: whole
      .map((folder) => posix.join(folder, name))
      .find((path) => environment.files.stat(path)?.kind === 'file' && !executableAt(path, environment)),
    elsewhere: known.flatMap((folder) => executableIn(folder, name, environment) ?? []),
  };
}

export function pathFolders(environment: Environment): string[] {
  return environment.platform === 'win32' ? windowsFolders(environment) : posixFolders(environment);
}

/** The path of the executable that a bare name stands for in a folder. */
export function executableIn(folder: string, name: string, environment: Environment): string | undefined {
  if (environment.platform === 'win32') {
    return existing(win32.join(win32.resolve(environment.cwd, folder), name), environment);
  }
  const path = posix.join(posix.resolve(environment.cwd, folder), name);
  return executableAt(path, environment) ? path : undefined;
}

function executableAt(path: string, { files }: Environment): boolean {
  const stat = files.stat(path);
  return stat !== undefined && stat.kind !== 'directory' && stat.executable;
}
