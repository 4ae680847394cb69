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
  if (front && kindOf(front) === kind) return front;
  const [only, ...others] = documentsInTabs(kind);
  // Of several it is not known which is meant.
  return others.length === 0 ? only : undefined;
}

export function documentsInTabs(kind: Kind): vscode.TextDocument[] {
  const tabs = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs);
  const shown = new Set(
    tabs.map(({ input }) => (input instanceof vscode.TabInputText ? input.uri.toString() : '')),
  );
  return vscode.workspace.textDocuments.filter(
    (document) => shown.has(document.uri.toString()) && kindOf(document) === kind,
  );
}
