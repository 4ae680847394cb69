import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { RunReport } from '../../../server/protocol';
import { eventually } from './waiting';

export const source = 'kubeconfig-exec';

export function sampleUri(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'no folder is open');
  return vscode.Uri.joinPath(folder.uri, name);
}

export async function openSample(name: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(sampleUri(name));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Our diagnostics of a document, once there are some. */
export function diagnosticsOf(document: vscode.TextDocument): Promise<vscode.Diagnostic[]> {
  return eventually(`diagnostics in ${document.fileName}`, () => {
    const ours = diagnosticsNow(document);
    return ours.length > 0 && ours;
  });
}

export function diagnosticsNow({ uri }: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter((found) => found.source === source);
}

/** A diagnostic's code; VS Code wraps it when there is a link to documentation. */
export function codeOf({ code }: vscode.Diagnostic): unknown {
  return typeof code === 'object' ? code.value : code;
}

/** The text of all hovers on the first place where `word` stands. */
export function hoverOn(document: vscode.TextDocument, word: string): Promise<string> {
  const position = document.positionAt(document.getText().indexOf(word) + 1);
  return eventually(`a hover on ${word}`, async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      position,
    );
    const parts = hovers.flatMap(({ contents }) => contents);
    return parts.map((part) => (typeof part === 'string' ? part : part.value)).join('\n') || undefined;
  });
}

export interface Exports {
  lastReport(): RunReport | undefined;
}

export async function extensionExports(): Promise<Exports> {
  const extension = vscode.extensions.getExtension<Exports>('kubeconfig-exec.kubeconfig-exec');
  assert.ok(extension, 'the extension is not there');
  return await extension.activate();
}
