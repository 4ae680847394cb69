import { join } from 'node:path';
import { resolveCommand } from '../../command/resolve';
import type { Environment } from '../../environment';

export interface Place {
  readonly environment?: Environment | undefined;
  readonly directory?: string | undefined;
}

/** Whether kubectl finds an executable under a command, on this machine. */
export function existsAs(command: string, { environment, directory }: Place): boolean {
  if (!environment) return false;
  const kubeconfig = join(directory ?? environment.cwd, 'config');
  const { path } = resolveCommand(command, kubeconfig, environment);
  const stat = path === null ? undefined : environment.files.stat(path);
  return stat?.kind === 'file' && stat.executable;
}
