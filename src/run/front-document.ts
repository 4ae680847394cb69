import * as vscode from 'vscode';
import { kindOf } from '../client/ours';

/** What is meant: the selection's document, else the one in front of the user. */
export async function documentFor(
  kind: ReturnType<typeof kindOf>,
  selection?: { readonly uri: string },
): Promise<vscode.TextDocument | undefined> {
  const document = selection
    ? await vscode.workspace.openTextDocument(vscode.Uri.parse(selection.uri))
    : vscode.window.activeTextEditor?.document;
  return document && kindOf(document) === kind ? document : undefined;
}
