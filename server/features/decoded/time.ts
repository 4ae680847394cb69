import { remaining } from '../../describe-report';

/** A moment as people write it, with how far away it is. Both in milliseconds since the epoch. */
export function moment(time: number, now: number | undefined): string {
  const written = dateOf(time);
  return now === undefined ? written : `${written} (${until(time, now)})`;
}

/** `in 14 min`, `2 h ago`. */
export function until(time: number, now: number): string {
  return remaining(time - now);
}

function dateOf(time: number): string {
  // Years beyond 9999 can't be written this way, and no one means them.
  return Math.abs(time) <= 8.64e15 ? new Date(time).toISOString().replace(/\.\d+Z$/, 'Z') : 'far away';
}
