import type { CancellationToken } from 'vscode-jsonrpc';
import { refusal } from './answers';

/** The runs in progress, so that none outlives the session. */
export class Runs {
  readonly #running = new Map<AbortController, Promise<unknown>>();
  #over = false;

  /** `token`: the client's way to cancel. */
  async run<R>(token: CancellationToken, start: (signal: AbortSignal) => Promise<R>): Promise<R> {
    if (this.#over) throw refusal('The language server is shutting down.');
    const stop = new AbortController();
    token.onCancellationRequested(() => stop.abort());
    const running = start(stop.signal);
    this.#running.set(stop, running);
    try {
      return await running;
    } finally {
      this.#running.delete(stop);
    }
  }

  /** Ends every run and waits until its processes are gone. */
  async endAll(): Promise<void> {
    this.#over = true;
    for (const stop of this.#running.keys()) stop.abort();
    await Promise.allSettled(this.#running.values());
  }
}
