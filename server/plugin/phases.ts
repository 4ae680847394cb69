import type { RunPhases } from '../protocol';

/** Of what was not run. */
export const noPhases: RunPhases = {
  resolvedMs: null,
  startedMs: null,
  firstByteMs: null,
  exitedMs: null,
  decodedMs: null,
  judgedMs: null,
};

/** Notes when a run comes to each of its phases. */
export class Phases {
  readonly #start = performance.now();
  readonly #reached = new Map<keyof RunPhases, number>();

  /** Only the first time counts. */
  reach(phase: keyof RunPhases): void {
    if (this.#reached.has(phase)) return;
    this.#reached.set(phase, Math.round((performance.now() - this.#start) * 10) / 10);
  }

  /** All that have been reached by now. */
  get report(): RunPhases {
    return { ...noPhases, ...Object.fromEntries(this.#reached) };
  }
}
