import { posix } from 'node:path';
import type { Environment } from '../environment';
import { headerBytes, startOf } from './executable-format';

/** Why the interpreter in a script's first line can't be started. */
export interface InterpreterFault {
  /** `env` means that /usr/bin/env was found, but not what it is to start. */
  readonly kind: 'missing' | 'not-executable' | 'env';
  /** As the line names it, without a carriage return. */
  readonly name: string;
  /** The line ends in CRLF, and the carriage return counts as a part of the name. */
  readonly carriageReturn: boolean;
}

/**
 * `searchPath`: the PATH that the script will see. `undefined` where it is no script, can't be read, or
 * it is not certain what the interpreter makes of the line.
 */
export function interpreterFault(
  path: string,
  environment: Environment,
  searchPath: string | undefined,
): InterpreterFault | undefined {
  if (environment.platform === 'win32') return undefined;
  const { name, rest } = interpreterLine(path, environment) ?? {};
  if (name === undefined || rest === undefined) return undefined;
  const stat = posix.isAbsolute(name) ? environment.files.stat(name) : undefined;
  if (!stat) return fault('missing', name);
  if (stat.kind !== 'file' || !stat.executable) return fault('not-executable', name);
  if (posix.basename(name) !== 'env') return undefined;
  const program = programOfEnv(rest, environment.platform);
  const gone = program !== undefined && !isOnPath(program, environment, searchPath);
  return gone ? fault('env', program) : undefined;
}

/** The interpreter that a script names, and what follows; as the kernel takes it apart. */
export function interpreterLine(
  path: string,
  environment: Environment,
): { readonly name: string; readonly rest: string } | undefined {
  const line = firstLine(path, environment) ?? '';
  const [, name, rest = ''] = /^#![ \t]*([^ \t\0]+)[ \t]*([^\0]*)/.exec(line) ?? [];
  return name === undefined ? undefined : { name, rest };
}

function fault(kind: InterpreterFault['kind'], name: string): InterpreterFault {
  return { kind, name: name.replace(/\r$/, ''), carriageReturn: name.endsWith('\r') };
}

/** Without its line break; `undefined` when it is longer than what the kernel reads. */
function firstLine(path: string, environment: Environment): string | undefined {
  const start = startOf(path, environment)?.toString('latin1') ?? '';
  const end = start.indexOf('\n');
  if (end < 0 && start.length >= headerBytes) return undefined;
  return start.slice(0, end < 0 ? undefined : end).replace(/[ \t]+$/, '');
}

/** Linux hands on everything behind the interpreter as one argument, which only -S splits. */
export function programOfEnv(rest: string, platform: string): string | undefined {
  const split = rest.startsWith('-S ');
  const program = split || platform !== 'linux' ? rest.replace(/^-S +/, '').split(/[ \t]/)[0] : rest;
  // Options, variables, quotes and paths: there is more to them. For -S a carriage return is white space.
  if (program === undefined || !/^[\w.+][\w.+ -]*\r?$/.test(program)) return undefined;
  return split ? program.trimEnd() : program;
}

/** Whether there may be such a program; env looks into relative folders, too, and those are not known here. */
function isOnPath(name: string, { files }: Environment, searchPath: string | undefined): boolean {
  if (searchPath === undefined) return true;
  return searchPath
    .split(':')
    .some((folder) => !posix.isAbsolute(folder) || files.stat(posix.join(folder, name)) !== undefined);
}
