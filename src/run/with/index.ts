import * as vscode from 'vscode';
import type { RunRequest } from '../../../server/protocol';
import type { LanguageServer } from '../../client/server';
import { selectionIn } from '../arguments';
import { tellFailure } from '../messages';
import { EditedDocuments } from './edited-documents';
import { LastChoicesStore } from './last-choices';
import { RunWith } from './run-with';
import { discardCommand, otherChoicesCommand, registerSendLenses, sendCommand } from './send-lenses';
import { registerTitleButtons } from './title-buttons';

const runWithCommand = 'kubeconfigExec.runWith';

/** Offers the choices of a run again, to change them; does not reject. */
export type RunAgainWith = (request: RunRequest) => Promise<void>;

/**
 * Registers "Run Exec Plugin With…". `run`: runs and shows, as every other command does. Answers what the result view's
 * button does.
 */
export function registerRunWith(
  context: vscode.ExtensionContext,
  server: LanguageServer,
  run: (request: RunRequest) => Promise<void>,
): RunAgainWith {
  const documents = new EditedDocuments();
  const runWith = new RunWith(server, new LastChoicesStore(context.workspaceState), documents, run);
  const register = (name: string, act: (argument: unknown) => Promise<void>) =>
    vscode.commands.registerCommand(name, (argument) => act(argument).catch(tellFailure));
  const ofDocument = (name: string, act: (uri: vscode.Uri) => Promise<void>) =>
    register(name, async (argument) => {
      const uri = argument ?? vscode.window.activeTextEditor?.document.uri;
      if (uri instanceof vscode.Uri) await act(uri);
    });
  context.subscriptions.push(
    documents,
    registerSendLenses(documents),
    registerTitleButtons(),
    register(runWithCommand, async (argument) => runWith.start(selectionIn(argument))),
    ofDocument(sendCommand, (uri) => runWith.send(uri)),
    ofDocument(otherChoicesCommand, (uri) => runWith.otherChoices(uri)),
    ofDocument(discardCommand, (uri) => runWith.discard(uri)),
  );
  return (request) => runWith.again(request).catch(tellFailure);
}
