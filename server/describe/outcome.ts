import type { RunReport } from '../protocol';

/** What a report comes to. It is no verdict of kubectl's where it only tells of us. */
export type OutcomeName = 'accepted' | 'rejected' | 'stopped' | 'unjudged';

export const outcomeWords = {
  accepted: 'Accepted',
  rejected: 'Rejected',
  stopped: 'Stopped',
  unjudged: 'Not judged',
} as const satisfies Record<OutcomeName, string>;

/** Stopped: at a time limit or the like, which kubectl does not have. Unjudged: it is too much to be judged here. */
export function outcomeOf({ verdict, kubectl, reason }: RunReport): OutcomeName {
  if (verdict === 'accepted' || kubectl !== null) return verdict;
  return reason === 'not-judged' ? 'unjudged' : 'stopped';
}
