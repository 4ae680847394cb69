import { homedir } from 'node:os';
import * as vscode from 'vscode';
import type { Settings } from '../../server/protocol';

export const section = 'kubeconfigExec';

/** The settings that the server knows. */
export function readSettings(): Settings {
  const configuration = vscode.workspace.getConfiguration(section);
  return {
    kubeconfig: configuration.get<string[]>('kubeconfig', []).map(withHome),
    kubernetesVersion: configuration.get('kubernetesVersion', ''),
    folders: (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => ({
      uri: uri.toString(),
      kubernetesVersion: vscode.workspace.getConfiguration(section, uri).get('kubernetesVersion', ''),
    })),
    rules: configuration.get('rules', {}),
    run: { timeoutSeconds: configuration.get('run.timeoutSeconds', 60) },
  };
}

function withHome(file: string): string {
  return file.replace(/^~(?=$|[\\/])/, homedir());
}
