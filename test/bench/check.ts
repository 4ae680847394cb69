import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { kubectls } from '../conformance/live/kubectl';
import { generate } from './kubeconfig';
import { type Measure, type Row, summary } from './result';

const subject = 'check';
const small = 1000;
/** kubectl takes one file at a time: it is not asked for all of them. */
const asked = 50;

/** The command line on a large file and on many small ones, beside a kubectl that only reads them. */
export const measureCheck: Measure = async (bundles) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kubeconfig-exec-bench-'));
  const large = path.join(folder, 'large.kubeconfig');
  writeFileSync(large, generate(1000));
  mkdirSync(path.join(folder, 'small'));
  const files = Array.from({ length: small }, (_, index) =>
    path.join(folder, 'small', `${index}.kubeconfig`),
  );
  for (const file of files) writeFileSync(file, generate(1));
  const server = path.join(bundles, 'server.js');
  const ours = (...paths: string[]) => timeOf(process.execPath, server, 'check', ...paths);
  const rows: Row[] = [
    row(
      'ours, 1000 entries',
      repeat(5, () => ours(large)),
    ),
    row(
      `ours, a file of ${small} small ones`,
      repeat(3, () => ours(...files) / small),
    ),
  ];
  const [kubectl] = kubectls();
  if (kubectl) {
    const view = (file: string) => timeOf(kubectl.path, 'config', 'view', '--kubeconfig', file);
    const some = files.slice(0, asked);
    rows.push(
      row(
        'kubectl config view, 1000 entries',
        repeat(5, () => view(large)),
      ),
      row('kubectl config view, a small file', some.map(view)),
    );
  } else process.stdout.write('kubectl config view is left out: there is no kubectl on PATH.\n');
  rmSync(folder, { recursive: true });
  return rows;
};

function row(what: string, times: readonly number[]): Row {
  return { subject, what, unit: 'ms', ...summary(times) };
}

function repeat(count: number, once: () => number): number[] {
  return Array.from({ length: count }, once);
}

function timeOf(command: string, ...args: string[]): number {
  const before = performance.now();
  execFileSync(command, args, { stdio: 'ignore' });
  return performance.now() - before;
}
