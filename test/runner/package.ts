import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runLogged } from './process';

/** `npm run package`: the .vsix, of the production bundles. */
export async function makePackage(root: string): Promise<string> {
  const logs = mkdtempSync(path.join(tmpdir(), 'kubeconfig-exec-package-'));
  await runLogged(path.join(logs, 'log'), 'npm', ['run', 'package'], { cwd: root });
  rmSync(logs, { recursive: true });
  return path.join(root, 'dist/kubeconfig-exec.vsix');
}
