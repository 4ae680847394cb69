import * as vscode from 'vscode';
import { isSimulated } from '../../../server/describe/simulated';
import type { Run, RunHistory } from '../history';
import { outsideOutcome } from './outcome';
import { type TestRuns, tell } from './test-runs';
import type { TestTree } from './test-tree';

/** Shows runs that were asked for elsewhere, such as in a lens, as results of the tests of the same users. */
export class OutsideRuns implements vscode.Disposable {
  readonly #listener: vscode.Disposable;

  constructor(
    private readonly controller: vscode.TestController,
    private readonly tree: TestTree,
    history: RunHistory,
    runs: TestRuns,
  ) {
    this.#listener = history.onDidAdd((run) => {
      if (!runs.isOwn(run)) void this.#show(run);
    });
  }

  async #show(run: Run): Promise<void> {
    const { report, asked } = run;
    if (asked.kind !== 'run' || report.process.cancelled || isSimulated(report)) return;
    const uri = vscode.Uri.parse(asked.request.uri).toString();
    const document = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri);
    if (!document) return;
    // The server says whether the exec block is still what was run.
    await this.tree.refresh(document);
    const { user = report.user, context = report.context } = asked.request;
    const test = this.tree.testOf(uri, user, context);
    if (!test || !this.tree.hasRun(test)) return;
    const request = new vscode.TestRunRequest([test], undefined, undefined, false, true);
    const shown = this.controller.createTestRun(request, undefined, false);
    tell(shown, test, outsideOutcome(run));
    shown.end();
  }

  dispose(): void {
    this.#listener.dispose();
  }
}
