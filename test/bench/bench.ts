import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { root } from '../protocol/paths';
import { run } from '../runner/process';
import { measureCheck } from './check';
import { measureDiagnostics } from './diagnostics';
import { overBudget, type Row, table } from './result';
import { measureRun } from './run';
import { measureSideBySide } from './side-by-side';
import { measureSize } from './size';
import { measureStart } from './start';

/** One file per subject. */
const subjects = {
  start: measureStart,
  diagnostics: measureDiagnostics,
  servers: measureSideBySide,
  check: measureCheck,
  run: measureRun,
  size: measureSize,
};

const output = path.join(root, 'dist/bench');
const bundles = path.join(output, 'bundles');

async function main(names: readonly string[]): Promise<void> {
  const chosen = Object.entries(subjects).filter(([name]) => names.length === 0 || names.includes(name));
  if (chosen.length === 0)
    throw new Error(`Nothing to measure. Choose from: ${Object.keys(subjects).join(', ')}`);
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  const build = [path.join(root, 'esbuild.mjs'), '--production', `--outdir=${bundles}`];
  if ((await run(process.execPath, build, { cwd: root })) !== 0) throw new Error('The build failed.');
  const rows: Row[] = [];
  for (const [name, measure] of chosen) {
    try {
      rows.push(...(await measure(bundles)));
    } catch (error) {
      // The others have been waited for.
      process.stderr.write(`${name}: ${error instanceof Error ? error.message : error}\n`);
      process.exitCode = 1;
    }
  }
  const machine = {
    node: process.version,
    platform: process.platform,
    cpu: cpus()[0]?.model,
    cpus: cpus().length,
  };
  const results = path.join(output, 'results.json');
  writeFileSync(results, `${JSON.stringify({ date: new Date().toISOString(), machine, rows }, null, 2)}\n`);
  process.stdout.write(`${table(rows)}\nAlso written to ${path.relative(root, results)}.\n`);
  if (rows.some(overBudget)) process.exitCode = 1;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
});
