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

/** The line by which a suite in a browser asks to have its page looked at. It waits until all editors are closed. */
export const lookMark = 'the page may be looked at';
