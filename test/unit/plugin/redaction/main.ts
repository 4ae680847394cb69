import { failureOf } from './property';

/** `npm run test:redaction -- COUNT SEED PATH`: so many cases, others each time unless a seed is given. */
const [count = '10000', given, path] = process.argv.slice(2);
const runs = Number(count);
const seed = given === undefined ? Date.now() % 2 ** 31 : Number(given);
if (!(runs > 0) || !Number.isInteger(seed)) {
  process.stderr.write('usage: npm run test:redaction -- [COUNT [SEED [PATH]]]\n');
  process.exit(2);
}
process.stdout.write(`${runs} cases, seed ${seed}\n`);
const started = performance.now();
const failure = failureOf({ runs, seed, path });
const seconds = Math.round((performance.now() - started) / 1000);
process.stdout.write(failure ? `${failure}\n` : `no secret was shown (${seconds} s)\n`);
process.exitCode = failure ? 1 : 0;
