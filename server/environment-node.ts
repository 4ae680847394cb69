import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { type Environment, FileError, type FileStat, type Files } from './environment';
import { goWords } from './plugin/errno';

const files: Files = {
  read(path) {
    try {
      return readFileSync(path);
    } catch (error) {
      // Go opens a directory without complaint and fails when it reads from it.
      const operation = (error as NodeJS.ErrnoException).code === 'EISDIR' ? 'read' : 'open';
      throw new FileError(path, goWords(error), operation);
    }
  },
  stat(path) {
    try {
      const stat = statSync(path);
      const kind = stat.isFile() ? 'file' : stat.isDirectory() ? 'directory' : 'other';
      return { kind, executable: mayExecute(path, kind), modified: stat.mtimeMs, size: stat.size };
    } catch {
      return undefined;
    }
  },
};

function mayExecute(path: string, kind: FileStat['kind']): boolean {
  if (process.platform === 'win32') return kind === 'file';
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The process that this code runs in. */
export const nodeEnvironment: Environment = {
  platform: process.platform,
  get cwd() {
    return process.cwd();
  },
  home: homedir(),
  get variables() {
    return process.env;
  },
  now: () => Date.now(),
  files,
};
