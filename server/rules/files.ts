import { posix, win32 } from 'node:path';
import { FileError, Withheld } from '../environment';
import type { RuleContext } from './rule';

export type FileContent =
  /** One character per byte: PEM has no others, and a token may not. */
  { readonly path: string; readonly text: string } | { readonly error: FileError };

/** No certificate and no token is as large. */
const mostBytes = 2 ** 21;

/**
 * A file that the kubeconfig names, as client-go finds it: relative to the kubeconfig's folder, `~` and
 * variables untouched. `undefined` where there is no folder or no machine to look at, and for what is not
 * to be read while somebody types: a pipe would be waited for or emptied, a device may have no end, a share may be
 * a stranger's.
 */
export function fileContent(name: string, context: RuleContext): FileContent | undefined {
  const path = absolutePath(name, context);
  if (path === undefined || !context.environment) return undefined;
  if (context.environment.files.withholds?.(path)) return undefined;
  const stat = context.environment.files.stat(path);
  if (stat && (stat.kind === 'other' || stat.size > mostBytes)) return undefined;
  try {
    return { path, text: Buffer.from(context.environment.files.read(path)).toString('latin1') };
  } catch (error) {
    if (error instanceof Withheld) return undefined;
    if (error instanceof FileError) return { error };
    throw error;
  }
}

/**
 * A PEM text that stands in a field as base64, or else in the file that the field without `-data` names.
 * `undefined` where there is neither, or it can't be read.
 */
export function pemText<Name extends string>(
  info: Readonly<Partial<Record<Name | `${Name}-data`, string | undefined>>>,
  name: Name,
  context: RuleContext,
): { readonly field: Name | `${Name}-data`; readonly text: string } | undefined {
  const data = info[`${name}-data`];
  if (data) return { field: `${name}-data`, text: Buffer.from(data, 'base64').toString('latin1') };
  const file = info[name];
  const content = file ? fileContent(file, context) : undefined;
  return content && 'text' in content ? { field: name, text: content.text } : undefined;
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
