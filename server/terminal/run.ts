import { connect } from 'node:net';
import { isatty } from 'node:tty';
import type { Environment } from '../environment';
import { nodeEnvironment } from '../environment-node';
import { defaultMaxOutputBytes, planOf, runPlugin } from '../plugin';
import { printable } from '../printable';
import { anyKey } from './any-key';
import { type Greeting, type Job, type Outcome, secretVariable } from './messages';
import { halvesOf } from './secret';
import { Wire } from './wire';

/**
 * The other end of the channel, inside of a terminal: takes the job, checks that it still is what was approved, runs it
 * and hands the report back. The exit status is 0 whatever comes of it: editors warn of any other.
 */
export async function runInTerminal([address]: readonly string[]): Promise<0> {
  const { [secretVariable]: secret } = process.env;
  // The plugin shall not have it, either.
  delete process.env[secretVariable];
  const wire = address && secret ? await wireTo(address) : undefined;
  if (!wire || !secret) return leave('Nobody waits for this terminal any more, so nothing is run.');
  const halves = halvesOf(secret);
  wire.send({ secret: halves.terminal } satisfies Greeting);
  const job = (await wire.receive()) as Job | undefined;
  if (job?.proof !== halves.server) return leave('The editor does not want it any more, so nothing is run.');
  const outcome = await carryOut(job, wire);
  wire.send(outcome);
  wire.close();
  return leave('report' in outcome ? outcome.report.summary : outcome.refusal);
}

function wireTo(address: string): Promise<Wire | undefined> {
  return new Promise((resolve) => {
    const socket = connect(address, () => resolve(new Wire(socket)));
    socket.once('error', () => resolve(undefined));
  });
}

async function carryOut(job: Job, wire: Wire): Promise<Outcome> {
  const stop = new AbortController();
  const abort = () => stop.abort();
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;
  for (const signal of signals) process.on(signal, abort);
  // Whatever is said now, or the end of who has asked.
  void wire.receive().then(abort);
  try {
    return await run(job, stop.signal);
  } finally {
    for (const signal of signals) process.off(signal, abort);
  }
}

async function run(
  { target, forced, approvalId, timeoutMs, ...job }: Job,
  signal: AbortSignal,
): Promise<Outcome> {
  const environment = environmentFor(job);
  const { plan, isCurrent } = await planOf(target, environment, forced);
  if (plan.approvalId !== approvalId || !isCurrent()) {
    return { refusal: 'The command has changed since it was approved. Run it again to see what it is now.' };
  }
  const report = await runPlugin(target, environment, {
    timeoutMs,
    maxOutputBytes: defaultMaxOutputBytes,
    interactive: isatty(0),
    stderrIsTerminal: isatty(2),
    signal,
  });
  return { report };
}

/** What a terminal says of itself. */
const ofTerminal = /^(?:TERM|COLORTERM|TERM_PROGRAM(?:_VERSION)?|COLUMNS|LINES)$/;

/** That of the server, in which the plugin was looked up and approved, but for what concerns the terminal. */
function environmentFor({ variables, cwd }: Pick<Job, 'variables' | 'cwd'>): Environment {
  const own = Object.entries(process.env).filter(([name]) => ofTerminal.test(name));
  return { ...nodeEnvironment, variables: { ...variables, ...Object.fromEntries(own) }, cwd };
}

/** The terminal closes with this process, so the words are read first. */
async function leave(words: string): Promise<0> {
  const dim = ['\x1b[2m', '\x1b[0m'];
  process.stderr.write(`\n${printable(words)}\n${dim.join('Press any key to close this terminal.')}\n`);
  await anyKey();
  return 0;
}
