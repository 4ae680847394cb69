import * as vscode from 'vscode';
import { describeReport } from '../../server/describe-report';
import type { Fix, RunReport } from '../../server/protocol';
import type { Run } from './history';
import { resultHtml } from './result-html';
import { resultMarkdown } from './result-markdown';
import { versionRows } from './versions';
import { type ViewMessage, viewMessage } from './view-message';

/** What the view's buttons do; neither rejects. */
export interface Actions {
  /** Makes such a report anew and shows it. */
  again(run: Run): Promise<void>;
  /** Makes a change in the kubeconfig. */
  fix(run: Run, fix: Fix): Promise<void>;
}

/** The panel that shows the last run or judgement. */
export class ResultView implements vscode.Disposable {
  readonly #media: vscode.Uri;
  readonly #actions: Actions;
  #panel: vscode.WebviewPanel | undefined;
  #shown: Run | undefined;

  constructor(extension: vscode.Uri, actions: Actions) {
    this.#media = vscode.Uri.joinPath(extension, 'media');
    this.#actions = actions;
  }

  show(run: Run): void {
    this.#shown = run;
    const { report } = run;
    const panel = this.#panel ?? this.#open();
    const { webview } = panel;
    panel.title = report.judged ? `Judged: ${report.judged.document}` : `Exec plugin: ${report.user}`;
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
    panel.webview.onDidReceiveMessage((message: unknown) => this.#answer(viewMessage(message)));
    panel.onDidDispose(() => {
      this.#panel = undefined;
      this.#shown = undefined;
    });
    this.#panel = panel;
    return panel;
  }

  async #answer(message: ViewMessage | undefined): Promise<void> {
    if (!this.#shown || !message) return;
    const run = this.#shown;
    if (message.type === 'runAgain') return this.#actions.again(run);
    if (message.type === 'copyReport') return copy(run.report);
    const fix = run.report.findings[message.finding]?.fix;
    if (fix) await this.#actions.fix(run, fix);
  }

  #resource(webview: vscode.Webview, name: string): string {
    return webview.asWebviewUri(vscode.Uri.joinPath(this.#media, name)).toString();
  }

  dispose(): void {
    this.#panel?.dispose();
  }
}

async function copy(report: RunReport): Promise<void> {
  await vscode.env.clipboard.writeText(resultMarkdown(describeReport(report), versionRows()));
  vscode.window.setStatusBarMessage('Report copied. Secrets are left out.', 4000);
}
