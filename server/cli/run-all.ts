import { nodeEnvironment } from '../environment-node';
import { defaultMaxOutputBytes, plainAddress, type SignIn } from '../plugin';
import { printable } from '../printable';
import type { RunOverrides } from '../protocol';
import { overridden, type ReadyChoice, run } from '../run';
import type { RunArguments } from './run-arguments';
import { type Outcome, outcomeOf } from './run-outcome';

/**
 * Runs one after the other, as plugins share what they cache. Ctrl+C and a closed terminal end the process tree
 * at work and all that would follow, and the outcomes say so.
 */
export async function runUntilSignal(
  choice: ReadyChoice,
  all: readonly RunOverrides[],
  request: RunArguments,
): Promise<Outcome[]> {
  const stop = new AbortController();
  const abort = () => stop.abort();
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;
  // Not only once: the second signal of an impatient user must not leave half of the tree behind.
  for (const signal of signals) process.on(signal, abort);
  const outcomes: Outcome[] = [];
  try {
    for (const overrides of all) {
      const report = stop.signal.aborted ? null : await runOne(choice, overrides, request, stop.signal);
      outcomes.push(outcomeOf(overrides, report));
    }
    return outcomes;
  } finally {
    for (const signal of signals) process.off(signal, abort);
  }
}

/**
 * As it comes: the plugin waits, and nothing else that it writes is seen before it ends. The whole address is for whoever sits
 * there, not for a log.
 */
function tellSignIn({ url, code }: SignIn): void {
  const where = process.stderr.isTTY === true ? url : plainAddress(url);
  const entering = code === null ? '' : ` and enter the code ${code}`;
  process.stderr.write(`The plugin waits: log in at ${printable(where)}${entering}.\n`);
}

function runOne(choice: ReadyChoice, overrides: RunOverrides, request: RunArguments, signal: AbortSignal) {
  return run(overridden(choice, overrides), nodeEnvironment, {
    timeoutMs: request.timeoutSeconds * 1000,
    interactive: request.interactive && process.stdin.isTTY === true,
    // Where it is a file, or CI's log, nothing of it goes there unseen.
    stderrIsTerminal: process.stderr.isTTY === true,
    maxOutputBytes: defaultMaxOutputBytes,
    signal,
    onSignIn: tellSignIn,
  });
}
