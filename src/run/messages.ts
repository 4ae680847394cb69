import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { RunPlan } from '../../server/protocol';
import { withoutLinks } from '../../server/without-links';
import { RunLost } from '../client/server-life';

/** Reading works without trust; running does not. */
export async function refuseWithoutTrust(): Promise<void> {
  const manage = 'Manage Workspace Trust';
  const message = 'This folder is in Restricted Mode, so no plugin is run. Trust the folder to run it.';
  if ((await vscode.window.showWarningMessage(message, manage)) === manage) {
    await vscode.commands.executeCommand('workbench.trust.manage');
  }
}

export async function askForKubeconfig(): Promise<void> {
  const file = path.join(homedir(), '.kube', 'config');
  const open = 'Open ~/.kube/config';
  const choices = existsSync(file) ? [open] : [];
  const message = 'Open or go to a kubeconfig first: its exec block says which plugin to run.';
  if ((await vscode.window.showInformationMessage(message, ...choices)) === open) {
    await vscode.window.showTextDocument(vscode.Uri.file(file));
  }
}

/** Nothing can be run, or kubectl would refuse before it runs anything. Answers whether to run it all the same. */
export async function explainRefusal(plan: Extract<RunPlan, { kind: 'refused' }>): Promise<boolean> {
  const { message, kubectl, forcible } = plan;
  const problems = 'Show Problems';
  const anyway = 'Run Anyway';
  const said = kubectl === null ? '' : ` kubectl says: ${kubectl.replace(/\s*\n\s*/g, ' ')}`;
  const buttons = forcible ? [problems, anyway] : [problems];
  const answer = await vscode.window.showErrorMessage(withoutLinks(`${message}${said}`), ...buttons);
  if (answer === problems) await vscode.commands.executeCommand('workbench.actions.view.problems');
  return answer === anyway;
}

export async function tellFailure(error: unknown): Promise<void> {
  // Told with the end of the server.
  if (error instanceof RunLost) return;
  const reason = error instanceof Error ? error.message : String(error);
  await vscode.window.showErrorMessage(withoutLinks(`That did not work. ${reason}`));
}
