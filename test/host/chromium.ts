import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findCommand, installPackages } from './apt';

/** The browser's executable; Debian's is installed when there is none. */
export async function ensureChromium(): Promise<string> {
  const { CHROMIUM: chosen } = process.env;
  const find = () => chosen || findCommand('chromium', 'chromium-browser', 'google-chrome');
  const found = find();
  if (found) {
    return found;
  }
  const logs = mkdtempSync(path.join(tmpdir(), 'kubeconfig-exec-install-'));
  await installPackages(['chromium', 'fonts-dejavu-core'], path.join(logs, 'log'));
  rmSync(logs, { recursive: true });
  const installed = find();
  if (!installed) {
    throw new Error('No Chromium on PATH. Install one, or name it in the environment variable CHROMIUM.');
  }
  return installed;
}
