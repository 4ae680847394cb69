export interface CancellationToken {
  readonly isCancellationRequested: boolean;
  /** Not called for what was requested before. */
  onCancellationRequested(listener: () => void): void;
}

export class CancellationTokenSource {
  readonly #listeners: (() => void)[] = [];
  #isCancelled = false;
  readonly token: CancellationToken;

  constructor() {
    const isCancelled = () => this.#isCancelled;
    this.token = {
      get isCancellationRequested() {
        return isCancelled();
      },
      onCancellationRequested: (listener) => void this.#listeners.push(listener),
    };
  }

  cancel(): void {
    this.#isCancelled = true;
    for (const listener of this.#listeners.splice(0)) listener();
  }
}
