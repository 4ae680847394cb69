import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type Exports, extensionExports, hoverOn, openSample, sampleUri } from './editor';
import { spyOnPages } from './pages';
import { eventually } from './waiting';

type Pick = vscode.QuickPickItem;

/** Answers every quick pick with the item that `choose` finds, and keeps what was offered. */
function answerPicks(choose: (items: readonly Pick[]) => Pick | undefined) {
  const api = vscode.window as unknown as { showQuickPick: (items: readonly Pick[]) => Promise<unknown> };
  const original = api.showQuickPick;
  const offered: Pick[] = [];
  api.showQuickPick = async (items) => {
    offered.push(...items);
    return choose(items);
  };
  return {
    offered,
    restore: () => {
      api.showQuickPick = original;
    },
  };
}

const withLabel = (start: string) => (items: readonly Pick[]) =>
  items.find(({ label }) => label.startsWith(start));

export function judgingTests(): void {
  describe('judging an ExecCredential', () => {
    let exported: Exports;
    const name = 'credential.json';

    before(async () => {
      await openSample('good.kubeconfig');
      await openSample(name);
      exported = await extensionExports();
    });

    async function judge(label: string) {
      const picks = answerPicks(withLabel(label));
      try {
        await vscode.commands.executeCommand('kubeconfigExec.judge', { uri: sampleUri(name).toString() });
      } finally {
        picks.restore();
      }
      const report = exported.lastReport();
      return { report, labels: picks.offered.map((item) => item.label) };
    }

    it('is offered in a code lens', async () => {
      const commands = await eventually('code lenses', async () => {
        const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
          'vscode.executeCodeLensProvider',
          sampleUri(name),
          100,
        );
        return found.length > 0 && found.map(({ command }) => command?.command);
      });
      assert.deepEqual(commands, ['kubeconfigExec.judge']);
    });

    it('for any exec block of a version', async () => {
      const { report, labels } = await judge('Any exec block of v1beta1');
      assert.deepEqual(labels.slice(-2), ['Any exec block of v1', 'Any exec block of v1beta1']);
      assert.equal(report?.verdict, 'rejected');
      assert.equal(report?.reason, 'api-version-mismatch');
      assert.deepEqual(report?.judged, {
        document: name,
        apiVersion: 'client.authentication.k8s.io/v1beta1',
      });
    });

    it('for one of an open kubeconfig, in the view of a run', async () => {
      const { report } = await judge('with-token');
      assert.equal(report?.verdict, 'accepted');
      assert.equal(report?.user, 'with-token');
      assert.ok(!JSON.stringify(report).includes('made-up-for-the-sample'), 'the token is in the report');
      await eventually('the view', () =>
        vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label === `Judged: ${name}`)),
      );
    });

    it('goes from what was found to the line of the document', async () => {
      const pages = spyOnPages();
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      try {
        await openSample('good.kubeconfig');
        const { report } = await judge('Any exec block of v1beta1');
        const finding = report?.findings.findIndex(({ code }) => code === 'api-version-mismatch') ?? -1;
        const page = await eventually('the page', () => pages.opened.at(-1));
        await page.send({ type: 'goTo', finding });
      } finally {
        pages.restore();
      }
      const { document, selection } = vscode.window.activeTextEditor ?? assert.fail('nothing is open');
      assert.equal(document.fileName, sampleUri(name).fsPath);
      assert.match(document.lineAt(selection.active.line).text, /"apiVersion"/);
    });

    it('its token is decoded on hover, and not shown', async () => {
      const document = await openSample(name);
      const text = await hoverOn(document, 'token"');
      assert.match(text, /\*\*Token\*\* · opaque, 32 characters/);
      assert.ok(!text.includes('made-up-for-the-sample'));
    });
  });
}
