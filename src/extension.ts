import * as vscode from 'vscode';
import type { RunReport } from '../server/protocol';
import { registerNewKubeconfig } from './authoring/new-kubeconfig';
import { startWhenNeeded } from './client/on-demand';
import { leaveOursToUs } from './client/red-hat-yaml';
import { LanguageServer } from './client/server';
import { registerRunCommands } from './run/command';

/** What other extensions and tests get. */
export interface Api {
  /** The report of the last run in this window; it holds no secret. */
  lastReport(): RunReport | undefined;
}

export function activate(context: vscode.ExtensionContext): Api {
  const output = vscode.window.createOutputChannel('Kubeconfig Exec', { log: true });
  const server = new LanguageServer(context, output);
  const history = registerRunCommands(context, server);
  context.subscriptions.push(output, server, startWhenNeeded(server), registerNewKubeconfig(server));
  context.subscriptions.push(leaveOursToUs());
  return { lastReport: () => history.runs.at(-1)?.report };
}
