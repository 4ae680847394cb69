import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answerMessages, type Message } from './messages';
import { executions } from './probe';

type Pick = vscode.QuickPickItem;

/** Runs a command and answers every question with Escape. What was shown; nothing may have been executed. */
export async function declining(command: string, ...args: unknown[]): Promise<readonly Message[]> {
  const before = executions();
  const messages = answerMessages('escape');
  try {
    await vscode.commands.executeCommand(command, ...args);
  } finally {
    messages.restore();
  }
  assert.deepEqual(executions(), before, 'something was executed');
  return messages.shown;
}

/** Answers every list with what `choose` takes of it, one or several, and keeps what was in the last one. */
export function answerLists(choose: (items: readonly Pick[]) => readonly Pick[] | Pick | undefined) {
  const api = vscode.window as unknown as { showQuickPick(items: readonly Pick[]): unknown };
  const original = api.showQuickPick;
  const lists = { last: [] as readonly Pick[], restore: () => {} };
  api.showQuickPick = async (items) => {
    lists.last = items;
    return choose(items);
  };
  lists.restore = () => {
    api.showQuickPick = original;
  };
  return lists;
}
