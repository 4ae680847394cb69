import { posix, win32 } from 'node:path';
import { resolveCommand } from '../../command/resolve';
import { isAbsolute } from '../../command/resolve-windows';
import type { Environment } from '../../environment';

/** What may be looked at besides the document. */
export interface Machine {
  /** Absent without trust: then no file is looked at. */
  readonly environment?: Environment | undefined;
  /** Of the document, absolute; absent for a text without a file. */
  readonly path?: string | undefined;
}

/** The file that a field names, as client-go finds it: `~` and variables are untouched. */
export function namedFile(name: string, { environment, path }: Machine): string | undefined {
  if (!environment) return undefined;
  const { isWhole, join, dirname } = flavourOf(environment);
  if (isWhole(name)) return existing(name, environment);
  return path === undefined ? undefined : existing(join(dirname(path), name), environment);
}

/** The file that a command leads to, if it is a path. */
export function commandFile(command: string, { environment, path }: Machine): string | undefined {
  if (!environment) return undefined;
  const { isWhole, separator } = flavourOf(environment);
  if (!separator.test(command) || (path === undefined && !isWhole(command))) return undefined;
  const found = resolveCommand(command, path ?? environment.cwd, environment).path;
  return found === null ? undefined : existing(found, environment);
}

function existing(path: string, { files }: Environment): string | undefined {
  return files.stat(path)?.kind === 'file' ? path : undefined;
}

function flavourOf({ platform }: Environment) {
  return platform === 'win32'
    ? { ...win32, isWhole: isAbsolute, separator: /[\\/]/ }
    : { ...posix, isWhole: posix.isAbsolute, separator: /\// };
}
