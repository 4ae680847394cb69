import * as vscode from 'vscode';
import { type Approval, approvalOf, lastFor, questionDetail, type ReadyPlan } from './approval';
import { ApprovalFile } from './approval-file';
import { approvalLabels } from './approval-labels';

/** Which plugins the user has allowed. They stay on this machine: nothing of them is synchronized. */
export class Approvals {
  readonly #file: ApprovalFile;
  #asking: Promise<unknown> = Promise.resolve();

  constructor({ globalStorageUri }: vscode.ExtensionContext) {
    this.#file = new ApprovalFile(globalStorageUri.fsPath);
  }

  /** Whether exactly this plugin was allowed before. */
  has({ approvalId }: ReadyPlan): boolean {
    return this.#file.read().some(({ id }) => id === approvalId);
  }

  /** Asks unless it was allowed before; one question after the other. */
  async ask(plan: ReadyPlan): Promise<boolean> {
    if (this.has(plan)) return true;
    const answer = this.#asking.then(() => this.has(plan) || this.#ask(plan));
    this.#asking = answer.catch(() => {});
    return answer;
  }

  async #ask(plan: ReadyPlan): Promise<boolean> {
    const known = this.#file.read();
    const run = 'Run';
    const detail = questionDetail(plan, lastFor(known, plan));
    const question = 'Run this credential plugin?';
    const answer = await vscode.window.showWarningMessage(question, { modal: true, detail }, run);
    if (answer !== run) return false;
    this.#keep(approvalOf(plan, Date.now()));
    return true;
  }

  /** Lists them, and takes back those that the user picks. */
  async manage(): Promise<void> {
    const known = this.#file.read();
    if (known.length === 0) {
      const message =
        'No credential plugin is approved on this machine. You are asked before the first run of each.';
      await vscode.window.showInformationMessage(message);
      return;
    }
    const picked = await vscode.window.showQuickPick(itemsOf(known), {
      title: 'Approved Credential Plugins',
      placeHolder: 'Select the approvals to revoke; you are asked again before these plugins run',
      canPickMany: true,
      matchOnDescription: true,
      matchOnDetail: true,
    });
    const revoked = new Set((picked ?? []).flatMap(({ ids }) => ids));
    if (revoked.size === 0) return;
    this.#file.remove(revoked);
    const count = revoked.size === 1 ? '1 approval' : `${revoked.size} approvals`;
    await vscode.window.showInformationMessage(`${count} revoked. You are asked again before the next run.`);
  }

  /** The user has said yes to this run, whether or not it can be remembered. */
  #keep(approval: Approval): void {
    try {
      this.#file.add(approval);
    } catch {
      void vscode.window.showWarningMessage(
        'The approval could not be saved, so you are asked again the next time.',
      );
    }
  }
}

interface Item extends vscode.QuickPickItem {
  readonly ids: readonly string[];
}

/** The newest first. */
function itemsOf(approvals: readonly Approval[]): Item[] {
  const all = { label: 'Revoke all', alwaysShow: true, ids: approvals.map(({ id }) => id) };
  const separator = { label: '', kind: vscode.QuickPickItemKind.Separator, ids: [] };
  return [
    all,
    separator,
    ...approvals.map((each) => ({ ids: [each.id], ...approvalLabels(each) })).reverse(),
  ];
}
