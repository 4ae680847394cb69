import type { CancellationToken } from 'vscode-languageserver/node';
import { Kubeconfig } from '../document/kubeconfig';
import type { Environment } from '../environment';
import { defaultMaxOutputBytes } from '../plugin';
import type { RunPlan, RunReport } from '../protocol';
import { type Choice, choose, plan, run } from '../run';
import { refusal } from './answers';
import type { Configurations } from './configurations';
import { filePath, type OpenDocuments } from './documents';
import { uriOf } from './params';
import { selectionOf } from './run-params';
import { Runs } from './runs';
import type { Session } from './session';

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
  ) {}

  /** `params`: a `RunRequest`, if it is one. */
  plan(params: unknown): RunPlan {
    if (!this.session.trusted) return { kind: 'refused', message: untrusted, kubectl: null, forcible: false };
    return this.#planFor(this.#chosen(params));
  }

  /** `approvalId`: of the plan that the user has said yes to. */
  run(params: unknown, approvalId: unknown, token: CancellationToken): Promise<RunReport> {
    if (!this.session.trusted) throw refusal(untrusted);
    const choice = this.#chosen(params);
    if (choice.kind === 'refused') throw refusal(choice.message);
    const now = this.#planFor(choice);
    if (now.kind !== 'ready' || now.approvalId !== approvalId) {
      throw refusal('The command has changed since it was approved. Run it again to see what it is now.');
    }
    const options = { timeoutMs: this.session.timeoutSeconds * 1000, ...unattended };
    return this.#runs.run(token, (signal) => run(choice, this.environment, { ...options, signal }));
  }

  /** Ends every run and waits until its processes are gone. */
  endAll(): Promise<void> {
    return this.#runs.endAll();
  }

  #planFor(choice: Choice): RunPlan {
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

/** An open kubeconfig that is a file, too. */
export function savedKubeconfig(uri: string, documents: OpenDocuments) {
  const open = documents.find(uri);
  if (!(open?.document instanceof Kubeconfig)) throw refusal('This document is not an open kubeconfig.');
  const path = filePath(uri);
  if (path === undefined) {
    throw refusal('Save the kubeconfig to a file first: relative commands count from its folder.');
  }
  return { text: open.text, document: open.document, path };
}
