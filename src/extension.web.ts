import * as vscode from 'vscode';
import { judgeCommand, runCommand } from '../server/protocol';
import { registerNewKubeconfig } from './authoring/new-kubeconfig';
import { startWhenNeeded } from './client/on-demand';
import { languages } from './client/ours';
import { leaveOursToUs } from './client/red-hat-yaml';
import { LanguageServer } from './client/server';

/** What needs a program on a machine. The palette does not show them in a browser; a key binding may still ask. */
const onMachinesOnly = [
  runCommand,
  judgeCommand,
  'kubeconfigExec.runWith',
  'kubeconfigExec.compareRuns',
  'kubeconfigExec.manageApprovals',
];

const reason =
  'Exec plugins run only where VS Code has a machine: open this folder in VS Code on the desktop, or in a codespace.';
const notChecked =
  'Commands, files and KUBECONFIG are not looked at, certificates and private keys are not read, and no plugin is run.';

/** The extension in a browser without a machine behind it: everything that texts alone decide. */
export function activate(context: vscode.ExtensionContext): void {
  const output = vscode.window.createOutputChannel('Kubeconfig Exec', { log: true });
  const server = new LanguageServer(context, output);
  const refuse = () => void vscode.window.showInformationMessage(reason);
  context.subscriptions.push(
    output,
    server,
    startWhenNeeded(server),
    registerNewKubeconfig(server),
    leaveOursToUs(),
    limits(),
    ...onMachinesOnly.map((command) => vscode.commands.registerCommand(command, refuse)),
  );
}

/** Says beside the language what is absent. */
function limits(): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('kubeconfigExec.browser', [...languages]);
  item.name = 'Kubeconfig Exec';
  item.text = 'Kubeconfigs: not all is checked in the browser';
  item.detail = notChecked;
  return item;
}
