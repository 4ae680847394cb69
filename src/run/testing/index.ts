import * as vscode from 'vscode';
import type { LanguageServer } from '../../client/server';
import type { RunHistory } from '../history';
import type { RunService } from '../run-service';
import { OutsideRuns } from './outside-runs';
import { TestRuns } from './test-runs';
import { isTested, TestTree } from './test-tree';

/** Shows the plugins of open kubeconfigs as tests, from when there is such a document and the server answers. */
export function registerTesting(
  { subscriptions }: vscode.ExtensionContext,
  server: LanguageServer,
  service: RunService,
  history: RunHistory,
): void {
  const begin = () => {
    const listeners: vscode.Disposable[] = [];
    const look = (document: vscode.TextDocument) => {
      if (!isTested(document)) return;
      for (const listener of listeners.splice(0)) listener.dispose();
      subscriptions.push(...startTesting(server, service, history));
    };
    const first = vscode.workspace.textDocuments.find(isTested);
    if (first) return look(first);
    listeners.push(
      vscode.workspace.onDidOpenTextDocument(look),
      vscode.workspace.onDidChangeTextDocument(({ document }) => look(document)),
    );
    subscriptions.push(...listeners);
  };
  subscriptions.push(server.onDidStart(begin));
}

function startTesting(server: LanguageServer, service: RunService, history: RunHistory): vscode.Disposable[] {
  const controller = vscode.tests.createTestController('kubeconfigExec', 'Credential plugins');
  const tree = new TestTree(controller, server);
  const runs = new TestRuns(controller, tree, service);
  const outside = new OutsideRuns(controller, tree, history, runs);
  const offerRuns = () => {
    const { Run } = vscode.TestRunProfileKind;
    controller.createRunProfile(
      'Run',
      Run,
      (request, token) => runs.run(request, token),
      true,
      undefined,
      true,
    );
  };
  controller.refreshHandler = () => tree.refreshAll();
  if (vscode.workspace.isTrusted) offerRuns();
  void tree.refreshAll();
  return [controller, tree, outside, vscode.workspace.onDidGrantWorkspaceTrust(offerRuns)];
}
