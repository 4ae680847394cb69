import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { Life, restartCommand } from './server-life';

/** The language server's process. It is started when somebody first needs it. */
export class LanguageServer implements vscode.Disposable {
  readonly #started = new vscode.EventEmitter<void>();
  readonly #restarted = new vscode.EventEmitter<void>();
  readonly #life = new Life(
    () => this.start(),
    () => this.showOutput(),
  );
  readonly #command = vscode.commands.registerCommand(restartCommand, () => this.#restart());
  #hasStarted = false;
  #starting: Promise<LanguageClient> | undefined;
  readonly #listeners = new Map<string, (params: unknown) => void>();

  /** Told once, when it answers. */
  readonly onDidStart = this.#started.event;
  /** Told whenever another process has taken its place: what was asked of the old one is to be asked again. */
  readonly onDidRestart = this.#restarted.event;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly output: vscode.LogOutputChannel,
  ) {}

  get started(): boolean {
    return this.#starting !== undefined;
  }

  /** Rejects when the process can't be started; the next call tries again. */
  async start(): Promise<LanguageClient> {
    this.#life.mayStart();
    // Imported late: most windows that show some YAML never need it.
    this.#starting ??= import('./language-client')
      .then(({ startClient }) => startClient(this.context, this.output, () => this.#died()))
      .then((client) => {
        for (const [method, act] of this.#listeners) client.onNotification(method, act);
        return client;
      })
      .then((client) => {
        (this.#hasStarted ? this.#restarted : this.#started).fire();
        this.#hasStarted = true;
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
    const client = await this.start();
    return this.#life.during(method, () => client.sendRequest<R>(method, params, token));
  }

  /** For a notification of our own; to be said before the server is started. */
  onNotification(method: string, act: (params: unknown) => void): void {
    this.#listeners.set(method, act);
  }

  showOutput(): void {
    this.output.show();
  }

  #died(): void {
    this.#starting = undefined;
    void this.#life.died();
  }

  async #restart(): Promise<void> {
    const old = await this.#starting?.catch(() => undefined);
    this.#starting = undefined;
    await old?.dispose();
    this.#life.revive();
    await this.start();
  }

  async dispose(): Promise<void> {
    const client = await this.#starting?.catch(() => undefined);
    this.#command.dispose();
    this.#started.dispose();
    this.#restarted.dispose();
    await client?.dispose();
  }
}
