import * as vscode from 'vscode';
import { type Fix, type FixEdit, type FixRequest, fixRequest } from '../../server/protocol';
import type { LanguageServer } from '../client/server';

/** Changes the kubeconfig as a finding of a run proposes; it can be undone like any typing. `uri`: if there is one. */
export async function applyFix(
  server: LanguageServer,
  uri: string | undefined,
  user: string,
  fix: Fix,
): Promise<void> {
  if (uri === undefined) return;
  const target = vscode.Uri.parse(uri);
  const document = await vscode.workspace.openTextDocument(target);
  const request: FixRequest = { uri, user, apiVersion: fix.apiVersion };
  const edits = await server.request<FixEdit[]>(fixRequest, request);
  const edit = new vscode.WorkspaceEdit();
  for (const { range, newText } of edits) {
    const { start, end } = range;
    edit.replace(target, new vscode.Range(start.line, start.character, end.line, end.character), newText);
  }
  await vscode.workspace.applyEdit(edit);
  const editor = await vscode.window.showTextDocument(document, {
    viewColumn: vscode.ViewColumn.One,
    preview: false,
  });
  const [first] = edits;
  if (!first) return;
  const at = new vscode.Position(first.range.start.line, first.range.start.character);
  editor.selection = new vscode.Selection(at, at);
  editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
