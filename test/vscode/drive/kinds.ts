import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { eventually } from '../suites/waiting';
import { assertAccessible } from './axe';
import { check } from './checks';
import type { Journey } from './journey';
import { textOf } from './workbench';

const file = 'kinds.kubeconfig';
const kubeconfig = `apiVersion: v1
kind: Config
current-context: missing
clusters: [{ name: sample, cluster: { server: "https://cluster.example.com:6443" } }]
contexts:
  - { name: missing, context: { cluster: sample, user: not-installed } }
  - { name: slow, context: { cluster: sample, user: too-slow } }
users:
  - name: not-installed
    user:
      exec:
        apiVersion: client.authentication.k8s.io/v1
        command: sample-plugin-that-nobody-has
        interactiveMode: Never
        installHint: The sample plugin lies in the folder bin, next to this file.
  - name: too-slow
    user:
      exec:
        apiVersion: client.authentication.k8s.io/v1
        command: ./bin/sample-plugin
        args: [hanging]
        interactiveMode: Never
`;

/** The kinds of results that no other step has seen. `machine`: VS Code's settings for the machine. */
export async function otherKinds(journey: Journey, folder: string, machine: string): Promise<void> {
  const { workbench, theme, screenshot } = journey;
  const body = workbench.webview.locator('body');
  const shown = async (text: string, picture: string) => {
    await body.filter({ hasText: text }).waitFor();
    await workbench.notifications.waitFor({ state: 'hidden' });
    await screenshot(picture);
    await assertAccessible(body);
  };
  writeFileSync(path.join(folder, file), kubeconfig);

  await check(`${theme}: a plugin that is not installed is rejected before it starts`, async () => {
    await workbench.runCommand('View: Close All Editors');
    await workbench.openFile(file);
    await workbench.codeLenses.first().waitFor();
    await ask(journey, 'not-installed');
    await workbench.answerDialog(/^Run/);
    await shown('the plugin was not found', 'result-not-found');
  });

  await check(`${theme}: a plugin that takes too long is stopped, by the machine's setting`, async () => {
    mkdirSync(path.dirname(machine), { recursive: true });
    writeFileSync(machine, JSON.stringify({ 'kubeconfigExec.run.timeoutSeconds': 1 }));
    await workbench.openFile(file);
    // The question says when the setting has come.
    await eventually('the time limit', async () => {
      await ask(journey, 'too-slow');
      const limited = (await textOf(workbench.dialog)).includes('for 1 s at most');
      await workbench.answerDialog(limited ? /^Run/ : 'Cancel');
      return limited;
    });
    await shown('there was no answer within 1 s', 'result-timed-out');
    rmSync(machine);
  });

  await check(`${theme}: an ExecCredential that was saved is judged, and nothing is run`, async () => {
    await workbench.runCommand('View: Close All Editors');
    await workbench.openFile('credential.json');
    await workbench.runCommand('Kubeconfig: Judge ExecCredential as kubectl Would');
    await workbench.pick('Any exec block of v1');
    await shown('Judged, not run', 'result-judged');
  });
}

async function ask({ workbench }: Journey, user: string): Promise<void> {
  await workbench.runCommand('Kubeconfig: Run Exec Plugin');
  await workbench.pick(user);
  await workbench.dialog.waitFor();
}
