import { accessSync, closeSync, constants, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { type Environment, FileError, type FileStat, type Files } from './environment';
import { goWords } from './plugin/errno';

const files: Files = {
  read(path, length) {
    try {
      return length === undefined ? readFileSync(path) : readStart(path, length);
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

function readStart(path: string, length: number): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(file, bytes, 0, length, 0));
  } finally {
    closeSync(file);
  }
}

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
