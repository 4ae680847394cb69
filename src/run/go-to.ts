import * as vscode from 'vscode';
import type { Place } from '../../server/protocol';

/** Shows a line of a kubeconfig, where that is open already, else in the first column. */
export async function goTo({ uri, line, character }: Place): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  const open = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  const position = new vscode.Position(line, character);
  await vscode.window.showTextDocument(document, {
    viewColumn: open?.viewColumn ?? vscode.ViewColumn.One,
    selection: new vscode.Range(position, position),
  });
}
