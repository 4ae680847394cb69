/** One test of a suite, as it is handed from the extension host to the runner. */
export interface Outcome {
  readonly title: string;
  readonly state: 'passed' | 'failed' | 'skipped';
  readonly ms?: number | undefined;
  /** Why it failed. */
  readonly detail?: string;
}

/** Begins the line with the outcomes of a suite that has no file to leave them in. */
export const outcomeMark = 'outcomes of the suite: ';
