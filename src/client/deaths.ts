/** So many deaths within this time, and it is not started again. */
const mostDeaths = 4;
const withinMs = 3 * 60_000;

export type AfterDeath =
  /** It is started again, and the user is told so. */
  | 'tell'
  /** It is started again; the user has just been told of another death. */
  | 'hush'
  /** It would only die again. */
  | 'stop';

/** Counts how often the server has died, so that one that can't live is not started for ever. */
export class Deaths {
  #times: number[] = [];

  /** `now`: milliseconds since the epoch. */
  add(now: number): AfterDeath {
    this.#times = [...this.#times.filter((time) => now - time < withinMs), now];
    if (this.#times.length >= mostDeaths) return 'stop';
    return this.#times.length === 1 ? 'tell' : 'hush';
  }

  /** The user wants it to be tried anew. */
  forget(): void {
    this.#times = [];
  }
}
