import { createHash } from 'node:crypto';
import type { Environment, FileStat } from '../environment';

/** Larger executables are recognized by what the file system says of them. */
const mostHashedBytes = 256 * 1024 * 1024;
/** Large ones are read a second time only when they may have changed. */
const leastKeptBytes = 1024 * 1024;

interface Kept {
  readonly metadata: string;
  readonly hash: string;
}

/** Hashes of large executables by path, for each environment. */
const kept = new WeakMap<Environment, Map<string, Kept>>();

/** What changes with an executable's content; `null` when there is none. */
export function fingerprint(path: string | null, environment: Environment): string | null {
  const stat = path === null ? undefined : environment.files.stat(path);
  if (path === null || !stat) return null;
  const metadata = metadataOf(stat);
  if (stat.kind !== 'file' || stat.size > mostHashedBytes) return metadata;
  const known = kept.get(environment)?.get(path);
  if (known?.metadata === metadata) return known.hash;
  try {
    const hash = createHash('sha256').update(environment.files.read(path)).digest('hex');
    if (stat.size >= leastKeptBytes && stat.changed !== undefined)
      keep(environment, path, { metadata, hash });
    return hash;
  } catch {
    return metadata;
  }
}

function metadataOf({ kind, size, modified, changed, inode, executable }: FileStat): string {
  return [kind, size, modified, changed, inode, executable].join(' ');
}

function keep(environment: Environment, path: string, hash: Kept): void {
  const files = kept.get(environment) ?? new Map<string, Kept>();
  kept.set(environment, files.set(path, hash));
}
