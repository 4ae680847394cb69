import * as vscode from 'vscode';
import type { Run } from '../history';
import type { RunService } from '../run-service';
import { failedToRun, fileDescription, type TestOutcome, testOutcome } from './outcome';
import type { TestTree } from './test-tree';

/** How many plugins run at the same time. */
const atOnce = 3;

/** Runs tests by the one run service, and tells how they have ended. */
export class TestRuns {
  /** What is being run. */
  readonly #own = new WeakSet<object>();

  constructor(
    private readonly controller: vscode.TestController,
    private readonly tree: TestTree,
    private readonly service: RunService,
  ) {}

  /** Resolves when the run is over, or, if it is to run again on each save, at once. */
  async run(request: vscode.TestRunRequest, token: vscode.CancellationToken): Promise<void> {
    if (request.continuous) this.#runOnSave(request, token);
    else await this.#runNow(request, this.#testsOf(request), true, token);
  }

  /** Whether a run that has just ended was asked for here. */
  isOwn({ asked }: Run): boolean {
    return this.#own.has(asked.request);
  }

  /** Nobody is asked on a save: what is not approved is skipped. */
  #runOnSave(request: vscode.TestRunRequest, token: vscode.CancellationToken): void {
    let running = Promise.resolve();
    const listener = vscode.workspace.onDidSaveTextDocument((document) => {
      running = running
        .then(async () => {
          await this.tree.refresh(document);
          const tests = this.#testsOf(request).filter(
            ({ uri }) => uri?.toString() === document.uri.toString(),
          );
          const some = new vscode.TestRunRequest(tests, request.exclude, request.profile, true);
          if (tests.length > 0 && !token.isCancellationRequested)
            await this.#runNow(some, tests, false, token);
        })
        .catch(() => {});
    });
    token.onCancellationRequested(() => listener.dispose());
  }

  async #runNow(
    request: vscode.TestRunRequest,
    tests: readonly vscode.TestItem[],
    asks: boolean,
    token: vscode.CancellationToken,
  ): Promise<void> {
    // Results are not kept on the disk: a report may name people and servers.
    const run = this.controller.createTestRun(request, undefined, false);
    const stop = new vscode.CancellationTokenSource();
    const listeners = [token, run.token].map((each) => each.onCancellationRequested(() => stop.cancel()));
    for (const test of tests) run.enqueued(test);
    const waiting = [...tests];
    const work = async () => {
      for (let test = waiting.shift(); test; test = waiting.shift()) {
        tell(run, test, await this.#outcomeOf(run, test, asks, stop.token));
      }
    };
    try {
      await Promise.all(Array.from({ length: atOnce }, work));
    } finally {
      for (const listener of listeners) listener.dispose();
      run.end();
    }
  }

  /** Never rejects. */
  async #outcomeOf(
    run: vscode.TestRun,
    test: vscode.TestItem,
    asks: boolean,
    token: vscode.CancellationToken,
  ): Promise<TestOutcome> {
    const selection = this.tree.selectionOf(test);
    if (!selection || token.isCancellationRequested) return { state: 'skipped', message: null };
    run.started(test);
    // Of this run alone: the result view may ask for the same again.
    const request = { ...selection };
    this.#own.add(request);
    try {
      return testOutcome(await this.service.run(request, (_plan, work) => work(token), asks));
    } catch (error) {
      return failedToRun(error);
    } finally {
      this.#own.delete(request);
    }
  }

  #testsOf({ include, exclude = [] }: vscode.TestRunRequest): vscode.TestItem[] {
    const left = new Set(this.tree.tests(exclude));
    return this.tree.tests(include).filter((test) => !left.has(test));
  }
}

export function tell(run: vscode.TestRun, test: vscode.TestItem, outcome: TestOutcome): void {
  const { state, message, durationMs, output } = outcome;
  const place = test.uri && test.range ? new vscode.Location(test.uri, test.range.start) : undefined;
  const words = output ?? message ?? '';
  if (words !== '') {
    const text = [`${fileDescription} ${test.label}`, '', words.trimEnd(), ''].join('\n');
    run.appendOutput(`${text.replaceAll('\n', '\r\n')}\r\n`, undefined, test);
  }
  if (state === 'skipped') return run.skipped(test);
  if (state === 'passed') return run.passed(test, durationMs);
  const said = new vscode.TestMessage(message ?? '');
  if (place) said.location = place;
  run[state](test, said, durationMs);
}
