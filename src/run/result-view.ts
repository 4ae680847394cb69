import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { describeReport } from '../../server/describe-report';
import type { Fix, Place, RunReport } from '../../server/protocol';
import { byStart } from './by-start';
import { sideOf } from './compare/side';
import type { Run, RunHistory } from './history';
import { resultPage } from './result-html';
import { resultMarkdown } from './result-markdown';
import { stateIn, stateOf } from './result-state';
import { versionRows } from './versions';
import type { PageMessage, RunChoice, Shown } from './view/shown';
import { type ViewMessage, viewMessage } from './view-message';

export const resultViewType = 'kubeconfigExec.result';

const styles = ['result.css', 'result-parts.css', 'terminal-colors.css'];

/** What the view's buttons do; none rejects. */
export interface Actions {
  /** Makes such a report anew and shows it. */
  again(run: Run): Promise<void>;
  /** Asks what is to be another in the next run. */
  readonly runWith?: (run: Run) => Promise<void>;
  compare(run: Run): Promise<void>;
  /** Makes a change in the kubeconfig. */
  fix(run: Run, fix: Fix): Promise<void>;
  goTo(place: Place): Promise<void>;
}

/** `partial`: it is of an earlier window, and a part of what was asked for is not known any more. */
type ShownRun = Run & { readonly partial?: boolean };

/** The panel that shows a run or judgement, at first the last one. Also after a reload of the window. */
export class ResultView implements vscode.WebviewPanelSerializer, vscode.Disposable {
  #panel: vscode.WebviewPanel | undefined;
  #shown: ShownRun | undefined;
  /** What was shown before the window was loaded again. */
  #restored: ShownRun | undefined;
  readonly #watching: vscode.Disposable;

  constructor(
    private readonly extension: vscode.Uri,
    private readonly history: RunHistory,
    private readonly actions: Actions,
  ) {
    this.#watching = history.onDidAdd(() => this.#tell());
  }

  show(run: ShownRun): void {
    const isOpen = this.#panel !== undefined;
    this.#shown = run;
    this.#adopt(this.#panel ?? this.#open());
    // A new page asks itself.
    if (isOpen) this.#tell();
    this.#panel?.reveal(undefined, true);
  }

  /** VS Code has kept what the page gave it; nothing is run. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, kept: unknown): Promise<void> {
    const state = stateIn(kept);
    if (!state || this.#panel) return panel.dispose();
    const { report, asked, partial } = state;
    this.#restored = { id: 0, report, asked, partial };
    this.#shown = this.#restored;
    this.#adopt(panel);
  }

  #open(): vscode.WebviewPanel {
    const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    return vscode.window.createWebviewPanel(resultViewType, 'Exec plugin', place, { enableFindWidget: true });
  }

  #adopt(panel: vscode.WebviewPanel): void {
    panel.title = this.#title();
    if (this.#panel === panel) return;
    this.#panel = panel;
    const { webview } = panel;
    const [dist, media] = ['dist', 'media'].map((name) => vscode.Uri.joinPath(this.extension, name)) as [
      vscode.Uri,
      vscode.Uri,
    ];
    panel.iconPath = vscode.Uri.joinPath(media, 'icon.png');
    webview.options = { enableScripts: true, localResourceRoots: [dist, media] };
    webview.onDidReceiveMessage((message: unknown) => this.#answer(viewMessage(message)));
    panel.onDidDispose(() => {
      this.#panel = undefined;
      this.#shown = undefined;
    });
    const uri = (folder: vscode.Uri, name: string) =>
      webview.asWebviewUri(vscode.Uri.joinPath(folder, name)).toString();
    const resources = {
      cspSource: webview.cspSource,
      styles: styles.map((name) => uri(media, name)),
      script: uri(dist, 'view.js'),
    };
    webview.html = resultPage(resources, randomBytes(16).toString('hex'));
  }

  #title(): string {
    const { judged, user } = this.#shown?.report ?? {};
    return judged ? `Judged: ${judged.document}` : `Exec plugin: ${user}`;
  }

  /** All that there is to show. A page that is not there asks when it comes. */
  #tell(): void {
    if (!this.#shown || !this.#panel) return;
    const { id, report, asked, partial = false } = this.#shown;
    const state = stateOf(report, asked, partial);
    const description = describeReport(report);
    const runWith = this.actions.runWith !== undefined;
    const can = { runAgain: !partial || !runWith, runWith, compare: this.history.runs.length > 1 };
    const shown: Shown = { id, description, runs: this.#choices(), can, now: Date.now() };
    const message: PageMessage = { type: 'show', shown, state };
    void this.#panel.webview.postMessage(message);
  }

  #choices(): RunChoice[] {
    // What is shown may have been forgotten by the history.
    const runs = new Set([...this.history.runs, ...this.#others()]);
    return byStart([...runs])
      .reverse()
      .map(({ id, report }) => {
        const { at, name, place, verdict } = sideOf(report);
        return { id, label: `${at} · ${verdict} · ${name} · ${place}` };
      });
  }

  #others(): ShownRun[] {
    return [this.#restored, this.#shown].filter((run) => run !== undefined);
  }

  async #answer(message: ViewMessage | undefined): Promise<void> {
    const run = this.#shown;
    if (!run || !message) return;
    switch (message.type) {
      case 'ready':
        return this.#tell();
      case 'runAgain':
        return this.actions.again(run);
      case 'runWith':
        return this.actions.runWith?.(run);
      case 'compare':
        return this.actions.compare(run);
      case 'copyReport':
        return copy(run.report);
      case 'select':
        return this.#select(message.run);
      case 'fix': {
        const fix = run.report.findings[message.finding]?.fix;
        return fix && this.actions.fix(run, fix);
      }
      case 'goTo': {
        const place = placeOf(run.report, message);
        return place && this.actions.goTo(place);
      }
    }
  }

  #select(id: number): void {
    const run = [...this.history.runs, ...this.#others()].find((each) => each.id === id);
    if (run) this.show(run);
  }

  dispose(): void {
    this.#watching.dispose();
    this.#panel?.dispose();
  }
}

type GoTo = Extract<ViewMessage, { readonly type: 'goTo' }>;

function placeOf({ findings, execInfoSources = [] }: RunReport, asked: GoTo): Place | undefined {
  if ('finding' in asked) return findings[asked.finding]?.place;
  return execInfoSources.find(({ pointer }) => pointer === asked.pointer);
}

async function copy(report: RunReport): Promise<void> {
  await vscode.env.clipboard.writeText(resultMarkdown(describeReport(report), versionRows()));
  vscode.window.setStatusBarMessage('Report copied. Secrets are left out.', 4000);
}
