/** A line for the person in front of the terminal. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

export function secondsSince(start: number): string {
  return `${((Date.now() - start) / 1000).toFixed(1)} s`;
}
