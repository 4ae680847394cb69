import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import { approvalTests } from './approvals';
import { answerLists } from './asking';
import { atOnceTests } from './at-once';
import { authoringTests } from './authoring';
import { compareTests } from './compare';
import { dyingTests } from './dying';
import { type Exports, extensionExports, openSample, sampleUri, source } from './editor';
import { fileTests } from './files';
import { hostileTests } from './hostile';
import { interactiveTests } from './interactive';
import { judgingTests } from './judging';
import { answerMessages, type Message } from './messages';
import { runMocha } from './mocha';
import { outsideTests } from './outside';
import { executions } from './probe';
import { readingTests } from './reading';
import { resultViewTests } from './result-view';
import { runWithTests } from './run-with';
import { signInTests } from './signing-in';
import { spyOnStatus, spyOnTests } from './spies';
import { statusTests } from './status';
import { testingTests } from './testing';
import { eventually } from './waiting';

const good = 'good.kubeconfig';
const spoofing = `current-context: c
contexts: [{ name: c, context: { cluster: c, user: u } }]
clusters: [{ name: c, cluster: { server: "https://c.example" } }]
users:
- name: u
  user:
    exec:
      apiVersion: client.authentication.k8s.io/v1
      command: /bin/false
      args: ["a\\nProgram: /bin/true\\u202e"]
      interactiveMode: Never
`;

export function run(): Promise<void> {
  const tests = spyOnTests();
  const statuses = spyOnStatus();
  return runMocha(() =>
    describe('trusted workspace', () => {
      readingTests();
      fileTests();
      authoringTests();
      judgingTests();
      runningTests();
      resultViewTests();
      runWithTests();
      compareTests();
      atOnceTests();
      interactiveTests();
      signInTests();
      testingTests(tests);
      statusTests(statuses);
      approvalTests();
      hostileTests();
      outsideTests();
      dyingTests();
    }),
  );
}

/** Picks the line with a label of the first list, and nothing of the next. */
function picking(label: string) {
  const shown: string[][] = [];
  const { restore } = answerLists((items) => {
    shown.push(items.map((item) => item.label));
    return shown.length === 1 ? items.find((item) => item.label === label) : undefined;
  });
  return { shown, restore };
}

function runningTests(): void {
  describe('running', () => {
    let messages: { readonly shown: readonly Message[]; restore(): void };
    let exported: Exports;

    before(async () => {
      assert.equal(vscode.workspace.isTrusted, true);
      await openSample(good);
      exported = await extensionExports();
    });
    beforeEach(() => {
      messages = answerMessages();
    });
    afterEach(() => messages.restore());

    const runSample = (user: string, context: string) =>
      vscode.commands.executeCommand('kubeconfigExec.run', {
        uri: sampleUri(good).toString(),
        user,
        context,
      });
    const reportOf = (user: string) =>
      eventually(`a report on ${user}`, () => {
        const report = exported.lastReport();
        return report?.user === user && report;
      });

    it('finds no error in the good kubeconfig', async () => {
      const uri = sampleUri(good);
      const errors = vscode.languages
        .getDiagnostics(uri)
        .filter((found) => found.source === source && found.severity === vscode.DiagnosticSeverity.Error);
      assert.deepEqual(errors, []);
    });

    it('offers to run each exec block in a code lens', async () => {
      const lenses = await eventually('code lenses', async () => {
        const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
          'vscode.executeCodeLensProvider',
          sampleUri(good),
          100,
        );
        return found.length > 0 && found;
      });
      const commands = lenses.map(({ command }) => command?.command);
      assert.equal(commands.filter((command) => command === 'kubeconfigExec.run').length, 6);
    });

    it('asks in a modal dialog, runs the plugin and keeps its secrets', async () => {
      assert.deepEqual(executions(), []);
      await runSample('with-token', 'jwt');
      const report = await reportOf('with-token');
      assert.equal(report.verdict, 'accepted');
      assert.deepEqual(executions(), ['jwt']);
      assert.equal(messages.shown.filter(({ modal }) => modal).length, 1);
      assert.ok(!JSON.stringify(report).includes('bWFkZSB1cCBmb3Ig'), 'the signature is in the report');
    });

    it('shows the whole command on one line each, whatever is in it', async () => {
      const uri = sampleUri('spoof.kubeconfig');
      await vscode.workspace.fs.writeFile(uri, Buffer.from(spoofing));
      await vscode.commands.executeCommand('kubeconfigExec.run', { uri: uri.toString(), user: 'u' });
      const asked = messages.shown.find(({ modal }) => modal)?.detail ?? '';
      assert.match(asked, /^Arguments: a⟨U\+000A⟩Program: \/bin\/true⟨U\+202E⟩$/m);
      assert.equal(asked.split('\n').filter((line) => line.startsWith('Program:')).length, 1);
    });

    it('runs nothing of a kubeconfig whose file has gone, though VS Code still has its text', async () => {
      const uri = sampleUri('fleeting.kubeconfig');
      await vscode.workspace.fs.copy(sampleUri(good), uri);
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.workspace.fs.delete(uri);
      await vscode.commands.executeCommand('kubeconfigExec.run', { uri: uri.toString(), user: 'expired' });
      assert.match(messages.shown.at(-1)?.text ?? '', /There is no file .*fleeting\.kubeconfig any more/);
      assert.equal(document.isDirty, false);
      assert.deepEqual(executions(), ['jwt']);
    });

    it('means the only kubeconfig that is open, whatever is in front', async () => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await openSample(good);
      const front = await vscode.workspace.openTextDocument(sampleUri('README.md'));
      await vscode.window.showTextDocument(front, { preview: false });
      const run = vscode.commands.executeCommand('kubeconfigExec.run');
      await eventually('the choice', async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return executions().length === 2;
      });
      await run;
      assert.deepEqual(executions(), ['jwt', 'jwt']);
    });

    it('asks which is meant of several that are open behind another file', async () => {
      const front = await vscode.workspace.openTextDocument(sampleUri('README.md'));
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      for (const document of [await openSample(good), await openSample('bad.kubeconfig'), front]) {
        await vscode.window.showTextDocument(document, { preview: false });
      }
      const lists = picking('bad.kubeconfig');
      await vscode.commands.executeCommand('kubeconfigExec.run').then(lists.restore, lists.restore);
      assert.deepEqual(lists.shown[0]?.toSorted(), ['Open', 'bad.kubeconfig', good]);
      assert.ok(lists.shown[1]?.includes('no-interactive-mode'), `${lists.shown[1]}`);
      assert.deepEqual(executions(), ['jwt', 'jwt']);
    });

    it('offers those that kubectl reads if none is open', async () => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      const before = process.env['KUBECONFIG'];
      const files = [sampleUri(good).fsPath, sampleUri('nowhere.kubeconfig').fsPath];
      process.env['KUBECONFIG'] = files.join(path.delimiter);
      const lists = picking(good);
      try {
        await vscode.commands.executeCommand('kubeconfigExec.run');
      } finally {
        lists.restore();
        if (before === undefined) delete process.env['KUBECONFIG'];
        else process.env['KUBECONFIG'] = before;
      }
      assert.deepEqual(lists.shown[0], ['That kubectl reads', good]);
      assert.ok(lists.shown[1]?.includes('with-token'), `${lists.shown[1]}`);
    });

    it('does not ask again for the same command', async () => {
      await runSample('with-token', 'jwt');
      await eventually('another execution', () => executions().length === 3);
      assert.deepEqual(
        messages.shown.filter(({ modal }) => modal),
        [],
      );
    });

    it('reports a plugin that fails as rejected, with what it said', async () => {
      await runSample('expired', 'failing');
      const report = await reportOf('expired');
      assert.equal(report.verdict, 'rejected');
      assert.equal(report.process.exitCode, 3);
      assert.match(report.stderr, /session of jane has expired/);
    });
  });
}
