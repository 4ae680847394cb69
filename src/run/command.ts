import * as vscode from 'vscode';
import {
  type ApprovedRun,
  type JudgeSelection,
  judgeCommand,
  prepareRunRequest,
  type RunPlan,
  type RunReport,
  type RunRequest,
  type RunSelection,
  runCommand,
  runRequest,
} from '../../server/protocol';
import { withoutLinks } from '../../server/without-links';
import { kindOf } from '../client/ours';
import type { LanguageServer } from '../client/server';
import type { ReadyPlan } from './approval';
import { Approvals } from './approvals';
import { selectionIn } from './arguments';
import { applyFix } from './fix';
import { JudgeService } from './judge';
import { askForKubeconfig, explainRefusal, refuseWithoutTrust, tellFailure } from './messages';
import { pickTarget } from './pick';
import { type Origin, ResultView } from './result-view';

const manageApprovals = 'kubeconfigExec.manageApprovals';

/** Registers what is in the palette and behind the code lenses. */
export function registerRunCommands(context: vscode.ExtensionContext, server: LanguageServer): RunService {
  const service = new RunService(context, server);
  const run = async (argument?: unknown) => service.run(selectionIn(argument));
  const judge = async (argument?: unknown) => service.judge(selectionIn(argument));
  context.subscriptions.push(
    vscode.commands.registerCommand(runCommand, (argument) => run(argument).catch(tellFailure)),
    vscode.commands.registerCommand(judgeCommand, (argument) => judge(argument).catch(tellFailure)),
    vscode.commands.registerCommand(manageApprovals, () => service.manageApprovals().catch(tellFailure)),
    service,
  );
  return service;
}

/** From a place in a kubeconfig to the result of a run. */
export class RunService implements vscode.Disposable {
  readonly #server: LanguageServer;
  readonly #approvals: Approvals;
  readonly #view: ResultView;
  readonly #judging: JudgeService;
  lastReport: RunReport | undefined;

  constructor(context: vscode.ExtensionContext, server: LanguageServer) {
    this.#server = server;
    this.#approvals = new Approvals(context);
    this.#view = new ResultView(context.extensionUri, (uri, user, fix) =>
      applyFix(server, uri, user, fix).catch(tellFailure),
    );
    this.#judging = new JudgeService(server, (report, origin) => this.#show(report, origin));
  }

  manageApprovals(): Promise<void> {
    return this.#approvals.manage();
  }

  judge(selection?: JudgeSelection): Promise<void> {
    return this.#judging.judge(selection);
  }

  async run(selection?: RunSelection): Promise<void> {
    if (!vscode.workspace.isTrusted) return refuseWithoutTrust();
    const document = await documentFor(selection);
    if (!document) return askForKubeconfig();
    const request = selection?.user ? selection : await pickTarget(this.#server, document);
    if (request) await this.#runRequest(request);
  }

  /** The kubeconfig may have been closed since, and the server knows open ones only. */
  async #runAgain(request: RunRequest): Promise<void> {
    try {
      await vscode.workspace.openTextDocument(vscode.Uri.parse(request.uri));
      await this.#runRequest(request);
    } catch (error) {
      await tellFailure(error);
    }
  }

  async #runRequest(request: RunRequest): Promise<void> {
    const plan = await this.#server.request<RunPlan>(prepareRunRequest, request);
    if (plan.kind === 'refused') {
      if (await explainRefusal(plan)) await this.#runRequest({ ...request, force: true });
      return;
    }
    if (!(await this.#approvals.ask(plan))) return;
    const report = await this.#execute(plan, request);
    this.#show(report, { kubeconfig: request.uri, again: () => this.#runAgain(request) });
  }

  #show(report: RunReport, origin: Origin): void {
    this.lastReport = report;
    this.#view.show(report, origin);
  }

  #execute({ approvalId, user }: ReadyPlan, request: RunRequest): Thenable<RunReport> {
    const options = {
      location: vscode.ProgressLocation.Notification,
      title: withoutLinks(`Running the exec plugin of "${user}"`),
      cancellable: true,
    };
    const approved: ApprovedRun = { ...request, approvalId };
    return vscode.window.withProgress(options, (_progress, token) =>
      this.#server.request<RunReport>(runRequest, approved, token),
    );
  }

  dispose(): void {
    this.#view.dispose();
  }
}

/** The kubeconfig that is meant: the selection's, else the one in front of the user. */
async function documentFor(selection?: RunSelection): Promise<vscode.TextDocument | undefined> {
  const document = selection
    ? await vscode.workspace.openTextDocument(vscode.Uri.parse(selection.uri))
    : vscode.window.activeTextEditor?.document;
  return document && kindOf(document) === 'kubeconfig' ? document : undefined;
}
