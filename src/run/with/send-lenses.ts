import * as vscode from 'vscode';
import { editedScheme } from '../../client/ours';
import type { EditedDocuments } from './edited-documents';

/** What stands over an ExecCredential that is being edited; not in the palette. */
export const sendCommand = 'kubeconfigExec.sendExecCredential';
export const otherChoicesCommand = 'kubeconfigExec.otherChoices';
export const discardCommand = 'kubeconfigExec.discardExecCredential';

export function registerSendLenses(documents: EditedDocuments): vscode.Disposable {
  const provideCodeLenses = ({ uri }: vscode.TextDocument) => (documents.of(uri) ? lensesFor(uri) : []);
  return vscode.languages.registerCodeLensProvider({ scheme: editedScheme }, { provideCodeLenses });
}

function lensesFor(uri: vscode.Uri): vscode.CodeLens[] {
  const top = new vscode.Range(0, 0, 0, 0);
  const lens = (title: string, command: string, tooltip = '') =>
    new vscode.CodeLens(top, { title, command, arguments: [uri], tooltip });
  return [
    lens('Run with this ExecCredential', sendCommand, '[redacted] is sent as what it stands for'),
    lens('Other choices…', otherChoicesCommand),
    lens('Discard', discardCommand, 'What comes of the other choices is sent again'),
  ];
}
