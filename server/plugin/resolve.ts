import { posix, win32 } from 'node:path';
import type { Environment } from '../environment';

export interface ResolvedCommand {
  /** As client-go hands it to os/exec and names it in messages: a bare name, or a path. */
  readonly command: string;
  /** Absolute path to start; `null` when a bare name is not on PATH. */
  readonly path: string | null;
}

/**
 * Where client-go finds the executable: a command with a path separator is joined to the kubeconfig's
 * folder, any other is looked up in PATH. Nothing is expanded and nothing is split.
 */
export function resolveCommand(
  command: string,
  kubeconfigPath: string,
  environment: Environment,
): ResolvedCommand {
  return environment.platform === 'win32'
    ? resolveOnWindows(command, kubeconfigPath, environment)
    : resolveOnPosix(command, kubeconfigPath, environment);
}

function resolveOnPosix(command: string, kubeconfigPath: string, environment: Environment): ResolvedCommand {
  if (posix.isAbsolute(command)) return { command, path: command };
  if (command.includes('/')) {
    const joined = clean(posix.join(posix.dirname(kubeconfigPath), command));
    return { command: joined, path: joined };
  }
  return { command, path: lookUp(command, environment) };
}

/** Go's LookPath. A match in a relative folder ends the search: Go refuses to run it. */
function lookUp(name: string, environment: Environment): string | null {
  if (name === '') return null;
  for (const folder of (environment.variables['PATH'] ?? '').split(':')) {
    const path = posix.join(folder || '.', name);
    const stat = environment.files.stat(posix.resolve(environment.cwd, path));
    if (!stat || stat.kind === 'directory' || !stat.executable) continue;
    return posix.isAbsolute(path) ? path : null;
  }
  return null;
}

function clean(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}

function resolveOnWindows(
  command: string,
  kubeconfigPath: string,
  environment: Environment,
): ResolvedCommand {
  if (win32.isAbsolute(command)) return { command, path: withExtension(command, environment) ?? command };
  // client-go looks for a backslash only; a slash is left to os/exec, which starts at its own folder.
  if (command.includes('\\')) {
    const joined = win32.join(win32.dirname(kubeconfigPath), command);
    return { command: joined, path: withExtension(joined, environment) ?? joined };
  }
  if (/[:/]/.test(command)) {
    const joined = win32.resolve(environment.cwd, command);
    return { command, path: withExtension(joined, environment) ?? joined };
  }
  return { command, path: lookUpOnWindows(command, environment) };
}

/** Go sees the executable in the current folder first, and refuses it unless PATH has the same one. */
function lookUpOnWindows(name: string, environment: Environment): string | null {
  const here = withExtension(win32.join(environment.cwd, name), environment);
  const folders = (variable(environment, 'PATH') ?? '').split(';').map((folder) => folder.replace(/"/g, ''));
  for (const folder of folders.filter((folder) => folder !== '')) {
    const found = withExtension(win32.join(win32.resolve(environment.cwd, folder), name), environment);
    if (!found) continue;
    const same = here === undefined || here.toLowerCase() === found.toLowerCase();
    return same && win32.isAbsolute(folder) ? found : null;
  }
  return null;
}

function withExtension(path: string, environment: Environment): string | undefined {
  const extensions = (variable(environment, 'PATHEXT') || '.com;.exe;.bat;.cmd').toLowerCase().split(';');
  const own = extensions.includes(win32.extname(path).toLowerCase()) ? [''] : [];
  return [...own, ...extensions]
    .map((extension) => path + extension)
    .find((candidate) => environment.files.stat(candidate)?.kind === 'file');
}

/** Names of variables ignore case on Windows. */
function variable(environment: Environment, name: string): string | undefined {
  const found = Object.keys(environment.variables).find((key) => key.toUpperCase() === name);
  return found === undefined ? undefined : environment.variables[found];
}
