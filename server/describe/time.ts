/** The time left, in the largest unit that is not zero. */
export function remaining(ms: number): string {
  const seconds = Math.round(Math.abs(ms) / 1000);
  const [count, unit] =
    seconds < 120
      ? [seconds, 's']
      : seconds < 7200
        ? [Math.round(seconds / 60), 'min']
        : seconds < 172_800
          ? [Math.round(seconds / 3600), 'h']
          : [Math.round(seconds / 86_400), 'days'];
  return ms < 0 ? `${count} ${unit} ago` : `in ${count} ${unit}`;
}

/** Of a run's phases: to a tenth below 10 ms, in seconds when it is many. */
export function milliseconds(ms: number): string {
  if (ms >= 10_000) return `${Math.round(ms / 100) / 10} s`;
  return `${ms < 10 ? Math.round(ms * 10) / 10 : Math.round(ms)} ms`;
}
