import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { RunReport } from '../../../server/protocol';
import { type Exports, extensionExports, openSample, sampleUri } from './editor';
import { answerInputs } from './inputs';
import { answerMessages } from './messages';
import { executions } from './probe';
import { eventually } from './waiting';

const file = 'good.kubeconfig';
const runWith = 'kubeconfigExec.runWith';
const beta = 'client.authentication.k8s.io/v1beta1';
const scheme = 'kubeconfig-exec-input';
const list = /^Run Exec Plugin With… · [^·]+$/;
const step = (name: string) => new RegExp(`^Run Exec Plugin With… · .* · ${name}$`);

/** "Run Exec Plugin With…", with VS Code's own lists and the sample's plugin. */
export function runWithTests(): void {
  describe('running with other choices', () => {
    let exported: Exports;
    let inputs: ReturnType<typeof answerInputs>;
    let messages: ReturnType<typeof answerMessages>;

    before(async () => {
      await openSample(file);
      exported = await extensionExports();
    });
    beforeEach(() => {
      inputs = answerInputs();
      messages = answerMessages();
    });
    afterEach(() => {
      inputs.restore();
      messages.restore();
    });

    const open = (user: string, context: string, more: object = {}) =>
      vscode.commands.executeCommand(runWith, { uri: sampleUri(file).toString(), user, context, ...more });
    /** The report of a run that was begun. */
    const reportOf = async (running: Thenable<unknown>): Promise<RunReport> => {
      const before = executions().length;
      await inputs.pick(list, /Run$/);
      await running;
      assert.equal(executions().length, before + 1);
      const report = exported.lastReport();
      assert.ok(report);
      return report;
    };
    const descriptions = async () =>
      Object.fromEntries(
        (await inputs.items(list)).map(({ label, description = '' }) => [label, description]),
      );

    it('in another version, and says so', async () => {
      const running = open('with-token', 'jwt');
      assert.equal((await descriptions())['$(blank) API version: v1'], 'as the kubeconfig says');
      await inputs.pick(list, /API version/);
      await inputs.pick(step('API version'), /^v1beta1$/);
      assert.equal((await descriptions())['$(edit) API version: v1beta1'], 'instead of v1');
      const report = await reportOf(running);
      assert.equal(report.verdict, 'accepted');
      assert.equal(report.execInfo?.apiVersion, beta);
      assert.deepEqual(report.overrides, { apiVersion: beta });
    });

    it('offers the last choices again', async () => {
      const running = open('with-token', 'jwt');
      assert.equal((await descriptions())['$(history) Run as last time'], 'v1beta1');
      await inputs.pick(list, /Run as last time$/);
      await running;
      assert.deepEqual(exported.lastReport()?.overrides, { apiVersion: beta });
    });

    it('loses nothing by Back and Escape, and goes back to the kubeconfig on wish', async () => {
      const running = open('with-token', 'jwt');
      await inputs.pick(list, /Cluster information: Yes/);
      await inputs.pick(step('Cluster information'), /^No$/);
      await inputs.pick(list, /Context/);
      await inputs.back(step('Context'));
      await inputs.pick(list, /As kubectl/);
      await inputs.escape(step('As kubectl'));
      assert.ok('$(edit) Cluster information: No' in (await descriptions()));
      await inputs.escape(list);
      await running;
      const again = open('with-token', 'jwt');
      assert.equal((await descriptions())['$(play) Run'], 'no cluster information');
      await inputs.pick(list, /Reset to the kubeconfig$/);
      assert.equal((await descriptions())['$(play) Run'], 'as the kubeconfig says');
      await inputs.escape(list);
      await again;
    });

    it('with another variable, which is not shown and has to be approved', async () => {
      await vscode.commands.executeCommand('kubeconfigExec.run', {
        uri: sampleUri(file).toString(),
        user: 'expired',
        context: 'failing',
      });
      const before = messages.shown.length;
      const running = open('expired', 'failing');
      await inputs.pick(list, /Environment variables: SAMPLE_PROFILE$/);
      await inputs.pick(step('Environment variables'), /^SAMPLE_PROFILE$/);
      await inputs.pick(step('Environment variables · SAMPLE_PROFILE'), /^Set another value/);
      assert.ok(await inputs.enter(/SAMPLE_PROFILE$/, 'joe-made-up'), 'it is hidden');
      await inputs.escape(step('Environment variables'));
      assert.doesNotMatch(JSON.stringify(await inputs.items(list)), /joe-made-up/);
      const report = await reportOf(running);
      assert.deepEqual(report.overrides?.env, { SAMPLE_PROFILE: '' });
      assert.doesNotMatch(JSON.stringify(report.overrides), /joe-made-up/);
      assert.doesNotMatch(report.stderr, /session of jane/);
      const asked = messages.shown.slice(before).filter(({ modal }) => modal);
      assert.equal(asked.length, 1, 'what is executed is another, so it asks');
    });

    it('with an ExecCredential that was edited', async () => {
      const running = open('with-token', 'jwt');
      await inputs.pick(list, /ExecCredential to send/);
      await inputs.pick(step('ExecCredential to send'), /See and edit it/);
      await running;
      const document = await eventually('the document', () => {
        const found = vscode.window.activeTextEditor?.document;
        return found?.uri.scheme === scheme && found;
      });
      assert.equal(JSON.parse(document.getText()).spec.cluster.server, 'https://cluster.example.com:6443');
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
      );
      const [send, , discard] = lenses.map(
        ({ command }) => command ?? assert.fail('a lens without a command'),
      );
      assert.match(send?.title ?? '', /Run with this ExecCredential$/);
      const press = (command: vscode.Command | undefined) =>
        vscode.commands.executeCommand(command?.command ?? '', ...(command?.arguments ?? []));

      await replace(document, document.getText().replace('"spec"', 'spec'));
      const executed = executions().length;
      await press(send);
      assert.match(messages.shown.at(-1)?.text ?? '', /not JSON from line 4, column 3 on/);
      assert.equal(executions().length, executed);
      assert.equal(vscode.window.activeTextEditor?.selection.active.line, 3);

      await replace(
        document,
        JSON.stringify({ kind: 'ExecCredential', apiVersion: beta, spec: { interactive: true } }),
      );
      await press(send);
      const report = exported.lastReport();
      // The plugin answers in the version that it is asked in.
      assert.equal(report?.reason, 'api-version-mismatch');
      assert.deepEqual(report?.execInfo, {
        kind: 'ExecCredential',
        apiVersion: beta,
        spec: { interactive: true },
      });
      await press(discard);
      const names = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
      await eventually(
        'no editor of it',
        () => !names().some((name) => name.startsWith('ExecCredential for')),
      );
    });

    it('takes the place from outside, and nothing that decides', async () => {
      const eager = { force: true, overrides: { env: { A: 'x' }, cwd: '/' }, env: { A: 'x' }, choices: {} };
      const running = open('with-banner', 'banner', eager);
      assert.equal((await descriptions())['$(play) Run'], 'as the kubeconfig says');
      await inputs.escape(list);
      await running;
    });
  });
}

async function replace(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}
