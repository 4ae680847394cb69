const [second, minute, hour, day] = [1000, 60_000, 3_600_000, 86_400_000] as const;

/** A length of time in whole units, so that nothing is said to last longer than it does. */
export interface Span {
  /** Such as `14 min`. */
  readonly words: string;
  /** Milliseconds of the unit. */
  readonly unit: number;
}

/** In the largest unit of which there are several, else in the largest that is not zero. */
export function spanOf(ms: number): Span {
  const [unit, name] =
    ms < minute
      ? ([second, 's'] as const)
      : ms < 2 * hour
        ? ([minute, 'min'] as const)
        : ms < 2 * day
          ? ([hour, 'h'] as const)
          : ([day, 'days'] as const);
  return { words: `${Math.floor(ms / unit)} ${name}`, unit };
}

/** The same with what is left over, always in two digits: nothing moves when it changes. */
export function fineSpan(ms: number): string {
  const { words, unit } = spanOf(ms);
  const two = (count: number) => String(Math.floor(count)).padStart(2, '0');
  if (unit === minute) return `${words} ${two((ms % minute) / second)} s`;
  return unit === hour ? `${words} ${two((ms % hour) / minute)} min` : words;
}

/** How far away a moment is. */
export function remaining(ms: number): string {
  const { words } = spanOf(Math.abs(ms));
  return ms < 0 ? `${words} ago` : `in ${words}`;
}

/** Of a run's phases: to a tenth below 10 ms, in seconds when it is many. */
export function milliseconds(ms: number): string {
  if (ms >= 10_000) return `${Math.round(ms / 100) / 10} s`;
  return `${ms < 10 ? Math.round(ms * 10) / 10 : Math.round(ms)} ms`;
}
