import * as vscode from 'vscode';
import {
  type PluginStatus,
  pluginStatusRequest,
  type RunSelection,
  runCommand,
  showResultCommand,
} from '../../../server/protocol';
import { kindOf, languages } from '../../client/ours';
import type { LanguageServer } from '../../client/server';
import type { RunHistory } from '../history';
import { type StatusWords, statusWords } from './plugin-status';

/** Typing is over for so long before the server is asked again. */
const pauseMs = 300;

/** Tells of the current context's plugin in the kubeconfig in front, from when the server answers. */
export function registerPluginStatus(
  { subscriptions }: vscode.ExtensionContext,
  server: LanguageServer,
  history: RunHistory,
): void {
  subscriptions.push(server.onDidStart(() => subscriptions.push(new StatusItem(server, history))));
}

/** There only while a kubeconfig is in front. Nothing is run by it. */
class StatusItem implements vscode.Disposable {
  #item: vscode.LanguageStatusItem | undefined;
  #timer: NodeJS.Timeout | undefined;
  /** Answers to an earlier question come too late. */
  #asked = 0;
  readonly #listeners: readonly vscode.Disposable[];

  constructor(
    private readonly server: LanguageServer,
    history: RunHistory,
  ) {
    this.#listeners = [
      vscode.window.onDidChangeActiveTextEditor(() => this.#update(0)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === vscode.window.activeTextEditor?.document) this.#update(pauseMs);
      }),
      history.onDidAdd(() => this.#update(0)),
      server.onDidRestart(() => this.#update(0)),
    ];
    this.#update(0);
  }

  /** What the document is, is looked at after the pause: any may be typed in. */
  #update(pause: number): void {
    clearTimeout(this.#timer);
    const document = vscode.window.activeTextEditor?.document;
    this.#timer = setTimeout(() => {
      if (document && kindOf(document) === 'kubeconfig') void this.#ask(document.uri.toString());
      else this.#hide();
    }, pause);
  }

  async #ask(uri: string): Promise<void> {
    this.#asked += 1;
    const turn = this.#asked;
    const status = await this.server
      .request<PluginStatus | null>(pluginStatusRequest, { uri })
      .catch(() => null);
    if (turn !== this.#asked) return;
    if (status) this.#show(uri, status);
    else this.#hide();
  }

  #show(uri: string, status: PluginStatus): void {
    const words = statusWords(status, Date.now());
    const item = this.#item ?? newItem();
    this.#item = item;
    item.text = words.text;
    item.severity = vscode.LanguageStatusSeverity[words.warns ? 'Warning' : 'Information'];
    item.command = commandFor(words, { uri, user: status.user, context: status.context });
    clearTimeout(this.#timer);
    if (words.changesInMs === null) return;
    this.#timer = setTimeout(() => this.#show(uri, status), words.changesInMs);
  }

  #hide(): void {
    this.#asked += 1;
    this.#item?.dispose();
    this.#item = undefined;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#hide();
    for (const listener of this.#listeners) listener.dispose();
  }
}

function newItem(): vscode.LanguageStatusItem {
  const selector = languages.map((language) => ({ language }));
  const item = vscode.languages.createLanguageStatusItem('kubeconfigExec.plugin', selector);
  item.name = 'Exec plugin';
  return item;
}

function commandFor({ hasRun }: StatusWords, selection: RunSelection): vscode.Command {
  return hasRun
    ? { title: 'Show Result', command: showResultCommand, arguments: [selection] }
    : { title: 'Run', command: runCommand, arguments: [selection] };
}
