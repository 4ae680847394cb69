import { posix, win32 } from 'node:path';
import type { Environment } from '../environment';
import { interpreterLine, programOfEnv } from './interpreter';
import { executableIn } from './search';

/** A file that becomes code when a command is run. */
export interface Executed {
  readonly role: 'program' | 'interpreter' | 'script';
  /** Absolute. */
  readonly path: string;
}

export interface CommandRun {
  /** Absolute path of the executable. */
  readonly path: string;
  readonly args: readonly string[];
  /** Absolute path of the folder that it runs in. */
  readonly cwd: string;
  /** The PATH that it sees. */
  readonly searchPath: string;
}

/** The kernel gives up on a longer chain. */
const mostInterpreters = 5;

/**
 * The files that a command executes, as far as it can be told without running it: the program, the interpreters
 * of its `#!` lines, and the files among its arguments that are programs or, for a shell or another interpreter,
 * scripts.
 */
export function executedFiles(run: CommandRun, environment: Environment): Executed[] {
  return [
    { role: 'program', path: run.path },
    ...interpretersOf(run, environment),
    ...scriptsOf(run, environment),
  ];
}

function interpretersOf({ path, searchPath }: CommandRun, environment: Environment): Executed[] {
  if (environment.platform === 'win32') return [];
  const found: Executed[] = [];
  let script: string | undefined = path;
  while (script !== undefined && found.length < mostInterpreters) {
    const { name, rest }: Partial<ReturnType<typeof interpreterLine>> =
      interpreterLine(script, environment) ?? {};
    script = undefined;
    if (name === undefined || rest === undefined || !posix.isAbsolute(name)) break;
    found.push({ role: 'interpreter', path: name });
    script = posix.basename(name) === 'env' ? startedByEnv(rest, searchPath, environment) : name;
    if (script !== undefined && script !== name) found.push({ role: 'interpreter', path: script });
  }
  return found;
}

function startedByEnv(rest: string, searchPath: string, environment: Environment): string | undefined {
  const name = programOfEnv(rest, environment.platform)?.trimEnd();
  if (name === undefined) return undefined;
  const folders = searchPath.split(':').filter((folder) => posix.isAbsolute(folder));
  return folders.map((folder) => executableIn(folder, name, environment)).find((path) => path !== undefined);
}

function scriptsOf({ path, args, cwd }: CommandRun, environment: Environment): Executed[] {
  const { platform, files } = environment;
  const { resolve, basename } = platform === 'win32' ? win32 : posix;
  const interprets = interpreters.test(basename(path));
  return args.filter(isLocal).flatMap((arg) => {
    const file = resolve(cwd, arg);
    const stat = files.stat(file);
    if (stat?.kind !== 'file') return [];
    const starts = platform === 'win32' ? windowsPrograms.test(file) : stat.executable;
    return interprets || starts ? [{ role: 'script' as const, path: file }] : [];
  });
}

/** Programs that run the file that they are given. */
const interpreters =
  /^(?:(?:ba|da|k|z|fi|tc|c)?sh|busybox|env|python[\d.]*|py|node(?:js)?|deno|bun|ruby|perl|php|lua|java|dotnet|osascript|pwsh|powershell|cmd|wsl|cscript|wscript)(?:\.exe)?$/i;

const windowsPrograms = /\.(?:exe|com|bat|cmd|ps1|vbs|js|wsf|py)$/i;

/** Whether the folder in which a command runs may decide what it runs: by a relative argument, or by its own ways. */
export function dependsOnFolder(run: CommandRun, environment: Environment): boolean {
  const { isAbsolute, resolve, basename } = environment.platform === 'win32' ? win32 : posix;
  const real = environment.programs?.realPath(run.path) ?? run.path;
  if ([run.path, real].some((path) => launchers.test(basename(path)))) return true;
  return run.args.some(
    (arg) => isLocal(arg) && !isAbsolute(arg) && environment.files.stat(resolve(run.cwd, arg)) !== undefined,
  );
}

/** Windows logs in to the server of a share as soon as a file on it is looked at. */
function isLocal(arg: string): boolean {
  return arg !== '' && !arg.includes('\0') && !/^[\\/]{2}/.test(arg);
}

/** Programs that run what the folder's own files say: packages, versions, tasks. */
const launchers =
  /^(?:npx|npm|pnpm|pnpx|yarn|bunx?|deno|uvx?|pipx|poetry|rye|pdm|pixi|mise|asdf|rtx|direnv|devbox|nix|go|cargo|make|just|task|rake|bundle|dotnet|docker|podman|nerdctl|docker-compose)(?:\.exe|\.cmd)?$/i;
