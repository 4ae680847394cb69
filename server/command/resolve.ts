import { posix } from 'node:path';
import type { Environment } from '../environment';
import { lookPath } from './look-path';
import { resolveOnWindows } from './resolve-windows';

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
    const joined = withoutSlash(posix.join(posix.dirname(kubeconfigPath), command));
    return { command: joined, path: joined };
  }
  const { path, error } = lookPath(command, environment);
  return { command, path: error === undefined ? path : null };
}

/** Node.js keeps a slash at the end of a path, Go does not. */
function withoutSlash(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}
