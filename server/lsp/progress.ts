import { type CancellationToken, CancellationTokenSource } from 'vscode-jsonrpc';
import type { WorkDoneProgressBegin, WorkDoneProgressEnd } from 'vscode-languageserver';
import { withoutLinks } from '../without-links';
import { property } from './params';
import type { Session } from './session';
import type { Connection } from './wire/connection';

/** Shows what takes its time, where the client can, and lets the user cancel it there. */
export class Progress {
  readonly #cancels = new Map<string, () => void>();
  #count = 0;

  constructor(
    private readonly connection: Connection,
    private readonly session: Session,
  ) {
    connection.onNotification('window/workDoneProgress/cancel', (params) =>
      this.#cancels.get(`${property(params, 'token')}`)?.(),
    );
  }

  /** `token`: the way of the request to cancel it. Nothing waits for the client. */
  async during<R>(
    title: string,
    token: CancellationToken,
    run: (token: CancellationToken) => Promise<R>,
  ): Promise<R> {
    const stop = new CancellationTokenSource();
    const cancel = () => stop.cancel();
    if (token.isCancellationRequested) cancel();
    token.onCancellationRequested(cancel);
    const id = `run-${++this.#count}`;
    this.#cancels.set(id, cancel);
    const shown = this.#show(id, title);
    try {
      return await run(stop.token);
    } finally {
      this.#cancels.delete(id);
      void shown.then((isShown) => isShown && this.#tell(id, { kind: 'end' }));
    }
  }

  /** A run without progress is as good. */
  async #show(token: string, title: string): Promise<boolean> {
    if (!this.session.abilities.showsProgress) return false;
    try {
      await this.connection.sendRequest('window/workDoneProgress/create', { token });
    } catch {
      return false;
    }
    this.#tell(token, { kind: 'begin', title: withoutLinks(title), cancellable: true });
    return true;
  }

  #tell(token: string, value: WorkDoneProgressBegin | WorkDoneProgressEnd): void {
    void this.connection.sendNotification('$/progress', { token, value }).catch(() => {});
  }
}
