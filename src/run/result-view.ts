import * as vscode from 'vscode';
import { describeReport } from '../../server/describe-report';
import type { Fix, RunReport, RunRequest } from '../../server/protocol';
import { resultHtml } from './result-html';
import { resultMarkdown } from './result-markdown';

/** What the buttons of the view ask for; see media/result.js. */
interface Request {
  readonly type: 'runAgain' | 'copyReport' | 'fix';
  /** Which finding is to be put right. */
  readonly finding: number;
}

/** What the view can't do itself. Neither rejects. */
export interface ResultActions {
  runAgain(request: RunRequest): Promise<void>;
  fix(uri: string, user: string, fix: Fix): Promise<void>;
}

/** The panel that shows the last run. */
export class ResultView implements vscode.Disposable {
  readonly #media: vscode.Uri;
  readonly #actions: ResultActions;
  #panel: vscode.WebviewPanel | undefined;
  #shown: { readonly report: RunReport; readonly selection: RunRequest } | undefined;

  constructor(extension: vscode.Uri, actions: ResultActions) {
    this.#media = vscode.Uri.joinPath(extension, 'media');
    this.#actions = actions;
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

  async #answer({ type, finding }: Request): Promise<void> {
    if (!this.#shown) return;
    const { report, selection } = this.#shown;
    const fix = report.findings[finding]?.fix;
    if (type === 'runAgain') await this.#actions.runAgain(selection);
    else if (type === 'copyReport') await copy(report);
    else if (type === 'fix' && fix) await this.#actions.fix(selection.uri, report.user, fix);
  }

  #resource(webview: vscode.Webview, name: string): string {
    return webview.asWebviewUri(vscode.Uri.joinPath(this.#media, name)).toString();
  }

  dispose(): void {
    this.#panel?.dispose();
  }
}

async function copy(report: RunReport): Promise<void> {
  await vscode.env.clipboard.writeText(resultMarkdown(describeReport(report)));
  vscode.window.setStatusBarMessage('Report copied. Secrets are left out.', 4000);
}
