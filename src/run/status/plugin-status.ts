import { outcomeOf } from '../../../server/last-run';
import type { PluginStatus } from '../../../server/protocol';
import { plainLabel } from '../plain-label';

/** What a language status item shows of a plugin. */
export interface StatusWords {
  /** Such as `aws · dev-eks: accepted, expires in 14 min`. */
  readonly text: string;
  readonly warns: boolean;
  /** Whether there is a result to show. */
  readonly hasRun: boolean;
  /** Milliseconds until the words are others; `null`: never. */
  readonly changesInMs: number | null;
}

/** `now`: milliseconds since the epoch. */
export function statusWords({ plugin, context, lastRun }: PluginStatus, now: number): StatusWords {
  const subject = `${plainLabel(plugin)} · ${plainLabel(context)}`;
  if (!lastRun) return { text: `${subject}: not run yet`, warns: false, hasRun: false, changesInMs: null };
  const { text, is, changesInMs } = outcomeOf(lastRun, now);
  return { text: `${subject}: ${text}`, warns: is !== 'good', hasRun: true, changesInMs };
}
