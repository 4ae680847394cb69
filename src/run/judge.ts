import * as vscode from 'vscode';
import { type JudgeRequest, type JudgeTarget, judgeTargetsRequest } from '../../server/protocol';
import type { LanguageServer } from '../client/server';
import { plainLabel } from './plain-label';

type Wanted = Omit<JudgeRequest, 'uri'>;

/** Asks for which exec block a document is to be judged. `document`: `undefined` if it is no ExecCredential. */
export async function pickJudgement(
  server: LanguageServer,
  document: vscode.TextDocument | undefined,
): Promise<JudgeRequest | undefined> {
  if (!document) {
    const message = 'Open an ExecCredential first: what a credential plugin prints.';
    await vscode.window.showInformationMessage(message);
    return undefined;
  }
  const uri = document.uri.toString();
  const targets = await server.request<JudgeTarget[]>(judgeTargetsRequest, { uri });
  const items = [...targets.map(itemOf), ...versions.map(versionItem)];
  const picked = await vscode.window.showQuickPick(items, {
    title: 'Judge as kubectl Would',
    placeHolder: 'Exec block whose plugin may have printed it',
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked && { uri, ...picked.wanted };
}

interface Item extends vscode.QuickPickItem {
  readonly wanted: Wanted;
}

function itemOf({ kubeconfig, path, user, context, apiVersion, commandLine }: JudgeTarget): Item {
  const place = [context === null ? 'no context' : `context ${context}`, apiVersion, path];
  return {
    label: user === '' ? '(no name)' : plainLabel(user),
    description: plainLabel(place.join(' · ')),
    detail: plainLabel(commandLine),
    wanted: { target: { kubeconfig, user, ...(context !== null && { context }) } },
  };
}

const versions = ['v1', 'v1beta1'] as const;

function versionItem(name: (typeof versions)[number]): Item {
  const apiVersion = `client.authentication.k8s.io/${name}`;
  return { label: `Any exec block of ${name}`, description: apiVersion, wanted: { apiVersion } };
}
