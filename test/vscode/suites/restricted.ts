import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extensionExports, openSample, sampleUri } from './editor';
import { answerMessages } from './messages';
import { runMocha } from './mocha';
import { executions } from './probe';
import { readingTests } from './reading';

export function run(): Promise<void> {
  return runMocha(() =>
    describe('restricted workspace', () => {
      readingTests();

      it('refuses to run the plugin, and says why', async () => {
        assert.equal(vscode.workspace.isTrusted, false);
        await openSample('good.kubeconfig');
        const exported = await extensionExports();
        const messages = answerMessages();
        try {
          await vscode.commands.executeCommand('kubeconfigExec.run', {
            uri: sampleUri('good.kubeconfig').toString(),
            user: 'with-token',
            context: 'jwt',
          });
        } finally {
          messages.restore();
        }
        assert.match(
          messages.shown.map(({ text, detail }) => `${text} ${detail}`).join('\n'),
          /trust|restricted/i,
        );
        assert.equal(exported.lastReport(), undefined);
        // The same probe has to fire in the trusted suite: a silent one would prove nothing.
        assert.deepEqual(executions(), []);
      });
    }),
  );
}
