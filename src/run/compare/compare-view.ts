import * as vscode from 'vscode';
import { compareReports } from '../../../server/compare-reports';
import type { Run } from '../history';
import { compareHtml } from './compare-html';
import { type Comparison, comparisonMarkdown } from './comparison';
import { sideOf } from './side';

export type Pair = readonly [before: Run, after: Run];

/** The panel that shows two runs side by side. */
export class CompareView implements vscode.Disposable {
  readonly #media: vscode.Uri;
  #panel: vscode.WebviewPanel | undefined;
  #shown: Pair | undefined;

  /** `others`: asks for two other runs, with these picked; does not reject. */
  constructor(
    extension: vscode.Uri,
    private readonly others: (shown: Pair) => Promise<void>,
  ) {
    this.#media = vscode.Uri.joinPath(extension, 'media');
  }

  show(pair: Pair): void {
    this.#shown = pair;
    const panel = this.#panel ?? this.#open();
    const { webview } = panel;
    webview.html = compareHtml(comparisonOf(pair), {
      cspSource: webview.cspSource,
      style: this.#resource(webview, 'compare.css'),
      script: this.#resource(webview, 'compare.js'),
    });
    panel.reveal();
  }

  #open(): vscode.WebviewPanel {
    const panel = vscode.window.createWebviewPanel(
      'kubeconfigExec.compare',
      'Two runs compared',
      vscode.ViewColumn.Active,
      { enableScripts: true, enableFindWidget: true, localResourceRoots: [this.#media] },
    );
    panel.iconPath = vscode.Uri.joinPath(this.#media, 'icon.png');
    panel.webview.onDidReceiveMessage((message: unknown) => this.#answer(message));
    panel.onDidDispose(() => {
      this.#panel = undefined;
      this.#shown = undefined;
    });
    this.#panel = panel;
    return panel;
  }

  /** The page can ask for nothing but what its buttons do. */
  async #answer(message: unknown): Promise<void> {
    if (!this.#shown) return;
    const [before, after] = this.#shown;
    if (message === 'swap') return this.show([after, before]);
    if (message === 'others') return this.others(this.#shown);
    if (message !== 'copy') return;
    await vscode.env.clipboard.writeText(comparisonMarkdown(comparisonOf(this.#shown)));
    vscode.window.setStatusBarMessage('Comparison copied. Secrets are left out.', 4000);
  }

  #resource(webview: vscode.Webview, name: string): string {
    return webview.asWebviewUri(vscode.Uri.joinPath(this.#media, name)).toString();
  }

  dispose(): void {
    this.#panel?.dispose();
  }
}

function comparisonOf([before, after]: Pair): Comparison {
  return {
    before: sideOf(before.report),
    after: sideOf(after.report),
    differences: compareReports(before.report, after.report),
  };
}
