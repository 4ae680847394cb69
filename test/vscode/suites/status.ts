import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openSample, sampleUri } from './editor';
import { answerMessages } from './messages';
import { eventually } from './waiting';

const file = 'good.kubeconfig';

/** What tells how the last run has ended: the language status and the lens. */
export function statusTests(items: ReadonlySet<vscode.LanguageStatusItem>): void {
  describe('the status of the plugin', () => {
    const text = () => [...items].map((item) => item.text).join();

    it("is there while a kubeconfig is in front, and offers to run the current context's", async () => {
      await openSample(file);
      await eventually('the status', () => text().startsWith('sample-plugin · jwt: '));
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(sampleUri('README.md')));
      await eventually('no status', () => items.size === 0);
      await openSample(file);
      await eventually('the status', () => items.size === 1);
    });

    it('tells how the last run has ended and when its credential expires, until the block changes', async () => {
      const messages = answerMessages('first');
      const selection = { uri: sampleUri(file).toString(), user: 'with-token', context: 'jwt' };
      await vscode.commands.executeCommand('kubeconfigExec.run', selection).then(messages.restore);
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(sampleUri(file)), 1);
      const outcome = /accepted, expires in (?:59|60) min$/;
      await eventually('the outcome', () => outcome.test(text()));
      const [item] = items;
      assert.equal(item?.severity, vscode.LanguageStatusSeverity.Information);
      assert.equal(item.command?.command, 'kubeconfigExec.showResult');
      await eventually('the lens', async () => (await lenses()).some(({ title }) => outcome.test(title)));

      const edit = new vscode.WorkspaceEdit();
      const document = await vscode.workspace.openTextDocument(sampleUri(file));
      const at = document.positionAt(document.getText().indexOf('[jwt]') + 1);
      edit.insert(document.uri, at, 'x');
      await vscode.workspace.applyEdit(edit);
      await eventually('another status', () => text() === 'sample-plugin · jwt: not run yet');
      await vscode.commands.executeCommand('undo');
      await eventually('the outcome again', () => outcome.test(text()));
    });

    it('shows the result again', async () => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await openSample(file);
      const lens = await eventually('the lens', async () =>
        (await lenses()).find(({ command }) => command === 'kubeconfigExec.showResult'),
      );
      await vscode.commands.executeCommand(lens.command, ...(lens.arguments ?? []));
      await eventually('the result', () =>
        vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => /with-token/.test(label))),
      );
    });
  });
}

async function lenses(): Promise<vscode.Command[]> {
  const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    sampleUri(file),
    100,
  );
  return found.flatMap(({ command }) => (command ? [command] : []));
}
