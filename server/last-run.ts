import { spanOf } from './describe/time';
import type { LastRun } from './protocol-last-run';

const minute = 60_000;

/** How a run has ended, as long as nothing has changed since. */
export interface Outcome {
  /** In lower case, such as `accepted, expires in 14 min`. */
  readonly text: string;
  readonly is: 'good' | 'expired' | 'bad' | 'open';
  /** Milliseconds until the words are others; `null`: never. */
  readonly changesInMs: number | null;
}

/** `now`: milliseconds since the epoch. */
export function outcomeOf({ verdict, why, expiresAt }: LastRun, now: number): Outcome {
  if (verdict === 'unjudged') return { text: `not judged: ${why}`, is: 'open', changesInMs: null };
  if (verdict !== 'accepted')
    return { text: `${verdict}: ${why ?? 'no credential'}`, is: 'bad', changesInMs: null };
  if (why !== null) return { text: `accepted, but ${why}`, is: 'bad', changesInMs: null };
  if (expiresAt === null) return { text: 'accepted', is: 'good', changesInMs: null };
  const left = Date.parse(expiresAt) - now;
  if (left <= 0) return { text: 'accepted, has expired', is: 'expired', changesInMs: null };
  const { words, changesInMs } = timeLeft(left);
  return { text: `accepted, expires ${words}`, is: 'good', changesInMs };
}

/** The same for a client that is not told when the words are others: the time itself, of this machine. */
export function outcomeWithTime(run: LastRun, now: number): Outcome {
  const outcome = outcomeOf(run, now);
  if (run.expiresAt === null || outcome.changesInMs === null) return outcome;
  const at = new Date(run.expiresAt);
  const part = (value: number) => String(value).padStart(2, '0');
  const day = [at.getFullYear(), part(at.getMonth() + 1), part(at.getDate())].join('-');
  const time = `${part(at.getHours())}:${part(at.getMinutes())}`;
  return { ...outcome, text: `accepted, expires on ${day} at ${time}`, changesInMs: null };
}

function timeLeft(ms: number): { words: string; changesInMs: number } {
  if (ms < minute) return { words: 'in less than a minute', changesInMs: ms };
  const { words, unit } = spanOf(ms);
  // One more, for at that very moment the unit is still whole.
  return { words: `in ${words}`, changesInMs: (ms % unit) + 1 };
}
