import * as vscode from 'vscode';
import {
  type ApprovedRun,
  type JudgeRequest,
  judgeRequest,
  prepareRunRequest,
  type RunPlan,
  type RunReport,
  type RunRequest,
  runRequest,
} from '../../server/protocol';
import type { LanguageServer } from '../client/server';
import type { ReadyPlan } from './approval';
import type { Approvals } from './approvals';
import type { Run, RunHistory } from './history';
import { runInTerminal, wantsTerminal } from './terminal/run';

export type RefusedPlan = Extract<RunPlan, { kind: 'refused' }>;

/** What came of the wish to run a plugin. */
export type RunResult =
  | { readonly kind: 'ran'; readonly run: Run }
  /** There is nothing to run, or kubectl would refuse before running it. */
  | { readonly kind: 'refused'; readonly plan: RefusedPlan }
  /** The user has said no. */
  | { readonly kind: 'declined' }
  /** It may not run without a question, and was not to be asked about. */
  | { readonly kind: 'unasked' };

/** Shows that a run goes on, and lets the user cancel it. */
export type Progress = (
  plan: ReadyPlan,
  work: (token: vscode.CancellationToken) => Thenable<RunReport>,
) => Thenable<RunReport>;

/** The one way to a report, for the palette, lenses, the result view and the Testing view: it asks, runs and remembers. */
export class RunService {
  constructor(
    private readonly server: LanguageServer,
    private readonly approvals: Approvals,
    private readonly history: RunHistory,
  ) {}

  /**
   * Rejects with words for the user if the server can't be asked, or something has changed in between. `asks`: whether
   * the user may be asked; else only what was approved before is run, and nothing that needs a terminal.
   */
  async run(request: RunRequest, progress: Progress, asks = true): Promise<RunResult> {
    await openForServer(request.uri);
    const plan = await this.server.request<RunPlan>(prepareRunRequest, request);
    if (plan.kind === 'refused') return { kind: 'refused', plan };
    if (!asks && (plan.terminal === 'needed' || !this.approvals.has(plan))) return { kind: 'unasked' };
    if (!(await this.approvals.ask(plan))) return { kind: 'declined' };
    const approved: ApprovedRun = { ...request, approvalId: plan.approvalId };
    const report = await progress(plan, (token) =>
      wantsTerminal(plan, request)
        ? runInTerminal(this.server, approved, plan, token)
        : this.server.request<RunReport>(runRequest, approved, token),
    );
    return { kind: 'ran', run: this.history.add(report, { kind: 'run', request }) };
  }

  /** Nothing is executed. */
  async judge(request: JudgeRequest): Promise<Run> {
    await openForServer(request.uri);
    const report = await this.server.request<RunReport>(judgeRequest, request);
    return this.history.add(report, { kind: 'judge', request });
  }
}

/** The document may have been closed since, and the server knows open ones only. */
async function openForServer(uri: string): Promise<void> {
  const { uri: file, isDirty } = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  if (file.scheme !== 'file' || isDirty) return;
  // VS Code keeps a text for some time after its file has gone, and kubectl would not find it.
  await vscode.workspace.fs.stat(file).then(undefined, () => {
    throw new Error(`There is no file ${file.fsPath} any more. Save it again, or open another.`);
  });
}
