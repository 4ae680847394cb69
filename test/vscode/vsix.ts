import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureChromium } from '../host/chromium';
import { ensureHost } from '../host/install';
import { type Counts, readCounts } from '../runner/counts';
import { run } from '../runner/process';

/** In a process of its own, which ends everything that it has started. */
export async function runVsixDrive(root: string): Promise<Counts> {
  await ensureHost();
  await ensureChromium();
  const counts = path.join(tmpdir(), `kubeconfig-exec-counts-${process.pid}.json`);
  const drive = path.join(root, 'test/vscode/drive/main.ts');
  const env = { ...process.env, KUBECONFIG_EXEC_TEST_COUNTS: counts };
  try {
    return readCounts(counts, await run(process.execPath, ['--import', 'tsx', drive], { cwd: root, env }));
  } finally {
    rmSync(counts, { force: true });
  }
}
