import * as vscode from 'vscode';
import type { RunRequest } from '../../../server/protocol';
import type { LanguageServer } from '../../client/server';
import { selectionIn } from '../arguments';
import { tellFailure } from '../messages';
import { EditedDocuments } from './edited-documents';
import { LastChoicesStore } from './last-choices';
import { RunWith } from './run-with';
import { discardCommand, otherChoicesCommand, registerSendLenses, sendCommand } from './send-lenses';

export const runWithCommand = 'kubeconfigExec.runWith';

/** Registers "Run Exec Plugin With…". `run`: runs and shows, as every other command does. */
export function registerRunWith(
  context: vscode.ExtensionContext,
  server: LanguageServer,
  run: (request: RunRequest) => Promise<void>,
): void {
  const documents = new EditedDocuments();
  const runWith = new RunWith(server, new LastChoicesStore(context.workspaceState), documents, run);
  const register = (name: string, act: (argument: unknown) => Promise<void>) =>
    vscode.commands.registerCommand(name, (argument) => act(argument).catch(tellFailure));
  const ofDocument = (act: (uri: vscode.Uri) => Promise<void>) => async (argument: unknown) => {
    const uri = argument ?? vscode.window.activeTextEditor?.document.uri;
    if (uri instanceof vscode.Uri) await act(uri);
  };
  context.subscriptions.push(
    documents,
    registerSendLenses(documents),
    register(runWithCommand, async (argument) => runWith.start(selectionIn(argument))),
    register(
      sendCommand,
      ofDocument((uri) => runWith.send(uri)),
    ),
    register(
      otherChoicesCommand,
      ofDocument((uri) => runWith.otherChoices(uri)),
    ),
    register(
      discardCommand,
      ofDocument((uri) => runWith.discard(uri)),
    ),
  );
}
