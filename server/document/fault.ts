/** Something that keeps kubectl from reading the text at all. Offsets are absolute, end exclusive. */
export interface LoadFault {
  readonly start: number;
  readonly end: number;
  /** Plain words. */
  readonly message: string;
  /** kubectl's message, without the `error loading config file` before it. */
  readonly kubectl: string;
  /** What follows in the text was only guessed at. */
  readonly breaks?: true;
}
