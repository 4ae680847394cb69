import { failureOf } from './property';

/** `npm run test:redaction -- COUNT SEED PATH`: so many cases, others each time unless a seed is given. */
const [count = '10000', given, path] = process.argv.slice(2);
const runs = Number(count);
const seed = given === undefined ? Date.now() % 2 ** 31 : Number(given);
if (!(runs > 0) || !Number.isInteger(seed)) {
  process.stderr.write('usage: npm run test:redaction -- [COUNT [SEED [PATH]]]\n');
  process.exit(2);
}
/** Cases that are tried with one seed, the next with the next. */
const batch = 5000;

function firstFailure(): string | undefined {
  for (let done = 0; done < runs; done += batch) {
    const failure = failureOf({ runs: Math.min(batch, runs - done), seed: seed + done / batch, path });
    if (failure) return failure;
    process.stdout.write(`${Math.min(runs, done + batch)} of ${runs}\n`);
  }
  return undefined;
}

process.stdout.write(`${runs} cases, seed ${seed}\n`);
const started = performance.now();
const failure = firstFailure();
const seconds = Math.round((performance.now() - started) / 1000);
process.stdout.write(failure ? `${failure}\n` : `no secret was shown (${seconds} s)\n`);
process.exitCode = failure ? 1 : 0;
