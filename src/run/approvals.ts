import * as vscode from 'vscode';
import {
  type Approval,
  approvalOf,
  dayOf,
  lastFor,
  oneLine,
  questionDetail,
  type ReadyPlan,
} from './approval';

const key = 'approvedPlugins';

/** Which plugins the user has allowed. They stay on this machine: nothing of them is synchronized. */
export class Approvals {
  constructor(private readonly memory: vscode.Memento) {}

  /** Asks unless exactly this plugin was allowed before. `kubeconfig`: its path. */
  async ask(plan: ReadyPlan, kubeconfig: string): Promise<boolean> {
    const known = this.#all;
    if (known.some(({ id }) => id === plan.approvalId)) return true;
    const run = 'Run';
    const detail = questionDetail(plan, lastFor(known, plan, kubeconfig));
    const question = 'Run this credential plugin?';
    const answer = await vscode.window.showWarningMessage(question, { modal: true, detail }, run);
    if (answer !== run) return false;
    // Another window may have approved or revoked something meanwhile.
    await this.memory.update(key, [...this.#all, approvalOf(plan, kubeconfig, Date.now())]);
    return true;
  }

  /** Lists them, and takes back those that the user picks. */
  async manage(): Promise<void> {
    const known = this.#all;
    if (known.length === 0) {
      const message =
        'No credential plugin is approved on this machine. You are asked before the first run of each.';
      await vscode.window.showInformationMessage(message);
      return;
    }
    const picked = await vscode.window.showQuickPick([...known].reverse().map(itemOf), {
      title: 'Approved Credential Plugins',
      placeHolder: 'Select the approvals to revoke; you are asked again before these plugins run',
      canPickMany: true,
      matchOnDescription: true,
      matchOnDetail: true,
    });
    if (!picked || picked.length === 0) return;
    const revoked = new Set(picked.map(({ id }) => id));
    await this.memory.update(
      key,
      this.#all.filter(({ id }) => !revoked.has(id)),
    );
    const count = revoked.size === 1 ? '1 approval' : `${revoked.size} approvals`;
    await vscode.window.showInformationMessage(`${count} revoked. You are asked again before the next run.`);
  }

  get #all(): readonly Approval[] {
    return this.memory.get<Approval[]>(key, []);
  }
}

function itemOf(approval: Approval): vscode.QuickPickItem & { readonly id: string } {
  const { id, program, args, user, kubeconfig } = approval;
  return {
    id,
    label: oneLine([program, ...args].join(' ')),
    description: oneLine(user),
    detail: oneLine(`${kubeconfig} · approved on ${dayOf(approval)}`),
  };
}
