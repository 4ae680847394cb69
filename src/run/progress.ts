import * as vscode from 'vscode';
import { runTitle } from '../../server/describe/run-title';
import type { RunReport } from '../../server/protocol';
import { withoutLinks } from '../../server/without-links';
import type { Progress } from './run-service';

const running = new Set<string>();

/** Shows a run in a notification until it is over. Of runs that are the same in everything each has its number. */
export const notified: Progress = async (plan, work) => {
  const words = withoutLinks(runTitle(plan));
  let title = words;
  for (let number = 2; running.has(title); number++) title = `${words} (${number})`;
  running.add(title);
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  try {
    return await vscode.window.withProgress<RunReport>(options, (_progress, token) => work(token));
  } finally {
    running.delete(title);
  }
};
