import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

/** The language server's process. It is started when somebody first needs it. */
export class LanguageServer implements vscode.Disposable {
  readonly #started = new vscode.EventEmitter<void>();
  #starting: Promise<LanguageClient> | undefined;
  readonly #listeners = new Map<string, (params: unknown) => void>();

  /** Told once, when it answers. */
  readonly onDidStart = this.#started.event;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly output: vscode.LogOutputChannel,
  ) {}

  get started(): boolean {
    return this.#starting !== undefined;
  }

  /** Rejects when the process can't be started; the next call tries again. */
  start(): Promise<LanguageClient> {
    // Imported late: most windows that show some YAML never need it.
    this.#starting ??= import('./language-client')
      .then(({ startClient }) => startClient(this.context, this.output))
      .then((client) => {
        for (const [method, act] of this.#listeners) client.onNotification(method, act);
        return client;
      })
      .then((client) => {
        this.#started.fire();
        return client;
      })
      .catch((error: unknown) => {
        this.#starting = undefined;
        this.output.error('The language server could not be started.', error);
        throw error;
      });
    return this.#starting;
  }

  async request<R>(method: string, params: unknown, token?: vscode.CancellationToken): Promise<R> {
    return (await this.start()).sendRequest<R>(method, params, token);
  }

  /** For a notification of our own; to be said before the server is started. */
  onNotification(method: string, act: (params: unknown) => void): void {
    this.#listeners.set(method, act);
  }

  showOutput(): void {
    this.output.show();
  }

  async dispose(): Promise<void> {
    const client = await this.#starting?.catch(() => undefined);
    this.#started.dispose();
    await client?.dispose();
  }
}
