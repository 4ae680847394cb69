import * as vscode from 'vscode';
import {
  type RunSelection,
  type RunTarget,
  type RunTargetsParams,
  runTargetsRequest,
} from '../../server/protocol';
import type { LanguageServer } from '../client/server';
import { plainLabel } from './plain-label';

/** Asks which user's plugin to run; the one at the cursor or of the current context stands first. */
export async function pickTarget(
  server: LanguageServer,
  document: vscode.TextDocument,
  title = 'Run Exec Plugin',
): Promise<RunSelection | undefined> {
  const uri = document.uri.toString();
  const targets = await targetsOf(server, document);
  if (targets.length === 0) {
    const message = 'No user in this kubeconfig has an exec block, so there is no plugin to run.';
    await vscode.window.showInformationMessage(message);
    return undefined;
  }
  const picked = await vscode.window.showQuickPick(targets.map(itemOf), {
    title,
    placeHolder: 'User whose plugin to run, and the context to run it for',
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked && { uri, user: picked.target.user, ...contextOf(picked.target) };
}

/** The users with a plugin, the one at the cursor or of the current context first. */
export function targetsOf(server: LanguageServer, document: vscode.TextDocument): Promise<RunTarget[]> {
  return server.request<RunTarget[]>(runTargetsRequest, paramsFor(document, document.uri.toString()));
}

function paramsFor(document: vscode.TextDocument, uri: string): RunTargetsParams {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document !== document) return { uri };
  const { line, character } = editor.selection.active;
  return { uri, position: { line, character } };
}

function contextOf({ context }: RunTarget): Pick<RunSelection, 'context'> {
  return context === null ? {} : { context };
}

function itemOf(target: RunTarget): vscode.QuickPickItem & { readonly target: RunTarget } {
  const { user, context, cluster, current, commandLine } = target;
  const place = [
    context === null ? 'no context' : `context ${context}`,
    ...(cluster === null ? [] : [`cluster ${cluster}`]),
    ...(current ? ['current'] : []),
  ];
  return {
    label: user === '' ? '(no name)' : plainLabel(user),
    description: plainLabel(place.join(' · ')),
    detail: plainLabel(commandLine),
    target,
  };
}
