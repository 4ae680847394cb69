import * as vscode from 'vscode';
import {
  type ApprovedRun,
  type RunReport,
  type RunRequest,
  type TerminalLaunch,
  terminalLaunchRequest,
  terminalReportRequest,
} from '../../../server/protocol';
import type { LanguageServer } from '../../client/server';
import type { ReadyPlan } from '../approval';
import { plainLabel } from '../plain-label';
import { environmentWith } from './environment';

/** Those of runs that are over: they stay until they have been read, at most until the next run. */
const finished = new Set<vscode.Terminal>();

/** Whether a plugin gets a terminal: it is refused without one, or the user wants it to have one. */
export function wantsTerminal({ terminal }: ReadyPlan, { overrides }: RunRequest): boolean {
  return terminal === 'needed' || (terminal === 'possible' && overrides?.interactive === true);
}

/** Runs a plugin in a terminal that the user sees and types into. Closing it ends the run. */
export async function runInTerminal(
  server: LanguageServer,
  approved: ApprovedRun,
  { user }: ReadyPlan,
  token: vscode.CancellationToken,
): Promise<RunReport> {
  const launch = await server.request<TerminalLaunch>(terminalLaunchRequest, approved, token);
  for (const old of finished) old.dispose();
  const terminal = terminalFor(launch, user);
  const stop = new vscode.CancellationTokenSource();
  const listeners = [
    token.onCancellationRequested(() => stop.cancel()),
    vscode.window.onDidCloseTerminal((closed) => {
      finished.delete(closed);
      if (closed === terminal) stop.cancel();
    }),
  ];
  terminal.show();
  try {
    return await server.request<RunReport>(terminalReportRequest, { id: launch.id }, stop.token);
  } finally {
    for (const listener of listeners) listener.dispose();
    // It may have been closed in the meantime.
    if (terminal.exitStatus === undefined) finished.add(terminal);
  }
}

function terminalFor({ path, args, env }: TerminalLaunch, user: string): vscode.Terminal {
  return vscode.window.createTerminal({
    name: plainLabel(`Exec plugin: ${user}`),
    iconPath: new vscode.ThemeIcon('key'),
    shellPath: path,
    shellArgs: [...args],
    strictEnv: true,
    env: environmentWith(env),
    isTransient: true,
  });
}
