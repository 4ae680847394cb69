import { posix, win32 } from 'node:path';
import type { ValuePlace } from '../../document/cursor';
import type { Environment } from '../../environment';
import { isRemote } from './commands';
import type { CompletionItem, CompletionList, Scope } from './item';
import { textItem } from './values';

const most = 200;

/** The fields that name a file; a relative path starts at the kubeconfig's folder. */
export const fileFields = ['certificate-authority', 'client-certificate', 'client-key', 'tokenFile'];

/** Files and folders in the folder that is typed so far. `executable`: only files that can be run. */
export function fileItems(scope: Scope<ValuePlace>, executable = false): CompletionList {
  const { typed } = scope.place;
  const { environment, directory } = scope.context;
  const found = environment && folderOf(typed, directory, environment);
  if (!environment || !found) return { items: [], incomplete: false };
  const { folder, before, last, separator } = found;
  const items = environment.files
    .list(folder)
    .filter(({ name }) => name.startsWith('.') === last.startsWith('.') && name.startsWith(last))
    .slice(0, most)
    .flatMap(({ name, kind }): CompletionItem[] => {
      const path = join(environment, folder, name);
      const stat = kind === 'other' || executable ? environment.files.stat(path) : undefined;
      const isFolder = kind === 'directory' || stat?.kind === 'directory';
      if (executable && !isFolder && !stat?.executable) return [];
      const text = before + name + (isFolder ? separator : '');
      const item = { label: name + (isFolder ? separator : ''), kind: isFolder ? 'folder' : 'file' } as const;
      return [{ ...item, ...textItem(scope, text, isFolder ? '2' : '1'), filter: filterOf(scope, name) }];
    });
  return { items, incomplete: true };
}

/** What is typed up to the last separator stays as it is, so that it fits however it is written. */
function filterOf({ place }: Scope<ValuePlace>, name: string): string {
  return place.quote + place.typed.replace(/[^\\/]*$/, '') + name;
}

function folderOf(typed: string, directory: string | undefined, environment: Environment) {
  const isWindows = environment.platform === 'win32';
  const separators = isWindows ? /[\\/]/ : /\//;
  const cut = typed.length - (typed.split(separators).at(-1)?.length ?? 0);
  const [written, last] = [typed.slice(0, cut), typed.slice(cut)];
  const separator = isWindows ? (/[\\/]/.exec(written)?.[0] ?? '\\') : '/';
  // kubectl does not know `~`, so that it is written out.
  const before = /^~[\\/]/.test(written) ? environment.home + written.slice(1) : written;
  const { resolve, isAbsolute } = isWindows ? win32 : posix;
  if (isRemote(before) || (!directory && !isAbsolute(before))) return undefined;
  const folder = resolve(directory ?? '', before);
  return isRemote(folder) ? undefined : { folder, before, last, separator };
}

function join({ platform }: Environment, folder: string, name: string): string {
  return platform === 'win32' ? win32.join(folder, name) : posix.join(folder, name);
}
