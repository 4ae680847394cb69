import * as vscode from 'vscode';
import {
  type JudgeSelection,
  judgeCommand,
  type RunRequest,
  type RunSelection,
  runCommand,
} from '../../server/protocol';
import type { LanguageServer } from '../client/server';
import { Approvals } from './approvals';
import { selectionIn } from './arguments';
import { registerCompare } from './compare';
import { applyFix } from './fix';
import { documentFor } from './front-document';
import { goTo } from './go-to';
import { kubeconfigOf, type Run, RunHistory } from './history';
import { pickJudgement } from './judge';
import { explainRefusal, refuseWithoutTrust, tellFailure } from './messages';
import { pickTarget } from './pick';
import { kubeconfigFor } from './pick-kubeconfig';
import { notified } from './progress';
import { ResultView, resultViewType } from './result-view';
import { RunService } from './run-service';
import { registerSignIns } from './sign-in';
import { registerPluginStatus } from './status';
import { registerShowResult } from './status/show-result';
import { registerTesting } from './testing';
import { registerRunWith } from './with';

const manageApprovals = 'kubeconfigExec.manageApprovals';

/** Registers what is in the palette and behind the code lenses. */
export function registerRunCommands(context: vscode.ExtensionContext, server: LanguageServer): RunHistory {
  const approvals = new Approvals(context);
  const history = new RunHistory();
  const compare = registerCompare(context, history);
  const view = new ResultView(context.extensionUri, history, {
    compare,
    goTo: (place) => goTo(place).catch(tellFailure),
    again: (run) => commands.again(run).catch(tellFailure),
    runWith: async ({ asked }) => (asked.kind === 'run' ? runWith(asked.request) : undefined),
    fix: ({ report, asked }, fix) =>
      applyFix(server, kubeconfigOf(asked), report.user, fix).catch(tellFailure),
  });
  const service = new RunService(server, approvals, history);
  const commands = new RunCommands(server, service, view);
  const runWith = registerRunWith(context, server, (request) => commands.show(request));
  registerShowResult(context, history, (run) => view.show(run));
  registerPluginStatus(context, server, history);
  registerTesting(context, server, service, history);
  registerSignIns(context, server);
  const register = (name: string, act: (argument: unknown) => Promise<unknown>) =>
    vscode.commands.registerCommand(name, (argument) => act(argument).catch(tellFailure));
  context.subscriptions.push(
    register(runCommand, async (argument) => commands.run(selectionIn(argument))),
    register(judgeCommand, async (argument) => commands.judge(selectionIn(argument))),
    register(manageApprovals, () => approvals.manage()),
    vscode.window.registerWebviewPanelSerializer(resultViewType, view),
    history,
    view,
  );
  return history;
}

/** From a place in a document to the result of a run. */
class RunCommands {
  constructor(
    private readonly server: LanguageServer,
    private readonly service: RunService,
    private readonly view: ResultView,
  ) {}

  async run(selection?: RunSelection): Promise<void> {
    if (!vscode.workspace.isTrusted) return refuseWithoutTrust();
    const document = await kubeconfigFor(selection, 'Run Exec Plugin');
    if (!document) return;
    const request = selection?.user ? selection : await pickTarget(this.server, document);
    if (request) await this.show(request);
  }

  async judge(selection?: JudgeSelection): Promise<void> {
    const document = await documentFor('exec-credential', selection);
    const request = await pickJudgement(this.server, document);
    if (request) this.view.show(await this.service.judge(request));
  }

  async again({ asked: { kind, request } }: Run): Promise<void> {
    // The view may be older than the window.
    if (kind === 'run') await (vscode.workspace.isTrusted ? this.show(request) : refuseWithoutTrust());
    else this.view.show(await this.service.judge(request));
  }

  /** Asks, runs and shows. */
  async show(request: RunRequest): Promise<void> {
    const result = await this.service.run(request, notified);
    if (result.kind === 'ran') return this.view.show(result.run);
    if (result.kind !== 'refused') return;
    if (await explainRefusal(result.plan)) await this.show({ ...request, force: true });
  }
}
