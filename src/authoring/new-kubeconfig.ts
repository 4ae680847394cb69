import * as vscode from 'vscode';
import type { LanguageServer } from '../client/server';

/** A kubeconfig with everything but the plugin, which the suggestion list writes. */
const before = `apiVersion: v1
kind: Config
current-context: my-context

clusters:
  - name: my-cluster
    cluster:
      server: https://my-cluster.example.com:6443

contexts:
  - name: my-context
    context:
      cluster: my-cluster
      user: my-user

users:
  - name: my-user
    user:
      exec:
        `;

/** "New Kubeconfig": an untitled document, the cursor where the plugin is to be chosen. */
export function registerNewKubeconfig(server: LanguageServer): vscode.Disposable {
  return vscode.commands.registerCommand('kubeconfigExec.new', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'yaml', content: `${before}\n` });
    const editor = await vscode.window.showTextDocument(document);
    const place = document.positionAt(before.length);
    editor.selection = new vscode.Selection(place, place);
    await server.start();
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
  });
}
