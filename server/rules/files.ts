import { posix, win32 } from 'node:path';
import { FileError } from '../environment';
import type { RuleContext } from './rule';

export type FileContent =
  /** One character per byte: PEM has no others, and a token may not. */
  { readonly path: string; readonly text: string } | { readonly error: FileError };

/**
 * A file that the kubeconfig names, as client-go finds it: relative to the kubeconfig's folder, `~` and
 * variables untouched. `undefined` where there is no folder or no machine to look at.
 */
export function fileContent(name: string, context: RuleContext): FileContent | undefined {
  const path = absolutePath(name, context);
  if (path === undefined || !context.environment) return undefined;
  try {
    return { path, text: Buffer.from(context.environment.files.read(path)).toString('latin1') };
  } catch (error) {
    if (error instanceof FileError) return { error };
    throw error;
  }
}

function absolutePath(path: string, { directory, environment }: RuleContext): string | undefined {
  const flavour = environment?.platform === 'win32' ? win32 : posix;
  if (flavour.isAbsolute(path)) return path;
  // Go's filepath.Join leaves no separator at the end.
  return directory === undefined ? undefined : flavour.resolve(flavour.join(directory, path));
}

/** For the user, about a file that cannot be read. */
export function unreadableWords({ path, reason }: FileError): string {
  return `${path}: ${reason}. Correct the path; a relative one counts from the kubeconfig's folder.`;
}
