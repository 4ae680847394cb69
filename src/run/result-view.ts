import * as vscode from 'vscode';
import { describeReport } from '../../server/describe-report';
import type { Fix, RunReport } from '../../server/protocol';
import { resultHtml } from './result-html';
import { resultMarkdown } from './result-markdown';
import { versionRows } from './versions';
import { type ViewMessage, viewMessage } from './view-message';

/** Makes a change in a kubeconfig; does not reject. */
export type ApplyFix = (kubeconfig: string, user: string, fix: Fix) => Promise<void>;

/** Where a report came from. */
export interface Origin {
  /** URI of the file with the exec block, if there is one. */
  readonly kubeconfig?: string | undefined;
  /** Makes such a report anew and shows it; does not reject. */
  again(): Promise<void>;
}

/** The panel that shows the last run or judgement. */
export class ResultView implements vscode.Disposable {
  readonly #media: vscode.Uri;
  readonly #applyFix: ApplyFix;
  #panel: vscode.WebviewPanel | undefined;
  #shown: { readonly report: RunReport; readonly origin: Origin } | undefined;

  constructor(extension: vscode.Uri, applyFix: ApplyFix) {
    this.#media = vscode.Uri.joinPath(extension, 'media');
    this.#applyFix = applyFix;
  }

  show(report: RunReport, origin: Origin): void {
    this.#shown = { report, origin };
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
    const { report, origin } = this.#shown;
    if (message.type === 'runAgain') return origin.again();
    if (message.type === 'copyReport') return copy(report);
    const fix = report.findings[message.finding]?.fix;
    if (fix && origin.kubeconfig !== undefined) await this.#applyFix(origin.kubeconfig, report.user, fix);
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
