import * as vscode from 'vscode';
import { type RunSelection, showResultCommand } from '../../../server/protocol';
import { selectionIn } from '../arguments';
import { kubeconfigOf, type Run, type RunHistory } from '../history';
import { tellFailure } from '../messages';

/** The command of the words over an exec block: shows the last result again. */
export function registerShowResult(
  { subscriptions }: vscode.ExtensionContext,
  history: RunHistory,
  show: (run: Run) => void,
): void {
  const command = async (argument: unknown) => {
    const run = lastFor(selectionIn(argument), history.runs);
    if (run) return show(run);
    const message = 'The result is no longer kept. Run the plugin again to see it.';
    await vscode.window.showInformationMessage(message);
  };
  subscriptions.push(
    vscode.commands.registerCommand(showResultCommand, (argument) => command(argument).catch(tellFailure)),
  );
}

function lastFor(selection: RunSelection | undefined, runs: readonly Run[]): Run | undefined {
  if (!selection) return runs.at(-1);
  const { uri, user, context } = selection;
  const file = vscode.Uri.parse(uri).fsPath;
  return runs.findLast(({ report, asked }) => {
    const isHere = report.kubeconfig === file || kubeconfigOf(asked) === uri;
    const isFor = context === undefined || report.context === context;
    return asked.kind === 'run' && isHere && report.user === user && isFor;
  });
}
