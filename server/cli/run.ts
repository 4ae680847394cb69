import type { Configuration } from '../document/merged';
import { nodeEnvironment } from '../environment-node';
import { defaultMaxOutputBytes } from '../plugin';
import type { RunReport } from '../protocol';
import { type Choice, choose, plan, run } from '../run';
import { approved, canAsk } from './approval';
import { configurationOf } from './configuration';
import { helpText } from './help';
import { failure, usageError, write, writeJson } from './output';
import { refusalReport } from './refusal-report';
import { refusalText, textReport } from './report-text';
import { type RunArguments, runArguments } from './run-arguments';

/** `run`: returns the exit status. */
export async function runCommand(args: readonly string[]): Promise<number> {
  const request = runArguments(args);
  if (request === 'help') {
    write(helpText('run'));
    return 0;
  }
  if (typeof request === 'string') return usageError(request, 'run');
  const configuration = await configurationOf(request);
  if (typeof configuration === 'string') return failure(configuration);
  const choice = choose(configuration, request, nodeEnvironment);
  if (choice.kind === 'refused') return refuse(choice, request, configuration);
  const problem = await disapproval(choice, request);
  if (problem !== undefined) return failure(problem);
  return report(await runUntilSignal(choice, request), request);
}

function refuse(
  choice: Extract<Choice, { kind: 'refused' }>,
  request: RunArguments,
  { path }: Configuration,
): number {
  if (choice.cause === 'selection') return failure(choice.message);
  if (request.format === 'json') writeJson(refusalReport(choice, path, new Date()));
  else write(refusalText(choice));
  return 1;
}

/** Why it is not to be run; `undefined` if it is. */
async function disapproval(choice: Choice, request: RunArguments): Promise<string | undefined> {
  if (request.yes) return undefined;
  if (!canAsk()) {
    return 'this would run a program, and there is no terminal to ask on; add --yes to allow it';
  }
  const what = plan(choice, nodeEnvironment, request.timeoutSeconds);
  if (what.kind === 'refused') return what.message;
  return (await approved(what)) ? undefined : 'not approved, so nothing was run';
}

/** Ctrl+C and a closed terminal end the plugin's process tree, and the report says so. */
async function runUntilSignal(
  choice: Extract<Choice, { kind: 'ready' }>,
  request: RunArguments,
): Promise<RunReport> {
  const stop = new AbortController();
  const abort = () => stop.abort();
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;
  // Not only once: the second signal of an impatient user must not leave half of the tree behind.
  for (const signal of signals) process.on(signal, abort);
  try {
    return await run(choice, nodeEnvironment, {
      timeoutMs: request.timeoutSeconds * 1000,
      interactive: request.interactive && process.stdin.isTTY === true,
      maxOutputBytes: defaultMaxOutputBytes,
      signal: stop.signal,
    });
  } finally {
    for (const signal of signals) process.off(signal, abort);
  }
}

function report(result: RunReport, request: RunArguments): number {
  if (request.format === 'json') writeJson(result);
  else write(textReport(result));
  if (result.reason === 'no-terminal' && process.stdin.isTTY && !request.interactive) {
    process.stderr.write('Add --interactive to give the plugin this terminal.\n');
  }
  return result.verdict === 'accepted' ? 0 : 1;
}
