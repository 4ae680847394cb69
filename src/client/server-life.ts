import * as vscode from 'vscode';
import { runRequest, terminalReportRequest } from '../../server/protocol';
import { Deaths } from './deaths';

export const restartCommand = 'kubeconfigExec.restartServer';

/** A run that was lost with the server. The user is told by `Life`, once. */
export class RunLost extends Error {
  constructor() {
    super('The language server ended during the run. Run it again.');
  }
}

/** During these a plugin runs. */
const runs: ReadonlySet<string> = new Set([runRequest, terminalReportRequest]);

/** What happens when the server's process ends and nobody has asked for it. */
export class Life {
  readonly #deaths = new Deaths();
  #running = 0;
  #died = 0;
  #down = false;

  /** `start` starts the server anew; `output` is shown if the user asks why. */
  constructor(
    private readonly start: () => Promise<unknown>,
    private readonly showOutput: () => void,
  ) {}

  /** Throws, with words for the user, if it is not to be started now. */
  mayStart(): void {
    if (this.#down)
      throw new Error('The language server is not running. Run "Kubeconfig: Restart Language Server".');
  }

  /** The user wants it to be started whatever was before. */
  revive(): void {
    this.#down = false;
    this.#deaths.forget();
  }

  /** What is asked of the server; rejects in words for the user when it dies meanwhile. */
  async during<R>(method: string, work: () => Promise<R>): Promise<R> {
    const before = this.#died;
    const isRun = runs.has(method);
    if (isRun) this.#running++;
    try {
      return await work();
    } catch (error) {
      if (this.#died === before) throw error;
      throw isRun ? new RunLost() : new Error('The language server ended meanwhile. Try again.');
    } finally {
      if (isRun) this.#running--;
    }
  }

  /** The user is told once, and not of each death of a server that dies again and again. */
  async died(): Promise<void> {
    this.#died++;
    // The request is rejected in a moment.
    const ran = this.#running > 0;
    let tells = ran;
    for (;;) {
      const then = this.#deaths.add(Date.now());
      if (then === 'stop') return this.#stayDown();
      // It may have died again while it was started.
      tells ||= then === 'tell';
      const started = await this.start().then(
        () => true,
        () => false,
      );
      if (!started) continue;
      if (tells) void vscode.window.showWarningMessage(words(ran));
      return;
    }
  }

  async #stayDown(): Promise<void> {
    this.#down = true;
    const [restart, show] = ['Restart Language Server', 'Show Output'];
    const message =
      "Kubeconfig Exec's language server ended several times within minutes and is not started again, so nothing is checked.";
    const answer = await vscode.window.showErrorMessage(message, restart, show);
    if (answer === restart) await vscode.commands.executeCommand(restartCommand);
    if (answer === show) this.showOutput();
  }
}

function words(ran: boolean): string {
  const lost = ran
    ? 'The plugin that it was running was ended: run it again.'
    : 'Nothing in your files is lost.';
  return `Kubeconfig Exec's language server ended unexpectedly and was started again. ${lost}`;
}
