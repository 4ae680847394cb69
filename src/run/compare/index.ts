import * as vscode from 'vscode';
import type { Run, RunHistory } from '../history';
import { tellFailure } from '../messages';
import { CompareView, type Pair } from './compare-view';
import { pickRuns } from './pick-runs';

const compareRuns = 'kubeconfigExec.compareRuns';

/** Compares one run with another that the user picks. */
export type CompareWith = (run: Run) => Promise<void>;

/** Registers "Compare Exec Plugin Runs". Answers what the result view's button does. */
export function registerCompare(context: vscode.ExtensionContext, history: RunHistory): CompareWith {
  const view = new CompareView(context.extensionUri, (shown) => compare(shown).catch(tellFailure));
  const compare = async (chosen: readonly Run[]) => {
    const { runs } = history;
    if (runs.length < 2) return explain(runs.length);
    const pair: Pair | undefined = await pickRuns(runs, chosen);
    if (pair) view.show(pair);
  };
  // Whatever the command is called with: which runs there are is nobody else's business.
  const command = () => compare(history.runs.slice(-2)).catch(tellFailure);
  context.subscriptions.push(vscode.commands.registerCommand(compareRuns, command), view);
  return (run) => {
    const other = history.runs.findLast(({ id }) => id !== run.id);
    return compare(other ? [other, run] : [run]).catch(tellFailure);
  };
}

async function explain(count: number): Promise<void> {
  const runs =
    count === 0 ? 'No plugin has been run in this window' : 'Only one plugin run is in this window';
  const runWith = 'Run Exec Plugin With…';
  const message = `${runs}. Run one twice, such as with another API version, then compare.`;
  const answer = await vscode.window.showInformationMessage(message, runWith);
  if (answer === runWith) await vscode.commands.executeCommand('kubeconfigExec.runWith');
}
