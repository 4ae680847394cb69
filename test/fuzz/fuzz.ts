import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../runner/phases';
import type { Target } from './target';
import { documents } from './targets/documents';
import { edits } from './targets/edits';
import { messages } from './targets/messages';
import { outputsTarget as outputs } from './targets/outputs';

const targets: Readonly<Record<string, Target>> = { documents, edits, outputs, messages };

/** A seed makes the same input on every machine. What takes longer than this is a finding, too. */
const longestMs = 1000;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { count: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
  });
  const names = positionals.length > 0 ? positionals : Object.keys(targets);
  const stranger = names.find((name) => !Object.hasOwn(targets, name));
  if (stranger !== undefined)
    throw new Error(`There is no target "${stranger}". Known: ${Object.keys(targets).join(', ')}.`);
  for (const name of names) await fuzz(name, Number(values.count), Number(values.seed));
}

async function fuzz(name: string, count: number, first: number): Promise<void> {
  const start = performance.now();
  const target = targets[name];
  const run = await target?.start();
  let slowest = 0;
  for (let seed = first; seed < first + count; seed++) {
    const before = process.cpuUsage();
    const failure = await attempt(async () => run?.once(seed));
    // Of this process: how busy the machine is does not matter.
    const { user, system } = process.cpuUsage(before);
    const time = (user + system) / 1000;
    slowest = Math.max(slowest, time);
    if (failure !== undefined) finding(name, seed, failure, await run?.input(seed));
    else if (time > longestMs) finding(name, seed, `it took ${Math.round(time)} ms`, await run?.input(seed));
  }
  await run?.stop?.();
  const seconds = (performance.now() - start) / 1000;
  const rate = Math.round(count / seconds);
  process.stdout.write(
    `${name}: ${count} executions from seed ${first}, ${rate} a second, slowest ${Math.round(slowest)} ms\n`,
  );
}

async function attempt(work: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

/** Goes on: one run may find several. */
function finding(name: string, seed: number, what: string, input: string | undefined): void {
  const folder = path.join(root, 'dist/fuzz');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name}-${seed}.txt`);
  writeFileSync(file, `${what}\n\n${input ?? ''}`);
  process.stderr.write(`${name}, seed ${seed}: ${what.split('\n')[0]}\n  ${path.relative(root, file)}\n`);
  process.exitCode = 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
});
