import * as vscode from 'vscode';
import { type RunSelection, type RunTarget, runTargetsRequest } from '../../../server/protocol';
import { kindOf } from '../../client/ours';
import type { LanguageServer } from '../../client/server';
import { plainLabel } from '../plain-label';
import { fileDescription, testLabel } from './outcome';

/** Typing is over for so long before a document is looked at again. */
const pauseMs = 300;
const untrusted = 'This folder is in Restricted Mode, so no plugin is run. Trust the folder to run it.';

/** The open kubeconfigs, and in each of them a test for every user with a plugin in every context. */
export class TestTree implements vscode.Disposable {
  readonly #selections = new WeakMap<vscode.TestItem, RunSelection>();
  /** Tests that the server knew a last run of. */
  readonly #ran = new WeakSet<vscode.TestItem>();
  readonly #waiting = new Map<string, NodeJS.Timeout>();
  readonly #listeners: readonly vscode.Disposable[];

  constructor(
    private readonly controller: vscode.TestController,
    private readonly server: LanguageServer,
  ) {
    const { workspace } = vscode;
    this.#listeners = [
      workspace.onDidOpenTextDocument((document) => this.#refreshSoon(document, 0)),
      workspace.onDidChangeTextDocument(({ document }) => this.#refreshSoon(document, pauseMs)),
      workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri.toString())),
      workspace.onDidGrantWorkspaceTrust(() => this.refreshAll()),
    ];
  }

  async refreshAll(): Promise<void> {
    await Promise.all(
      vscode.workspace.textDocuments.filter(isTested).map((document) => this.refresh(document)),
    );
  }

  /** Asks what there is to run in a document as it is now. */
  async refresh(document: vscode.TextDocument): Promise<void> {
    const uri = document.uri.toString();
    this.#stopWaiting(uri);
    const targets = await this.server
      .request<RunTarget[]>(runTargetsRequest, { uri })
      // It may be no kubeconfig any more.
      .catch(() => []);
    if (targets.length === 0 || document.isClosed) this.controller.items.delete(uri);
    else this.#show(document.uri, targets);
  }

  /** All that can be run, of some items or of all. */
  tests(items?: readonly vscode.TestItem[]): vscode.TestItem[] {
    const from = items ?? listOf(this.controller.items);
    return from.flatMap((item) => (this.#selections.has(item) ? [item] : this.tests(listOf(item.children))));
  }

  selectionOf(item: vscode.TestItem): RunSelection | undefined {
    return this.#selections.get(item);
  }

  /** `uri`: of the kubeconfig. */
  testOf(uri: string, user: string, context: string | null): vscode.TestItem | undefined {
    return this.controller.items.get(uri)?.children.get(idOf(user, context));
  }

  /** Whether the server knows a run of what the test is about now. */
  hasRun(test: vscode.TestItem): boolean {
    return this.#ran.has(test);
  }

  #show(uri: vscode.Uri, targets: readonly RunTarget[]): void {
    const id = uri.toString();
    const known = this.controller.items.get(id);
    const name = plainLabel(vscode.workspace.asRelativePath(uri));
    const file = known ?? this.controller.createTestItem(id, name, uri);
    file.description = fileDescription;
    file.error = vscode.workspace.isTrusted ? undefined : untrusted;
    const tests = targets.map((target) => this.#test(file, uri, target));
    // Where names occur twice, one test stands for both.
    file.children.replace([...new Map(tests.map((test) => [test.id, test])).values()]);
    if (!known) this.controller.items.add(file);
  }

  /** An item that is known keeps its result, unless it is about something else now. */
  #test(file: vscode.TestItem, uri: vscode.Uri, target: RunTarget): vscode.TestItem {
    const { user, context, commandLine, range, lastRun } = target;
    const id = idOf(user, context);
    const item = file.children.get(id) ?? this.controller.createTestItem(id, testLabel(target), uri);
    item.description = commandLine;
    item.range =
      range && new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character);
    this.#selections.set(item, { uri: uri.toString(), user, ...(context !== null && { context }) });
    if (lastRun) this.#ran.add(item);
    else if (this.#ran.delete(item)) this.controller.invalidateTestResults(item);
    return item;
  }

  /** What it is, is looked at after the pause: any document may be typed in. */
  #refreshSoon(document: vscode.TextDocument, pause: number): void {
    const uri = document.uri.toString();
    const refresh = () => {
      this.#waiting.delete(uri);
      if (isTested(document) || this.controller.items.get(uri)) void this.refresh(document);
    };
    this.#stopWaiting(uri);
    this.#waiting.set(uri, setTimeout(refresh, pause));
  }

  #forget(uri: string): void {
    this.#stopWaiting(uri);
    this.controller.items.delete(uri);
  }

  #stopWaiting(uri: string): void {
    clearTimeout(this.#waiting.get(uri));
    this.#waiting.delete(uri);
  }

  dispose(): void {
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    for (const listener of this.#listeners) listener.dispose();
  }
}

/** Plugins of unsaved texts can't be run. */
export function isTested(document: vscode.TextDocument): boolean {
  return document.uri.scheme === 'file' && kindOf(document) === 'kubeconfig';
}

function idOf(user: string, context: string | null): string {
  return JSON.stringify([user, context]);
}

function listOf(items: vscode.TestItemCollection): vscode.TestItem[] {
  return [...items].map(([, item]) => item);
}
