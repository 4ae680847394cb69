import * as vscode from 'vscode';
import { kindOf } from '../../client/ours';

/** In the conditions of package.json: paths of the kubeconfigs that are shown. On a remote machine URIs are other ones there. */
const key = 'kubeconfigExec.shownKubeconfigs';

/** Lets VS Code show the buttons of a kubeconfig in the title of its editor. A look at each as it comes into view or is saved. */
export function registerTitleButtons(): vscode.Disposable {
  let before = '';
  const tell = () => {
    const documents = vscode.window.visibleTextEditors.map(({ document }) => document);
    const found = documents
      .filter((document) => kindOf(document) === 'kubeconfig')
      .map(({ uri }) => uri.fsPath);
    if (before === found.join('\n')) return;
    before = found.join('\n');
    void vscode.commands.executeCommand('setContext', key, found);
  };
  tell();
  return vscode.Disposable.from(
    vscode.window.onDidChangeVisibleTextEditors(tell),
    vscode.workspace.onDidSaveTextDocument(tell),
  );
}
