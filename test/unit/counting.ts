import type { Files } from '../../server/environment';

/** The same files, and a list of what was asked of them. */
export function counting(files: Files): { readonly files: Files; readonly accesses: string[] } {
  const accesses: string[] = [];
  return {
    accesses,
    files: {
      read(path, length) {
        accesses.push(`read ${path}`);
        return files.read(path, length);
      },
      stat(path) {
        accesses.push(`stat ${path}`);
        return files.stat(path);
      },
      list(path) {
        accesses.push(`list ${path}`);
        return files.list(path);
      },
    },
  };
}
