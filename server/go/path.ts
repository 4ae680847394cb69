import { posix, win32 } from 'node:path';

/** Go's filepath.Clean: the shortest name of the same path, by its text alone. */
export function cleanPath(path: string, platform: string): string {
  const flavour = platform === 'win32' ? win32 : posix;
  const clean = flavour.normalize(path);
  // Node.js keeps a separator at the end.
  const isRoot = clean.length <= flavour.parse(clean).root.length;
  return isRoot ? clean : clean.replace(platform === 'win32' ? /[\\/]$/ : /\/$/, '');
}
