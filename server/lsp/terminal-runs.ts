import { randomUUID } from 'node:crypto';
import { type CancellationToken, CancellationTokenSource } from 'vscode-jsonrpc';
import type { Environment } from '../environment';
import { terminalTimeoutSeconds } from '../limits';
import type { RunReport, TerminalLaunch } from '../protocol';
import { completed, type ReadyChoice } from '../run';
import { OneTimeChannel } from '../terminal/channel';
import { type Job, secretVariable, terminalCommand } from '../terminal/messages';
import { runThrough } from '../terminal/serve';
import { refusal } from './answers';
import { property } from './params';
import type { RunService } from './run-service';
import type { Session } from './session';

/** Nobody asks for the reports of older ones. */
const mostRuns = 20;

/** Runs whose plugin is in a terminal of the user's: the server waits for the program that it has named to him. */
export class TerminalRuns {
  readonly #runs = new Map<string, { readonly report: Promise<RunReport>; cancel(): void }>();

  constructor(
    private readonly service: RunService,
    private readonly environment: Environment,
    private readonly session: Session,
  ) {}

  /** `params`: an `ApprovedRun`, if it is one. */
  async launch(params: unknown, token: CancellationToken): Promise<TerminalLaunch> {
    const approvalId = property(params, 'approvalId');
    const choice = await this.service.approved(params, approvalId, token);
    const channel = await openChannel();
    const id = randomUUID();
    const stop = new CancellationTokenSource();
    const report = this.service.during(choice, stop.token, (signal) =>
      this.#report(choice, this.#jobOf(choice, `${approvalId}`), channel, signal),
    );
    // Told to whoever asks for it; nobody may.
    report.catch(() => {});
    this.#runs.set(id, { report, cancel: () => stop.cancel() });
    for (const old of [...this.#runs.keys()].slice(0, -mostRuns)) this.#runs.delete(old);
    return { id, ...launchOf(channel) };
  }

  /** `params`: `TerminalReportParams`, if it is that. */
  async report(params: unknown, token: CancellationToken): Promise<RunReport> {
    const id = property(params, 'id');
    const run = typeof id === 'string' ? this.#runs.get(id) : undefined;
    if (!run) throw refusal('There is no such run in a terminal.');
    token.onCancellationRequested(() => run.cancel());
    if (token.isCancellationRequested) run.cancel();
    return run.report;
  }

  async #report(
    choice: ReadyChoice,
    job: Omit<Job, 'proof'>,
    channel: OneTimeChannel,
    signal: AbortSignal,
  ): Promise<RunReport> {
    const answer = await runThrough(channel, job, signal);
    if (typeof answer === 'string') throw refusal(answer);
    return completed(choice, answer, this.environment);
  }

  #jobOf({ target, forced }: ReadyChoice, approvalId: string): Omit<Job, 'proof'> {
    // The text of the kubeconfig stays here.
    const { origin: _, ...without } = target;
    const { variables, cwd } = this.environment;
    const timeoutMs = Math.max(this.session.timeoutSeconds, terminalTimeoutSeconds) * 1000;
    return { target: without, forced, approvalId, variables, cwd, timeoutMs };
  }
}

/** The same program again: what is run there is as old as the server. */
function launchOf({ address, secret }: OneTimeChannel): Omit<TerminalLaunch, 'id'> {
  const { execPath: path, argv, versions } = process;
  const electron = versions['electron'] === undefined ? {} : { ELECTRON_RUN_AS_NODE: '1' };
  const args = [argv[1] ?? '', terminalCommand, address];
  return { path, args, env: { ...electron, [secretVariable]: secret } };
}

async function openChannel(): Promise<OneTimeChannel> {
  try {
    return await OneTimeChannel.open();
  } catch {
    throw refusal('The terminal needs a folder for temporary files whose path is not too long.');
  }
}
