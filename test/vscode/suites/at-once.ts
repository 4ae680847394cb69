import assert from 'node:assert/strict';
import { chmodSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import type { PageMessage } from '../../../src/run/view/shown';
import { openSample, sampleUri } from './editor';
import { answerMessages } from './messages';
import { spyOnPages } from './pages';
import { spyOnProgress } from './progress';
import { eventually } from './waiting';

const file = 'at-once.kubeconfig';
const kubeconfig = `current-context: slow
contexts:
- { name: slow, context: { cluster: slow, user: both } }
- { name: quick, context: { cluster: quick, user: both } }
clusters:
- { name: slow, cluster: { server: "https://slow.example" } }
- { name: quick, cluster: { server: "https://quick.example" } }
users:
- name: both
  user:
    exec:
      apiVersion: client.authentication.k8s.io/v1
      command: ./bin/waits
      provideClusterInfo: true
      interactiveMode: Never
`;
/** Waits until the file of its cluster is there. */
const plugin = `#!/bin/sh
here=$(dirname "$0")
echo started >>"$here/waiting"
case $KUBERNETES_EXEC_INFO in *slow.example*) file=slow ;; *) file=quick ;; esac
until [ -e "$here/go-$file" ]; do sleep 0.05; done
exec "$here/sample-plugin" jwt
`;

/** Runs of one user that go on at the same time. */
export function atOnceTests(): void {
  describe('runs at the same time', () => {
    it('are told apart while they go on, and stand in the order in which they began', async () => {
      const inBin = (name: string) => sampleUri(`bin/${name}`).fsPath;
      writeFileSync(sampleUri(file).fsPath, kubeconfig);
      writeFileSync(inBin('waits'), plugin);
      chmodSync(inBin('waits'), 0o755);
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await openSample(file);
      const messages = answerMessages();
      const pages = spyOnPages();
      const { shown, restore } = spyOnProgress();
      const titles = () => shown.map((each) => each.title);
      const begun = async (context: string, count: number) => {
        const selection = { uri: sampleUri(file).toString(), user: 'both', context };
        const run = vscode.commands.executeCommand('kubeconfigExec.run', selection);
        await eventually(`plugin ${count}`, async () => {
          const lines = await vscode.workspace.fs.readFile(sampleUri('bin/waiting')).then(String, () => '');
          return lines.split('\n').length > count;
        });
        return { run };
      };
      try {
        const slow = await begun('slow', 1);
        const quick = await begun('quick', 2);
        const again = await begun('slow', 3);
        const title = 'Running the exec plugin of "both" for context';
        assert.deepEqual(titles(), [`${title} "slow"`, `${title} "quick"`, `${title} "slow" (2)`]);
        writeFileSync(inBin('go-quick'), '');
        await quick.run;
        writeFileSync(inBin('go-slow'), '');
        await Promise.all([slow.run, again.run]);
        await (await begun('quick', 4)).run;
        assert.equal(titles().at(-1), `${title} "quick"`);
      } finally {
        restore();
        pages.restore();
        messages.restore();
      }
      const labels = await eventually('the runs to look at', () => {
        const [last] = (pages.opened.at(-1)?.posted ?? []).slice(-1) as PageMessage[];
        const ours = last?.shown.runs.filter(({ label }) => / · both · /.test(label)) ?? [];
        return ours.length === 4 && ours.map(({ label }) => label.replace(/^.* context /, ''));
      });
      assert.deepEqual(labels, ['quick', 'slow', 'quick', 'slow']);
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    });
  });
}
