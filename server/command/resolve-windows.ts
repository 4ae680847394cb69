import { win32 } from 'node:path';
import type { Environment } from '../environment';
import type { ResolvedCommand } from './resolve';

/** The same on Windows, where an extension of PATHEXT may be left out. */
export function resolveOnWindows(
  command: string,
  kubeconfigPath: string,
  environment: Environment,
): ResolvedCommand {
  if (isAbsolute(command)) return { command, path: withExtension(command, environment) };
  // client-go looks for a backslash only; a slash is left to os/exec, which starts at its own folder.
  if (command.includes('\\')) {
    const joined = win32.join(win32.dirname(kubeconfigPath), command);
    return { command: joined, path: withExtension(joined, environment) };
  }
  if (/[:/]/.test(command)) {
    return { command, path: withExtension(win32.resolve(environment.cwd, command), environment) };
  }
  return { command, path: lookUp(command, environment) };
}

/** For Go a path is absolute with its drive or share only. */
export function isAbsolute(path: string): boolean {
  return /^(?:[a-zA-Z]:)[\\/]|^[\\/]{2}/.test(path);
}

/** Go sees the executable in the current folder first, and refuses it unless PATH has the same one. */
function lookUp(name: string, environment: Environment): string | null {
  const skipsCurrent = variable(environment, 'NODEFAULTCURRENTDIRECTORYINEXEPATH') !== undefined;
  const here = skipsCurrent ? undefined : existing(win32.join(environment.cwd, name), environment);
  for (const folder of windowsFolders(environment)) {
    const found = existing(win32.join(win32.resolve(environment.cwd, folder), name), environment);
    if (!found) continue;
    const same = here === undefined || here.toLowerCase() === found.toLowerCase();
    return same && isAbsolute(folder) ? found : null;
  }
  return null;
}

/** The folders of PATH. Quotes keep a semicolon in a name. */
export function windowsFolders(environment: Environment): string[] {
  const parts = (variable(environment, 'PATH') ?? '').match(/(?:"[^"]*"?|[^;"])+/g) ?? [];
  return parts.map((folder) => folder.replaceAll('"', '')).filter((folder) => folder !== '');
}

/** A path with an extension of PATHEXT is taken as it is, whether or not there is such a file. */
function withExtension(path: string, environment: Environment): string | null {
  if (extensions(environment).includes(win32.extname(path).toLowerCase())) return path;
  return existing(path, environment) ?? null;
}

/** The file itself if its name has an extension, else with the first of PATHEXT that fits. */
export function existing(path: string, environment: Environment): string | undefined {
  const own = win32.basename(path).includes('.') ? [''] : [];
  return [...own, ...extensions(environment)]
    .map((extension) => path + extension)
    .find((candidate) => (environment.files.stat(candidate)?.kind ?? 'directory') !== 'directory');
}

function extensions(environment: Environment): string[] {
  const given = (variable(environment, 'PATHEXT') || '.com;.exe;.bat;.cmd').toLowerCase().split(';');
  return given
    .filter((extension) => extension !== '')
    .map((extension) => (extension.startsWith('.') ? extension : `.${extension}`));
}

/** Names of variables ignore case on Windows. */
function variable(environment: Environment, name: string): string | undefined {
  const found = Object.keys(environment.variables).find((key) => key.toUpperCase() === name);
  return found === undefined ? undefined : environment.variables[found];
}
