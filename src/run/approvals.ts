import * as vscode from 'vscode';
import type { RunPlan } from '../../server/protocol';

type ReadyPlan = Extract<RunPlan, { kind: 'ready' }>;

const key = 'approvals';

/** Which plugins the user has allowed on this machine, by the server's approval id. */
export class Approvals {
  constructor(private readonly memory: vscode.Memento) {}

  /** Asks unless exactly this plugin was allowed before. */
  async ask(plan: ReadyPlan): Promise<boolean> {
    const known = this.memory.get<string[]>(key, []);
    if (known.includes(plan.approvalId)) return true;
    const run = 'Run';
    const question = 'Run this credential plugin?';
    const answer = await vscode.window.showWarningMessage(
      question,
      { modal: true, detail: detailOf(plan) },
      run,
    );
    if (answer !== run) return false;
    await this.memory.update(key, [...known, plan.approvalId]);
    return true;
  }
}

function detailOf({
  command,
  resolvedPath,
  args,
  envNames,
  user,
  context,
  timeoutSeconds,
}: ReadyPlan): string {
  const lines = [
    `Program: ${resolvedPath ?? `${command} (not found)`}`,
    `Arguments: ${args.length > 0 ? args.join(' ') : 'none'}`,
    ...(envNames.length > 0 ? [`Variables: ${envNames.join(', ')}`] : []),
    `User: ${user}${context === null ? '' : `, context: ${context}`}`,
    '',
    `It runs on this machine with your rights, for ${timeoutSeconds} s at most. You are asked again when the program, its arguments or its variables change.`,
  ];
  return lines.map(oneLine).join('\n');
}

/** What a stranger's kubeconfig says must not look like lines of this question, nor hide or reorder them. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
    return `⟨U+${code.padStart(4, '0')}⟩`;
  });
}
