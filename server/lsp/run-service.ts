import type { CancellationToken } from 'vscode-jsonrpc';
import type { Environment } from '../environment';
import { runChoices } from '../features/run-choices';
import { defaultMaxOutputBytes } from '../plugin';
import type { RunChoices, RunPlan, RunReport } from '../protocol';
import { type Choice, choose, plan, type ReadyChoice, run } from '../run';
import { refusal } from './answers';
import type { Configurations } from './configurations';
import type { OpenDocuments } from './documents';
import type { LastRuns } from './last-runs';
import { uriOf } from './params';
import { selectionOf } from './run-params';
import { Runs } from './runs';
import { savedKubeconfig } from './saved-kubeconfig';
import type { Session } from './session';
import type { SignIns } from './sign-ins';

/** There is no terminal behind an editor. */
const unattended = { interactive: false, maxOutputBytes: defaultMaxOutputBytes };
const untrusted = 'The workspace is not trusted, so nothing is run. Trust it first.';

/** Plans and runs, whoever asks for it: nothing without trust, nothing but what was approved. */
export class RunService {
  readonly #runs = new Runs();

  constructor(
    private readonly documents: OpenDocuments,
    private readonly configurations: Configurations,
    private readonly environment: Environment,
    private readonly session: Session,
    private readonly lastRuns: LastRuns,
    private readonly signIns: SignIns,
  ) {}

  /** `params`: a `RunSelection`, if it is one. */
  choices(params: unknown): RunChoices {
    const { document, path } = savedKubeconfig(uriOf(params), this.documents);
    const { user, context } = selectionOf(params, this.session);
    const inContext = this.configurations.of(document, path).document;
    return runChoices(inContext, { user, context }, this.environment.cwd);
  }

  /** `params`: a `RunRequest`, if it is one. */
  async plan(params: unknown): Promise<RunPlan> {
    if (!this.session.trusted) return { kind: 'refused', message: untrusted, kubectl: null, forcible: false };
    return (await this.#planFor(this.#chosen(params))).plan;
  }

  /** `approvalId`: of the plan that the user has said yes to. */
  async run(params: unknown, approvalId: unknown, token: CancellationToken): Promise<RunReport> {
    const choice = await this.approved(params, approvalId, token);
    const options = { timeoutMs: this.session.timeoutSeconds * 1000, ...unattended };
    const whom = { uri: uriOf(params), user: choice.target.user };
    return this.during(choice, token, (signal) =>
      this.signIns.during(whom, (onSignIn) =>
        run(choice, this.environment, { ...options, signal, onSignIn }),
      ),
    );
  }

  /**
   * What was approved, if it is what would be run now. It is to be started at once: with each wait in between it may
   * become something else.
   */
  async approved(params: unknown, approvalId: unknown, token: CancellationToken): Promise<ReadyChoice> {
    if (!this.session.trusted) throw refusal(untrusted);
    const choice = this.#chosen(params);
    if (choice.kind === 'refused') throw refusal(choice.message);
    const now = await this.#planFor(choice);
    if (token.isCancellationRequested) throw refusal('Cancelled: nothing was run.');
    if (now.plan.kind !== 'ready' || now.plan.approvalId !== approvalId || !now.isCurrent()) {
      throw refusal('The command has changed since it was approved. Run it again to see what it is now.');
    }
    return choice;
  }

  /** A run by whatever means. It ends with the session, and how it has ended is kept. */
  async during(
    { target }: ReadyChoice,
    token: CancellationToken,
    run: (signal: AbortSignal) => Promise<RunReport>,
  ): Promise<RunReport> {
    const report = await this.#runs.run(token, run);
    this.lastRuns.record(target, report);
    return report;
  }

  /** Ends every run and waits until its processes are gone. */
  endAll(): Promise<void> {
    return this.#runs.endAll();
  }

  #planFor(choice: Choice): ReturnType<typeof plan> {
    return plan(choice, this.environment, this.session.timeoutSeconds);
  }

  #chosen(params: unknown): Choice {
    const { document, path } = savedKubeconfig(uriOf(params), this.documents);
    return choose(
      this.configurations.of(document, path),
      selectionOf(params, this.session),
      this.environment,
    );
  }
}
