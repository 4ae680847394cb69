import { posix } from 'node:path';
import { type Environment, FileError } from '../environment';
import { resolveOnWindows } from './resolve-windows';

/** What Go's exec.LookPath returns: a path, and why it does not count. */
export interface LookedUp {
  /** Absolute, or as the path was given; empty when nothing was found. */
  readonly path: string;
  /** In Go's words. */
  readonly error?: string;
}

export function lookPath(file: string, environment: Environment): LookedUp {
  if (environment.platform === 'win32') return lookPathOnWindows(file, environment);
  if (file.includes('/')) {
    const reason = executableFault(file, environment);
    return reason === undefined ? { path: file } : { path: '', error: `exec: "${file}": ${reason}` };
  }
  for (const folder of file === '' ? [] : posixFolders(environment)) {
    const path = posix.join(folder || '.', file);
    const stat = environment.files.stat(posix.resolve(environment.cwd, path));
    if (!stat || stat.kind === 'directory' || !stat.executable) continue;
    if (posix.isAbsolute(path)) return { path };
    // A match in a relative folder ends the search: Go refuses to run it.
    return { path, error: `exec: "${file}": cannot run executable found relative to current directory` };
  }
  return { path: '', error: `exec: "${file}": executable file not found in $PATH` };
}

/** The folders of PATH as they are written; an empty one is the working folder. */
export function posixFolders({ variables }: Environment): string[] {
  return (variables['PATH'] ?? '').split(':');
}

/** Why a path is not that of an executable. */
function executableFault(file: string, { files, cwd }: Environment): string | undefined {
  const path = posix.resolve(cwd, file);
  const stat = files.stat(path);
  if (!stat) return `stat ${file}: ${reasonOf(path, files)}`;
  if (stat.kind === 'directory') return 'is a directory';
  return stat.executable ? undefined : 'permission denied';
}

function reasonOf(path: string, files: Environment['files']): string {
  try {
    files.read(path, 1);
  } catch (error) {
    if (error instanceof FileError) return error.reason;
    throw error;
  }
  return 'no such file or directory';
}

/** What Go says there is not known in all cases. */
function lookPathOnWindows(file: string, environment: Environment): LookedUp {
  const { path } = resolveOnWindows(file, `${environment.cwd}\\config`, environment);
  if (path !== null && environment.files.stat(path)?.kind === 'file') return { path };
  return { path: '', error: `exec: "${file}": executable file not found in %PATH%` };
}
