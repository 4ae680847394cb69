/** Something that no input may break. */
export interface Target {
  start(): Promise<Running>;
}

export interface Running {
  /** Rejects or throws what it has found. */
  once(seed: number): Promise<void> | void;
  /** What a seed stands for, to be written down with a finding. */
  input(seed: number): Promise<string> | string;
  stop?(): Promise<void>;
}
