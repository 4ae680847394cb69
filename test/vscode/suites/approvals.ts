import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { answerLists, declining } from './asking';
import { openSample, sampleUri } from './editor';
import { answerMessages, type Message } from './messages';
import { executions } from './probe';

const file = 'good.kubeconfig';
const run = 'kubeconfigExec.run';
const manage = 'kubeconfigExec.manageApprovals';
const selection = (user: string, context: string) => ({ uri: sampleUri(file).toString(), user, context });
const token = () => selection('with-token', 'jwt');
const certificate = () => selection('with-certificate', 'certificate');

/** What may run without a question, and what never does. */
export function approvalTests(): void {
  describe('approvals', () => {
    before(() => openSample(file));

    it('lists those that there are, and asks again for one that is revoked', async () => {
      await approve(token());
      await approve(certificate());
      assert.deepEqual(await questionsOf(token()), [], 'it is approved now');
      const items = await revoke((item) => /sample-plugin jwt$/.test(item.label));
      const [listed] = items.filter(({ label }) => /bin\/sample-plugin jwt$/.test(label));
      assert.equal(listed?.description, 'with-token');
      assert.match(
        listed?.detail ?? '',
        /good\.kubeconfig · approved on \d{4}-\d\d-\d\d · sha256:[0-9a-f]{12}$/,
      );
      await asks(token());
      assert.deepEqual(await questionsOf(certificate()), [], 'the other one is still approved');
    });

    it('keeps them when the list is left without a choice', async () => {
      await revoke(() => false);
      assert.deepEqual(await questionsOf(certificate()), []);
    });

    it('revokes all of them at once, and says so when there are none', async () => {
      await approve(token());
      const items = await revoke(({ label }) => label === 'Revoke all');
      assert.ok(items.length >= 4, 'all, a line, and two at least');
      for (const each of [token(), certificate()]) await asks(each);
      assert.deepEqual(await revoke(() => true), []);
    });

    it('asks again, and says why, when an argument has changed', async () => {
      await approve(token());
      const document = await openSample(file);
      const edit = new vscode.WorkspaceEdit();
      const start = document.positionAt(document.getText().indexOf('[jwt]') + 1);
      edit.replace(document.uri, new vscode.Range(start, start.translate(0, 3)), 'banner');
      await vscode.workspace.applyEdit(edit);
      try {
        assert.match((await asks(token())).detail, changed('its arguments'));
      } finally {
        await vscode.commands.executeCommand('undo');
      }
      assert.deepEqual(await questionsOf(token()), [], 'as it was before it is approved');
    });

    it('asks again, and says why, when the executable has changed', async () => {
      await approve(token());
      appendFileSync(sampleUri('bin/sample-plugin').fsPath, '\n# Something else.\n');
      assert.match((await asks(token())).detail, changed('the program itself'));
    });
  });
}

const changed = (what: string) =>
  new RegExp(`^Changed since you approved it on \\d{4}-\\d\\d-\\d\\d: ${what}\\.$`, 'm');

async function approve(which: object): Promise<void> {
  const messages = answerMessages('first');
  const before = executions().length;
  try {
    await vscode.commands.executeCommand(run, which);
  } finally {
    messages.restore();
  }
  assert.equal(executions().length, before + 1, 'it did not run');
}

/** The questions that a run asks, all of them approved. */
async function questionsOf(which: object): Promise<Message[]> {
  const messages = answerMessages('first');
  try {
    await vscode.commands.executeCommand(run, which);
    return messages.shown.filter(({ modal }) => modal);
  } finally {
    messages.restore();
  }
}

/** That the question is asked, and nothing runs without a yes. */
async function asks(which: object): Promise<Message> {
  const [asked, ...more] = (await declining(run, which)).filter(({ modal }) => modal);
  assert.ok(asked && more.length === 0);
  assert.equal(asked.text, 'Run this credential plugin?');
  return asked;
}

/** Picks what fits in the list of approvals. Answers what was in it. */
async function revoke(
  fits: (item: vscode.QuickPickItem) => boolean,
): Promise<readonly vscode.QuickPickItem[]> {
  const lists = answerLists((items) => items.filter(fits));
  try {
    const text = (await declining(manage)).map((message) => message.text).join('\n');
    const picked = lists.last.some(fits);
    const expected =
      lists.last.length === 0 ? /^No credential plugin is approved/ : picked ? /revoked/ : /^$/;
    assert.match(text, expected);
    return lists.last;
  } finally {
    lists.restore();
  }
}
