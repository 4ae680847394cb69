import {
  accessSync,
  closeSync,
  constants,
  fstatSync,
  opendirSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname } from 'node:path';
import { linksTo } from './disk/links';
import {
  type Environment,
  FileError,
  type FileStat,
  type Files,
  type FolderItem,
  Withheld,
} from './environment';
import { goWords } from './plugin/errno';
import { nodePrograms } from './programs-node';

const files: Files = {
  read(path, length) {
    return inGoWords(path, () => (length === undefined ? readFileSync(path) : readStart(path, length)));
  },
  stat(path) {
    try {
      const stat = statSync(path);
      const kind = stat.isFile() ? 'file' : stat.isDirectory() ? 'directory' : 'other';
      const executable = mayExecute(path, kind);
      return {
        kind,
        executable,
        modified: stat.mtimeMs,
        size: stat.size,
        othersWrite: kind === 'file' && executable && othersWrite(path, stat.mode),
      };
    } catch {
      return undefined;
    }
  },
  list(path) {
    try {
      return listStart(path);
    } catch {
      return [];
    }
  },
  links: linksTo,
};

/** So much of a file is read at most. */
const mostBytes = 2 ** 28;

/** For whoever must not wait: a pipe without a writer would be waited for, and a device may have no end. */
export const promptFiles: Files = {
  ...files,
  read: (path, length) => inGoWords(path, () => readPromptly(path, length)),
};

function readPromptly(path: string, length: number | undefined): Uint8Array {
  const { O_RDONLY, O_NONBLOCK = 0, O_NOCTTY = 0 } = constants;
  const file = openSync(path, O_RDONLY | O_NONBLOCK | O_NOCTTY);
  try {
    const stat = fstatSync(file);
    const isFile = stat.isFile() || stat.isDirectory() || path === '/dev/null';
    if (!isFile)
      throw new Withheld(path, 'it is a pipe or a device, which may have to be waited for', 'read');
    const most = length ?? mostBytes;
    if (length === undefined && stat.size > most) throw new Withheld(path, 'it is too large', 'read');
    return readUpTo(file, most, Math.min(most, Math.max(stat.size, 4096)));
  } finally {
    closeSync(file);
  }
}

/** What the kernel makes up, as in /proc, has no size. */
function readUpTo(file: number, most: number, expected: number): Uint8Array {
  const chunks: Buffer[] = [];
  let got = 0;
  while (got < most) {
    const bytes = Buffer.allocUnsafe(Math.min(expected, most - got));
    const count = readSync(file, bytes, 0, bytes.length, null);
    if (count === 0) break;
    chunks.push(bytes.subarray(0, count));
    got += count;
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}

function inGoWords<R>(path: string, read: () => R): R {
  try {
    return read();
  } catch (error) {
    if (error instanceof FileError) throw error;
    // Go opens a directory without complaint and fails when it reads from it.
    const operation = (error as NodeJS.ErrnoException).code === 'EISDIR' ? 'read' : 'open';
    throw new FileError(path, goWords(error), operation);
  }
}

/** So many names of a folder are read. */
const mostNames = 5000;

function listStart(path: string): FolderItem[] {
  const folder = opendirSync(path);
  try {
    const items: FolderItem[] = [];
    for (let entry = folder.readSync(); entry && items.length < mostNames; entry = folder.readSync()) {
      const kind = entry.isFile() ? 'file' : entry.isDirectory() ? 'directory' : 'other';
      items.push({ name: entry.name, kind });
    }
    return items.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } finally {
    folder.closeSync();
  }
}

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

function othersWrite(path: string, mode: number): boolean {
  if (process.platform === 'win32') return false;
  const folder = statSync(dirname(path)).mode;
  // In a sticky folder, such as /tmp, nobody may replace the files of others.
  return (mode & 0o002) !== 0 || ((folder & 0o002) !== 0 && (folder & 0o1000) === 0);
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
  programs: nodePrograms,
};
