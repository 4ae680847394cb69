import { createHash, randomUUID } from 'node:crypto';
import { constants, promises, realpathSync, statSync } from 'node:fs';
import type { Programs } from './environment';

const mostBytes = 2 ** 30;
const chunkBytes = 2 ** 18;
/** Times of files are coarse: one that has changed just now may change again without a trace. */
const settledMs = 2000;
const mostKept = 200;

/** Digests by the state that the file had, so that a large one is read once. */
const kept = new Map<string, Promise<string>>();

export const nodePrograms: Programs = {
  realPath(path) {
    try {
      return realpathSync.native(path);
    } catch {
      return undefined;
    }
  },
  state: (path) => look(path)?.state,
  fingerprint(path) {
    const now = Date.now();
    const file = look(path);
    if (!file) return Promise.resolve('file:none');
    const known = kept.get(file.state);
    if (known) return known;
    const digest = digestOf(path, file);
    if (now - file.changedMs > settledMs) keep(file.state, digest);
    return digest;
  },
};

interface Look {
  /** The time of a change of the inode is in it, which no program can set back. */
  readonly state: string;
  readonly isFile: boolean;
  readonly size: bigint;
  readonly changedMs: number;
}

function look(path: string): Look | undefined {
  try {
    const stat = statSync(path, { bigint: true });
    const { dev, ino, mode, size, mtimeNs, ctimeNs } = stat;
    return {
      state: [dev, ino, mode, size, mtimeNs, ctimeNs].join(' '),
      isFile: stat.isFile(),
      size,
      changedMs: Number(ctimeNs / 1_000_000n),
    };
  } catch {
    return undefined;
  }
}

function keep(state: string, digest: Promise<string>): void {
  if (kept.size >= mostKept) kept.clear();
  kept.set(state, digest);
  digest.then((text) => text.startsWith('sha256:') || kept.delete(state));
}

/** Of what is being written to while it is read, something that never comes again. */
async function digestOf(path: string, { state, isFile, size }: Look): Promise<string> {
  if (!isFile || size > mostBytes) return `file:${state}`;
  try {
    const digest = await sha256(path);
    return look(path)?.state === state ? `sha256:${digest}` : `file:${randomUUID()}`;
  } catch {
    return `file:${state}`;
  }
}

/** Reads piece by piece, so that nobody waits for it. */
async function sha256(path: string): Promise<string> {
  // A pipe in its place would else be waited for.
  const file = await promises.open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const hash = createHash('sha256');
    const chunk = Buffer.allocUnsafe(chunkBytes);
    for (;;) {
      const { bytesRead } = await file.read(chunk, 0, chunkBytes, null);
      if (bytesRead === 0) return hash.digest('hex');
      hash.update(chunk.subarray(0, bytesRead));
    }
  } finally {
    await file.close();
  }
}
