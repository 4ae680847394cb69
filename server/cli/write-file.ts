import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { goWords } from '../plugin/errno';

/**
 * Replaces a file's content in one step, or not at all; words say why not. A link stays, and its target is
 * replaced; permissions stay. `before`: what the new content was made from.
 */
export function replaceFile(path: string, before: Uint8Array, after: Uint8Array): string | undefined {
  let temporary: string | undefined;
  try {
    const target = realpathSync(path);
    const stat = statSync(target);
    if (!stat.isFile()) return 'it is no regular file';
    temporary = join(dirname(target), `.kubeconfig-exec-${randomBytes(6).toString('hex')}`);
    // Nobody else may read it even for a moment.
    writeFileSync(temporary, after, { mode: 0o600, flag: 'wx' });
    keepOwner(temporary, stat);
    chmodSync(temporary, stat.mode & 0o7777);
    if (!readFileSync(target).equals(before)) return 'it has changed meanwhile';
    renameSync(temporary, target);
    temporary = undefined;
    return undefined;
  } catch (error) {
    return goWords(error);
  } finally {
    if (temporary !== undefined) rmSync(temporary, { force: true });
  }
}

/** Only root may give files away; anybody else's are their own already. */
function keepOwner(path: string, { uid, gid }: { readonly uid: number; readonly gid: number }): void {
  try {
    chownSync(path, uid, gid);
  } catch {
    // Readable by this user alone is as safe as it was.
  }
}
