import * as vscode from 'vscode';
import type { Settings } from '../../server/protocol';

export const section = 'kubeconfigExec';

/** The settings that the server knows. */
export function readSettings(): Settings {
  const configuration = vscode.workspace.getConfiguration(section);
  return { run: { timeoutSeconds: configuration.get('run.timeoutSeconds', 60) } };
}
