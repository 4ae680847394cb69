import * as vscode from 'vscode';
import {
  type JudgeRequest,
  type JudgeSelection,
  type JudgeTarget,
  judgeRequest,
  judgeTargetsRequest,
  type RunReport,
} from '../../server/protocol';
import { kindOf } from '../client/ours';
import type { LanguageServer } from '../client/server';
import { tellFailure } from './messages';
import type { Origin } from './result-view';

type Wanted = Omit<JudgeRequest, 'uri'>;

/** From an ExecCredential to what kubectl would say if a plugin had printed it. Nothing is executed. */
export class JudgeService {
  constructor(
    private readonly server: LanguageServer,
    private readonly show: (report: RunReport, origin: Origin) => void,
  ) {}

  async judge(selection?: JudgeSelection): Promise<void> {
    const document = selection
      ? await vscode.workspace.openTextDocument(vscode.Uri.parse(selection.uri))
      : vscode.window.activeTextEditor?.document;
    if (!document || kindOf(document) !== 'exec-credential') {
      const message = 'Open an ExecCredential first: what a credential plugin prints.';
      await vscode.window.showInformationMessage(message);
      return;
    }
    const uri = document.uri.toString();
    const wanted = await this.#pick(uri);
    if (wanted) await this.#judgeFor({ uri, ...wanted });
  }

  async #judgeFor(request: JudgeRequest): Promise<void> {
    const report = await this.server.request<RunReport>(judgeRequest, request);
    const again = () => this.#again(request).catch(tellFailure);
    this.show(report, { kubeconfig: request.target?.kubeconfig, again });
  }

  /** The document may have been closed since, and the server knows open ones only. */
  async #again(request: JudgeRequest): Promise<void> {
    await vscode.workspace.openTextDocument(vscode.Uri.parse(request.uri));
    await this.#judgeFor(request);
  }

  async #pick(uri: string): Promise<Wanted | undefined> {
    const targets = await this.server.request<JudgeTarget[]>(judgeTargetsRequest, { uri });
    const items = [...targets.map(itemOf), ...versions.map(versionItem)];
    const picked = await vscode.window.showQuickPick(items, {
      title: 'Judge as kubectl Would',
      placeHolder: 'Exec block whose plugin may have printed it',
      matchOnDescription: true,
      matchOnDetail: true,
    });
    return picked?.wanted;
  }
}

interface Item extends vscode.QuickPickItem {
  readonly wanted: Wanted;
}

function itemOf({ kubeconfig, path, user, context, apiVersion, commandLine }: JudgeTarget): Item {
  const place = [context === null ? 'no context' : `context ${context}`, apiVersion, path];
  return {
    label: user === '' ? '(no name)' : user,
    description: place.join(' · '),
    detail: commandLine,
    wanted: { target: { kubeconfig, user, ...(context !== null && { context }) } },
  };
}

const versions = ['v1', 'v1beta1'] as const;

function versionItem(name: (typeof versions)[number]): Item {
  const apiVersion = `client.authentication.k8s.io/${name}`;
  return { label: `Any exec block of ${name}`, description: apiVersion, wanted: { apiVersion } };
}
