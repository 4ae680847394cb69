import type { Description } from '../../../server/describe-report';

/** What the page is told to show; it has no other source. Holds no secret: all of it is made of a report. */
export interface Shown {
  /** Of the run; another one is shown from its top. */
  readonly id: number;
  readonly description: Description;
  /** The runs to look at, the newest first. */
  readonly runs: readonly RunChoice[];
  /** What the user can ask for now. */
  readonly can: { readonly runAgain: boolean; readonly runWith: boolean; readonly compare: boolean };
  /** Milliseconds since the epoch, where the report was made: the clock of the page may be another machine's. */
  readonly now: number;
}

export interface RunChoice {
  readonly id: number;
  readonly label: string;
}

/** `show`: `state` is what the page keeps for the next time, and does not look at. */
export interface PageMessage {
  readonly type: 'show';
  readonly shown: Shown;
  readonly state: unknown;
}
