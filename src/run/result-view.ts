import * as vscode from 'vscode';
import { describeReport } from '../../server/describe-report';
import type { RunReport, RunRequest } from '../../server/protocol';
import { resultHtml } from './result-html';
import { resultMarkdown } from './result-markdown';

/** What the buttons of the view ask for; see media/result.js. */
type Request = { readonly type: 'runAgain' | 'copyReport' };

/** The panel that shows the last run. */
export class ResultView implements vscode.Disposable {
  readonly #media: vscode.Uri;
  readonly #runAgain: (selection: RunRequest) => void;
  #panel: vscode.WebviewPanel | undefined;
  #shown: { readonly report: RunReport; readonly selection: RunRequest } | undefined;

  constructor(extension: vscode.Uri, runAgain: (selection: RunRequest) => void) {
    this.#media = vscode.Uri.joinPath(extension, 'media');
    this.#runAgain = runAgain;
  }

  show(report: RunReport, selection: RunRequest): void {
    this.#shown = { report, selection };
    const panel = this.#panel ?? this.#open();
    const { webview } = panel;
    panel.title = `Exec plugin: ${report.user}`;
    webview.html = resultHtml(describeReport(report), {
      cspSource: webview.cspSource,
      style: this.#resource(webview, 'result.css'),
      script: this.#resource(webview, 'result.js'),
    });
    panel.reveal(undefined, true);
  }

  #open(): vscode.WebviewPanel {
    const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const panel = vscode.window.createWebviewPanel('kubeconfigExec.result', 'Exec plugin', place, {
      enableScripts: true,
      enableFindWidget: true,
      localResourceRoots: [this.#media],
    });
    panel.webview.onDidReceiveMessage((request: Request) => this.#answer(request));
    panel.onDidDispose(() => {
      this.#panel = undefined;
      this.#shown = undefined;
    });
    this.#panel = panel;
    return panel;
  }

  async #answer({ type }: Request): Promise<void> {
    if (!this.#shown) return;
    if (type === 'runAgain') return this.#runAgain(this.#shown.selection);
    if (type !== 'copyReport') return;
    await vscode.env.clipboard.writeText(resultMarkdown(describeReport(this.#shown.report)));
    vscode.window.setStatusBarMessage('Report copied. Secrets are left out.', 4000);
  }

  #resource(webview: vscode.Webview, name: string): string {
    return webview.asWebviewUri(vscode.Uri.joinPath(this.#media, name)).toString();
  }

  dispose(): void {
    this.#panel?.dispose();
  }
}
