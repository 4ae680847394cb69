import { existsSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Counts, readCounts } from './counts';
import { run } from './process';

/** Runs every `*.test.ts` below these folders with Node's own test runner. */
export async function runNodeTests(root: string, folders: readonly string[]): Promise<Counts> {
  const files = folders.flatMap((folder) => testFiles(root, folder));
  if (files.length === 0) {
    throw new Error(`There is no test below ${folders.join(', ')}.`);
  }
  const counts = path.join(tmpdir(), `kubeconfig-exec-counts-${process.pid}.json`);
  const reporter = `--test-reporter=${path.join(root, 'test/runner/reporter.mjs')}`;
  // Node 20's `--test` takes no glob, and a reporter replaces the default only with a destination.
  const args = ['--import', 'tsx', '--test', reporter, '--test-reporter-destination=stdout', ...files];
  const env = { ...process.env, KUBECONFIG_EXEC_TEST_COUNTS: counts };
  try {
    return readCounts(counts, await run(process.execPath, args, { cwd: root, env }));
  } finally {
    rmSync(counts, { force: true });
  }
}

function testFiles(root: string, folder: string): string[] {
  if (!existsSync(path.join(root, folder))) {
    return [];
  }
  const names = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.test.ts'))
    .sort()
    .map((name) => path.join(folder, name));
}
