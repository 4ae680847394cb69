import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';

export interface Folder {
  readonly path: string;
  /** Writes a file below it and returns its path. */
  write(name: string, content: string | Uint8Array, mode?: number): string;
}

/** A folder that is removed after the tests of the file or suite that asks for it. */
export function temporaryFolder(): Folder {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'kubeconfig-exec-test-')));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return {
    path: folder,
    write(name, content, mode = 0o644) {
      const file = path.join(folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content, { mode });
      return file;
    },
  };
}
