import { writeFileSync } from 'node:fs';
import { nothing, oneFailed, onePassed, sum } from '../../runner/counts';
import { say, secondsSince } from '../../runner/say';

let counts = nothing;

/** One thing that must hold. What follows on the same way can't be tried when it does not: it is thrown. */
export async function check<T>(title: string, body: () => T | Promise<T>): Promise<T> {
  const start = Date.now();
  try {
    const value = await body();
    counts = sum([counts, onePassed]);
    say(`✔ ${title} (${secondsSince(start)})`);
    return value;
  } catch (error) {
    counts = sum([counts, oneFailed]);
    say(`✘ ${title} (${secondsSince(start)})`);
    throw error;
  }
}

export function writeCounts(): void {
  const { KUBECONFIG_EXEC_TEST_COUNTS: file } = process.env;
  if (file) {
    writeFileSync(file, JSON.stringify(counts));
  }
}
