import type { Environment } from '../environment';

/** The environment as it may be looked at before the user has said yes: Windows logs in to the server of a share. */
export function withoutShares(environment: Environment): Environment {
  const { platform, files } = environment;
  if (platform !== 'win32') return environment;
  const stat = (path: string) => (/^[\\/]{2}/.test(path) ? undefined : files.stat(path));
  return { ...environment, files: { ...files, stat } };
}
