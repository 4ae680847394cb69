import { posix, win32 } from 'node:path';
import type { RuleContext } from './rule';

/** A path of the kubeconfig as client-go resolves it: relative to the file's folder, `~` and variables untouched. */
export function absolutePath(path: string, context: RuleContext): string | undefined {
  const { directory, environment } = context;
  const flavour = environment?.platform === 'win32' ? win32 : posix;
  if (flavour.isAbsolute(path)) return path;
  return directory === undefined ? undefined : flavour.join(directory, path);
}
