import type { Environment } from '../environment';
import { cleanPath } from '../go/path';

/**
 * A command as client-go has cleaned it since 1.35, so that `/a/x/../b` does not need an `x`. One that is
 * joined to the kubeconfig's folder is left alone: joining cleans, in all releases.
 */
export function cleanedCommand(command: string, { platform }: Environment): string {
  const isJoined =
    platform === 'win32'
      ? command.includes('\\') && !/^(?:[a-zA-Z]:[\\/]|[\\/]{2})/.test(command)
      : command.includes('/') && !command.startsWith('/');
  return isJoined ? command : cleanPath(command, platform);
}
