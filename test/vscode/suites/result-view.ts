import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { RunHistory } from '../../../src/run/history';
import { type Actions, ResultView, resultViewType } from '../../../src/run/result-view';
import type { PageMessage } from '../../../src/run/view/shown';
import { openSample, sampleUri } from './editor';
import { answerMessages } from './messages';
import { type Page, spyOnPages } from './pages';
import { executions } from './probe';
import { eventually } from './waiting';

const good = 'good.kubeconfig';

/** The last that a page was told to show, once it fits. */
const shownIn = (page: Page, fits: (message: PageMessage) => boolean) =>
  eventually('what the page is told', () => (page.posted as PageMessage[]).findLast(fits));

const isOf = (user: string) => (message: PageMessage) =>
  message.shown.description.about.some(({ value }) => value === user);

export function resultViewTests(): void {
  describe('the result view', () => {
    let pages: ReturnType<typeof spyOnPages>;
    let messages: ReturnType<typeof answerMessages>;

    before(async () => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await openSample(good);
      pages = spyOnPages();
      messages = answerMessages();
    });
    after(async () => {
      pages.restore();
      messages.restore();
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    });

    const run = (user: string, context: string) =>
      vscode.commands.executeCommand('kubeconfigExec.run', {
        uri: sampleUri(good).toString(),
        user,
        context,
      });
    const page = () => pages.opened.at(-1) ?? assert.fail('no page was opened');

    it('is told what to show once its page asks, and not before', async () => {
      await run('with-token', 'jwt');
      const { shown } = await shownIn(page(), isOf('with-token'));
      assert.equal(shown.description.outcome, 'accepted');
      assert.ok(shown.description.sections.some(({ life }) => life));
      assert.equal(page().panel.title, 'Exec plugin: with-token');
    });

    it('goes to the line of the kubeconfig that a value comes from', async () => {
      const { shown } = await shownIn(page(), isOf('with-token'));
      const sources = shown.description.sections.flatMap(({ input }) => input?.sources ?? []);
      assert.ok(sources.some(({ pointer }) => pointer === '/spec/cluster/server'));
      await page().send({ type: 'goTo', pointer: '/spec/cluster/server' });
      const editor = vscode.window.activeTextEditor;
      assert.equal(editor?.document.fileName, sampleUri(good).fsPath);
      assert.match(editor.document.lineAt(editor.selection.active.line).text, /server: https:/);
    });

    it('goes to the line that a finding is about', async () => {
      await run('expired', 'failing');
      const { shown } = await shownIn(page(), isOf('expired'));
      assert.equal(shown.description.outcome, 'rejected');
      const finding = shown.description.findings.findIndex(({ at }) => at !== undefined);
      assert.ok(finding >= 0, 'no finding has a place');
      await page().send({ type: 'goTo', finding });
      const line = (vscode.window.activeTextEditor?.selection.active.line ?? -1) + 1;
      assert.equal(`line ${line}`, shown.description.findings[finding]?.at);
    });

    it('shows an earlier run of this window', async () => {
      const { shown } = await shownIn(page(), isOf('expired'));
      const [, earlier] = shown.runs;
      assert.match(earlier?.label ?? '', / · Accepted · with-token · context jwt/);
      await page().send({ type: 'select', run: earlier?.id });
      const now = (page().posted as PageMessage[]).at(-1);
      assert.equal(now?.shown.id, earlier?.id);
      assert.equal(page().panel.title, 'Exec plugin: with-token');
    });

    it('asks again when it was hidden, as its page was thrown away', async () => {
      const { panel, posted } = page();
      const column = panel.viewColumn ?? assert.fail('it is not in view');
      const count = posted.length;
      const document = await vscode.workspace.openTextDocument(sampleUri('credential.json'));
      await vscode.window.showTextDocument(document, column);
      await eventually('it is hidden', () => !panel.visible);
      panel.reveal();
      await eventually('it has asked again', () => posted.length > count);
      assert.ok(isOf('with-token')(posted.at(-1) as PageMessage));
    });

    it('does nothing that its page has no button for', async () => {
      const count = executions().length;
      const { posted } = page();
      for (const message of [
        { type: 'run', uri: sampleUri('bad.kubeconfig').toString() },
        { type: 'goTo', uri: 'file:///etc/passwd', line: 0, character: 0 },
        { type: 'goTo', pointer: '/nowhere' },
        { type: 'fix', finding: 99 },
        { type: 'select', run: 99 },
        null,
      ]) {
        await page().send(message);
      }
      assert.equal(executions().length, count);
      assert.ok(isOf('with-token')(posted.at(-1) as PageMessage));
    });

    it('comes back after a reload: shown, not run, and without a secret', async () => {
      const { state } = await shownIn(page(), isOf('with-token'));
      const text = JSON.stringify(state);
      assert.ok(!text.includes('bWFkZSB1cCBmb3Ig'), 'the signature is in what VS Code keeps');
      const before = executions();
      const restored = await restore(JSON.parse(text));
      const { shown } = await shownIn(restored, isOf('with-token'));
      assert.equal(shown.id, 0);
      assert.deepEqual(shown.can, { runAgain: true, runWith: true, compare: false });
      assert.equal(restored.panel.title, 'Exec plugin: with-token');
      assert.deepEqual(executions(), before);
      restored.panel.dispose();
    });

    it('is closed if what comes back is something else', async () => {
      for (const junk of [undefined, null, { version: 1, report: { summary: '<script>' } }]) {
        const { panel } = await restore(junk);
        assert.throws(() => panel.webview.html);
      }
    });

    /** What VS Code does after a reload, with a view of its own. */
    async function restore(state: unknown): Promise<Page> {
      const { extensionUri } =
        vscode.extensions.getExtension('kubeconfig-exec.kubeconfig-exec') ?? assert.fail();
      const nothing = async () => assert.fail('nothing was pressed');
      const actions: Actions = {
        again: nothing,
        runWith: nothing,
        compare: nothing,
        fix: nothing,
        goTo: nothing,
      };
      const view = new ResultView(extensionUri, new RunHistory(), actions);
      const panel = vscode.window.createWebviewPanel(resultViewType, 'before', vscode.ViewColumn.Beside);
      await view.deserializeWebviewPanel(panel, state);
      return page();
    }
  });
}
