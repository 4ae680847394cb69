import { chmodSync, cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface SampleCopy {
  /** A temporary folder of its own, which holds the copy. */
  readonly temporary: string;
  readonly sample: string;
  remove(): void;
}

/** A copy of the sample workspace that may be edited and run. */
export function copySample(root: string): SampleCopy {
  const temporary = realpathSync(mkdtempSync(path.join(tmpdir(), 'kubeconfig-exec-')));
  const sample = path.join(temporary, 'sample');
  cpSync(path.join(root, 'test/sample'), sample, { recursive: true });
  // A checkout on a file system without modes would have lost this one.
  chmodSync(path.join(sample, 'bin/sample-plugin'), 0o755);
  return { temporary, sample, remove: () => rmSync(temporary, { recursive: true, force: true }) };
}
