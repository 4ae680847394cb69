import { createInterface } from 'node:readline/promises';
import { Kubeconfig } from '../document/kubeconfig';
import { FileError } from '../environment';
import { nodeEnvironment } from '../environment-node';
import { defaultMaxOutputBytes } from '../plugin';
import type { RunPlan, RunReport } from '../protocol';
import { type Choice, choose, plan, run } from '../run';
import { formatOf, parse } from './arguments';
import { helpText, usageError } from './help';
import { readInput } from './read';
import { refusalReport } from './refusal-report';
import { textReport } from './report-text';

interface Request {
  readonly path: string;
  readonly user: string | undefined;
  readonly context: string | undefined;
  readonly timeoutSeconds: number;
  readonly interactive: boolean;
  readonly yes: boolean;
  readonly format: 'text' | 'json';
}

/** `run`: returns the exit status. */
export async function runCommand(args: readonly string[]): Promise<number> {
  const request = requestOf(args);
  if (request === 'help') {
    process.stdout.write(helpText('run'));
    return 0;
  }
  if (typeof request === 'string') return usageError(request, 'run');
  const choice = chooseFrom(request);
  if (typeof choice === 'string') return usageError(choice, 'run');
  if (choice.kind === 'refused') return refuse(choice, request);
  const approval = await approve(plan(choice, nodeEnvironment, request.timeoutSeconds), request);
  if (approval !== true) return usageError(approval, 'run');
  return report(await runUntilSignal(choice, request), request);
}

function requestOf(args: readonly string[]): Request | string {
  const parsed = parse(args, {
    user: { type: 'string' },
    context: { type: 'string' },
    timeout: { type: 'string' },
    format: { type: 'string' },
    interactive: { type: 'boolean' },
    yes: { type: 'boolean', short: 'y' },
    help: { type: 'boolean', short: 'h' },
  });
  if ('problem' in parsed) return parsed.problem;
  const { values, positionals } = parsed;
  if (values.help) return 'help';
  const format = formatOf(values.format);
  if (typeof format !== 'string') return format.problem;
  const [path, another] = positionals;
  if (path === undefined) return 'no file is named';
  if (another !== undefined) return `one file at a time: "${another}" is one too many`;
  const timeoutSeconds = Number(values.timeout ?? '60');
  if (!(timeoutSeconds > 0 && timeoutSeconds <= 86_400)) {
    return `--timeout takes a number of seconds above 0, not "${values.timeout}"`;
  }
  const { user, context, interactive = false, yes = false } = values;
  return { path, user, context, timeoutSeconds, interactive, yes, format };
}

/** Words instead of a choice: the file can't be used. */
function chooseFrom(request: Request): Choice | string {
  try {
    const { document, absolute, path } = readInput(request.path, 'kubeconfig');
    if (!(document instanceof Kubeconfig)) return `${path} is not a kubeconfig`;
    return choose(document, request, absolute, nodeEnvironment, path);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return `cannot read ${request.path}: ${error.reason}`;
  }
}

function refuse(choice: Extract<Choice, { kind: 'refused' }>, request: Request): number {
  // Without kubectl's word it is the request that does not fit the file.
  if (choice.kubectl === null || /does not exist$/.test(choice.kubectl))
    return usageError(choice.message, 'run');
  if (request.format === 'json') process.stdout.write(`${JSON.stringify(refusalReport(choice), null, 2)}\n`);
  else process.stdout.write(`${choice.message}\n\n  ${choice.kubectl.replaceAll('\n', '\n  ')}\n`);
  return 1;
}

/** `true`, or why it was not approved. */
async function approve(what: RunPlan, request: Request): Promise<true | string> {
  if (request.yes) return true;
  if (!process.stdin.isTTY || !process.stderr.isTTY) {
    return 'this would run a program, and there is no terminal to ask on: add --yes to allow it';
  }
  if (what.kind === 'refused') return what.message;
  const line = [what.resolvedPath ?? what.command, ...what.args].join(' ');
  const variables = what.envNames.length > 0 ? `\n  with ${what.envNames.join(', ')} set` : '';
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await prompt.question(`Run this program?\n  ${line}${variables}\n[y/N] `);
  prompt.close();
  return /^y(es)?$/i.test(answer.trim()) || 'not approved, so nothing was run';
}

/** Ctrl+C and a closed terminal end the plugin's process tree, and the report says so. */
async function runUntilSignal(
  choice: Extract<Choice, { kind: 'ready' }>,
  request: Request,
): Promise<RunReport> {
  const stop = new AbortController();
  const abort = () => stop.abort();
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.once(signal, abort);
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

function report(result: RunReport, request: Request): number {
  const text = request.format === 'json' ? `${JSON.stringify(result, null, 2)}\n` : textReport(result);
  process.stdout.write(text);
  return result.verdict === 'accepted' ? 0 : 1;
}
