import { outcomeOf, outcomeWords, overrideWords } from '../../../server/describe-report';
import type { RunReport } from '../../../server/protocol';

/** A run, so short that it can be told from others in a list. */
export interface Side {
  /** The user, or the document that was judged. */
  readonly name: string;
  /** For which context, and told what instead. */
  readonly place: string;
  readonly verdict: (typeof outcomeWords)[keyof typeof outcomeWords];
  /** When it began: time of day on this machine, with the day unless that is today. */
  readonly at: string;
}

/** `now`: milliseconds since the epoch. */
export function sideOf(report: RunReport, now = Date.now()): Side {
  const { user, context, overrides, judged, startedAt } = report;
  const simulated = overrides ? overrideWords(overrides) : [];
  const place = [
    ...(judged ? [judged.apiVersion.replace(/^.*\//, '')] : []),
    // A document may be judged for no exec block in particular.
    ...(context !== null ? [`context ${context}`] : judged ? [] : ['no context']),
    ...(simulated.length > 0 ? [`simulated: ${simulated.join(', ')}`] : []),
  ];
  return {
    name: judged?.document ?? (user === '' ? '(no name)' : user),
    place: place.join(' · '),
    verdict: outcomeWords[outcomeOf(report)],
    at: timeOf(new Date(startedAt), new Date(now)),
  };
}

/** A run of an earlier window may be of another day. */
function timeOf(start: Date, now: Date): string {
  return start.toDateString() === now.toDateString() ? start.toLocaleTimeString() : start.toLocaleString();
}
