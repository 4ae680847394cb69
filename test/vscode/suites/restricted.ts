import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { declining } from './asking';
import { extensionExports, openSample, sampleUri } from './editor';
import { runMocha } from './mocha';
import { executions } from './probe';
import { readingTests } from './reading';
import { spyOnTests } from './spies';
import { testingWithoutTrust } from './testing';
import { eventually } from './waiting';

export function run(): Promise<void> {
  const tests = spyOnTests();
  return runMocha(() =>
    describe('restricted workspace', () => {
      readingTests();
      testingWithoutTrust(tests);

      it('refuses to run the plugin, and says why', async () => {
        await refusesToRun({});
      });

      it('refuses whatever it is told, and whatever the workspace sets', async () => {
        const settings = sampleUri('.vscode/settings.json');
        const theirs = {
          'kubeconfigExec.trusted': true,
          'kubeconfigExec.run.timeoutSeconds': 3600,
          'kubeconfigExec.kubeconfig': ['good.kubeconfig'],
          'kubeconfigExec.rules': { 'command-not-found': 'off' },
          'kubeconfigExec.kubernetesVersion': '1.29',
        };
        const read = (name: string) => vscode.workspace.getConfiguration('kubeconfigExec').get(name);
        await vscode.workspace.fs.writeFile(settings, Buffer.from(JSON.stringify(theirs)));
        await eventually('the settings of the workspace', () => read('kubernetesVersion') === '1.29');
        assert.deepEqual([read('run.timeoutSeconds'), read('kubeconfig'), read('rules')], [60, [], {}]);
        for (const eager of [
          { force: true },
          { approvalId: 'a'.repeat(64), trusted: true },
          { overrides: {} },
        ])
          await refusesToRun(eager);
        await vscode.workspace.fs.delete(settings);
      });

      it('still lists and revokes approvals', async () => {
        const [shown] = await declining('kubeconfigExec.manageApprovals');
        assert.match(shown?.text ?? '', /^No credential plugin is approved on this machine/);
      });
    }),
  );
}

async function refusesToRun(eager: object): Promise<void> {
  assert.equal(vscode.workspace.isTrusted, false);
  await openSample('good.kubeconfig');
  const exported = await extensionExports();
  const selection = { uri: sampleUri('good.kubeconfig').toString(), user: 'with-token', context: 'jwt' };
  for (const command of ['kubeconfigExec.run', 'kubeconfigExec.runWith']) {
    const [shown, ...more] = await declining(command, { ...selection, ...eager });
    assert.match(shown?.text ?? '', /Restricted Mode/);
    assert.deepEqual(more, []);
  }
  assert.equal(exported.lastReport(), undefined);
  // The same probe has to fire in the trusted suite: a silent one would prove nothing.
  assert.deepEqual(executions(), []);
}
