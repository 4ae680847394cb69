import * as vscode from 'vscode';
import { isOurs } from './ours';
import type { LanguageServer } from './server';

/** Starts the server as soon as a document of ours is open. Until then nothing is sent anywhere. */
export function startWhenNeeded(server: LanguageServer): vscode.Disposable {
  const look = (document: vscode.TextDocument) => {
    if (server.started || !isOurs(document)) return;
    server.start().then(stopLooking, () => tellFailure(server));
  };
  const listeners = [
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidChangeTextDocument(({ document }) => look(document)),
  ];
  const stopLooking = () => {
    for (const listener of listeners) listener.dispose();
  };
  // After activation: loading the client takes longer than everything else in it.
  setImmediate(() => vscode.workspace.textDocuments.forEach(look));
  return { dispose: stopLooking };
}

async function tellFailure(server: LanguageServer): Promise<void> {
  const show = 'Show Output';
  const message =
    'Kubeconfig Exec could not start its language server, so nothing is checked. Reload the window.';
  if ((await vscode.window.showErrorMessage(message, show)) === show) server.showOutput();
}
