import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import { codeOf, diagnosticsNow, openSample, sampleUri } from './editor';
import { eventually } from './waiting';

const main = 'outside.kubeconfig';
const text = `apiVersion: v1
kind: Config
current-context: here
clusters: [{ name: lab, cluster: { server: "https://lab.example.com" } }]
contexts: [{ name: here, context: { cluster: lab, user: late } }]
users: []
`;
const others = ['others.kubeconfig', 'linked.kubeconfig'];
const withLate = `apiVersion: v1
kind: Config
users: [{ name: late, user: { token: made-up } }]
`;
const without = 'apiVersion: v1\nkind: Config\nusers: []\n';

/** kubectl and others change files on the disk, and nobody focuses or saves anything. */
export function outsideTests(): void {
  describe('a change from outside', () => {
    let document: vscode.TextDocument;
    const place = (name: string) => sampleUri(name).fsPath;
    const [other = '', linked = ''] = others;
    const settings = () => vscode.workspace.getConfiguration('kubeconfigExec');
    const misses = () => diagnosticsNow(document).map(codeOf).includes('context-user-not-found');
    const found = () => eventually('the user', () => !misses());
    const missing = () => eventually('a missing user', misses);

    before(async () => {
      writeFileSync(place(main), text);
      writeFileSync(place(other), without);
      writeFileSync(place('target-1'), without);
      symlinkSync('target-1', place(linked));
      await settings().update('kubeconfig', [main, ...others].map(place));
      document = await openSample(main);
      await missing();
    });
    after(async () => {
      await settings().update('kubeconfig', undefined);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });

    it('by kubectl, to a file that is merged with an open one', async function () {
      const kubectl = await kubectlFor(this, place(other));
      await kubectl('set-credentials', 'late', '--token=made-up');
      await found();
      await kubectl('delete-user', 'late');
      await missing();
    });

    it('by kubectl, to the file that is open', async function () {
      const kubectl = await kubectlFor(this, place(main));
      await kubectl('set-context', 'there', '--cluster=lab', '--user=late');
      await kubectl('use-context', 'there');
      await eventually('the new text', () => document.getText().includes('current-context: there'));
      await kubectl('delete-context', 'there');
      await eventually('a diagnostic', () =>
        diagnosticsNow(document).map(codeOf).includes('current-context-not-found'),
      );
      await kubectl('use-context', 'here');
      await eventually(
        'no such diagnostic',
        () => !diagnosticsNow(document).map(codeOf).includes('current-context-not-found'),
      );
      await missing();
    });

    it('that puts another file in its place, removes it and makes it anew', async () => {
      writeFileSync(place('new'), withLate);
      renameSync(place('new'), place(other));
      await found();
      rmSync(place(other));
      await missing();
      writeFileSync(place(other), withLate);
      await found();
      writeFileSync(place(other), without);
      await missing();
    });

    it('of what a link leads to, and of the link', async () => {
      writeFileSync(place('target-1'), withLate);
      await found();
      writeFileSync(place('target-1'), without);
      await missing();
      writeFileSync(place('target-2'), withLate);
      symlinkSync('target-2', place('new-link'));
      renameSync(place('new-link'), place(linked));
      await found();
      writeFileSync(place('target-2'), without);
      await missing();
    });
  });
}

/** `kubectl config` on a file; skips the test where there is none. */
async function kubectlFor(
  context: Mocha.Context,
  file: string,
): Promise<(...args: string[]) => Promise<unknown>> {
  const run = promisify(execFile);
  try {
    await run('kubectl', ['version', '--client']);
  } catch {
    assert.ok(context.test);
    context.test.title += ' (skipped: there is no kubectl)';
    context.skip();
  }
  return (...args) => run('kubectl', ['config', ...args, `--kubeconfig=${file}`]);
}
