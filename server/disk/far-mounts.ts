import { readFileSync } from 'node:fs';
import { wayTo } from './links';

/** Kinds of file systems whose files are on another machine, or come from a program that may not answer. */
const far =
  /^(?:nfs4?|cifs|smb3?|smbfs|ncpfs|afs|9p|ceph|glusterfs|lustre|beegfs|davfs2?|autofs|fuse|fuse\.(?!lxcfs$|portal$).*)$/;

/** Where disks are mounted, from the kernel's table, which answers even when they don't. Linux only. */
export function mountTable(): string {
  try {
    return readFileSync('/proc/self/mounts', 'utf8');
  } catch {
    return '';
  }
}

/**
 * Tells which far disk a path leads to, links followed. Of a machine whose root is far nothing is: whatever waits for
 * it waits already.
 */
export function farMounts(table: string): (path: string) => string | undefined {
  const kinds = new Map<string, boolean>();
  for (const line of table.split('\n')) {
    const [, place, kind = ''] = line.split(' ');
    if (place) kinds.set(unescaped(place), far.test(kind));
  }
  const isLocal = ![...kinds].some(([place, isFar]) => isFar && place !== '/');
  if (isLocal) return () => undefined;
  return (path) => wayTo(path, (here) => (kinds.get(here) ? here : undefined)).stop;
}

/** Blanks and the like are written as octal numbers. */
function unescaped(place: string): string {
  return place.replace(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
}
