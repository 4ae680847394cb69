import type { RunReport } from '../protocol';
import type { OneTimeChannel } from './channel';
import type { Job, Outcome } from './messages';
import { halvesOf } from './secret';
import type { Wire } from './wire';

const startMs = 60_000;
/** A plugin's tree is gone within a second; the report takes a moment more. */
const endMs = 2000;

/** Has a job done by whoever comes through the channel. Words for the user if there is no report. */
export async function runThrough(
  channel: OneTimeChannel,
  job: Omit<Job, 'proof'>,
  signal: AbortSignal,
): Promise<RunReport | string> {
  const close = () => channel.close();
  signal.addEventListener('abort', close, { once: true });
  if (signal.aborted) close();
  const wire = await channel.accept(startMs);
  signal.removeEventListener('abort', close);
  if (!wire) {
    return signal.aborted ? cancelled : 'The terminal did not start within a minute, so nothing was run.';
  }
  const end = () => {
    wire.send('end');
    setTimeout(() => wire.destroy(), endMs).unref();
  };
  signal.addEventListener('abort', end, { once: true });
  if (signal.aborted) end();
  else wire.send({ ...job, proof: halvesOf(channel.secret).server } satisfies Job);
  try {
    return await outcomeOf(wire, signal);
  } finally {
    signal.removeEventListener('abort', end);
    wire.close();
  }
}

const cancelled = 'Cancelled: nothing was run.';

async function outcomeOf(wire: Wire, signal: AbortSignal): Promise<RunReport | string> {
  const outcome = (await wire.receive()) as Outcome | undefined;
  if (outcome && 'report' in outcome) return outcome.report;
  if (outcome && 'refusal' in outcome) return outcome.refusal;
  return signal.aborted ? 'Cancelled.' : 'The terminal was closed before the plugin was done.';
}
