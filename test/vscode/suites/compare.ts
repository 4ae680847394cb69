import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openSample, sampleUri } from './editor';
import { answerInputs } from './inputs';
import { answerMessages } from './messages';
import { eventually } from './waiting';

/** The newest two runs are compared unless others are picked. */
export function compareTests(): void {
  describe('comparing runs', () => {
    it('shows the newest two side by side', async () => {
      await openSample('good.kubeconfig');
      const messages = answerMessages();
      const inputs = answerInputs();
      try {
        for (const [user, context] of [
          ['with-token', 'jwt'],
          ['expired', 'failing'],
        ]) {
          const uri = sampleUri('good.kubeconfig').toString();
          await vscode.commands.executeCommand('kubeconfigExec.run', { uri, user, context });
        }
        const comparing = vscode.commands.executeCommand('kubeconfigExec.compareRuns', [1, 2]);
        const title = /^Compare Exec Plugin Runs$/;
        const items = await inputs.items(title);
        assert.deepEqual(
          items.slice(0, 2).map(({ label, detail }) => [label, detail?.replace(/ ·.*/, '')]),
          [
            ['expired', 'Rejected'],
            ['with-token', 'Accepted'],
          ],
        );
        assert.deepEqual(await inputs.accept(title), items.slice(0, 2));
        await comparing;
        await eventually('the view', () =>
          vscode.window.tabGroups.all.some(({ tabs }) =>
            tabs.some(({ label }) => label === 'Two runs compared'),
          ),
        );
      } finally {
        inputs.restore();
        messages.restore();
      }
    });
  });
}
