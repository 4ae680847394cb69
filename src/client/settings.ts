import { homedir } from 'node:os';
import * as vscode from 'vscode';
import type { Settings } from '../../server/protocol';

export const section = 'kubeconfigExec';

/** The settings that the server knows. */
export function readSettings(): Settings {
  const configuration = vscode.workspace.getConfiguration(section);
  return {
    kubeconfig: textsIn(configuration.get('kubeconfig')).map(withHome),
    kubernetesVersion: configuration.get('kubernetesVersion', ''),
    folders: (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => ({
      uri: uri.toString(),
      kubernetesVersion: vscode.workspace.getConfiguration(section, uri).get('kubernetesVersion', ''),
    })),
    rules: configuration.get('rules', {}),
    maxFileSize: configuration.get('maxFileSize', 20),
    run: { timeoutSeconds: fromUser(configuration, 'run.timeoutSeconds', 60) },
  };
}

/** Of the user or the machine; what a workspace says does not count. */
function fromUser<T>(configuration: vscode.WorkspaceConfiguration, name: string, otherwise: T): T {
  const { globalValue, defaultValue = otherwise } = configuration.inspect<T>(name) ?? {};
  return globalValue ?? defaultValue;
}

/** Nobody checks what stands in a settings file. */
function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((text) => typeof text === 'string') : [];
}

function withHome(file: string): string {
  return file.replace(/^~(?=$|[\\/])/, homedir());
}
