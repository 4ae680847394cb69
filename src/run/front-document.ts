import * as vscode from 'vscode';
import { kindOf } from '../client/ours';

type Kind = ReturnType<typeof kindOf>;

/** What is meant: the selection's document, else the one in front of the user, else one that is open in another tab. */
export async function documentFor(
  kind: Kind,
  selection?: { readonly uri: string },
): Promise<vscode.TextDocument | undefined> {
  if (selection) {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(selection.uri));
    return kindOf(document) === kind ? document : undefined;
  }
  const front = vscode.window.activeTextEditor?.document;
  return front && kindOf(front) === kind ? front : onlyInTabs(kind);
}

/** Of several it is not known which is meant. */
function onlyInTabs(kind: Kind): vscode.TextDocument | undefined {
  const tabs = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs);
  const shown = new Set(
    tabs.map(({ input }) => (input instanceof vscode.TabInputText ? input.uri.toString() : '')),
  );
  const found = vscode.workspace.textDocuments.filter(
    (document) => shown.has(document.uri.toString()) && kindOf(document) === kind,
  );
  return found.length === 1 ? found[0] : undefined;
}
