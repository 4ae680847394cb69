import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { openSample, sampleUri } from './editor';
import { answerMessages, type Message } from './messages';
import { executions } from './probe';
import { eventually } from './waiting';

const file = 'good.kubeconfig';

/** What may run without a question, and what never does. */
export function approvalTests(): void {
  describe('approvals', () => {
    before(() => openSample(file));

    it('lists those that there are, and asks again for one that is revoked', async () => {
      await runWith('first');
      assert.deepEqual(await modalsOf(() => runWith('first')), [], 'it is approved now');
      const items = await revokeAll();
      assert.ok(items.some(({ label }) => /bin\/sample-plugin jwt$/.test(label)));
      await refusesToRun();
    });

    it('says so when there is nothing to revoke', async () => {
      assert.deepEqual(await revokeAll(), []);
    });

    it('asks again, and says why, when the executable has changed', async () => {
      await runWith('first');
      appendFileSync(sampleUri('bin/sample-plugin').fsPath, '\n# Something else.\n');
      const { detail } = await refusesToRun();
      assert.match(detail, /^Changed since you approved it on \d{4}-\d\d-\d\d: the program itself\.$/m);
    });

    it("takes the time limit from the user's settings alone", async () => {
      const settings = sampleUri('.vscode/settings.json');
      const theirs = { 'kubeconfigExec.run.timeoutSeconds': 7, 'kubeconfigExec.kubernetesVersion': '1.29' };
      const read = (name: string) => vscode.workspace.getConfiguration('kubeconfigExec').get(name);
      await vscode.workspace.fs.writeFile(settings, Buffer.from(JSON.stringify(theirs)));
      try {
        await eventually('the settings of the workspace', () => read('kubernetesVersion') === '1.29');
        assert.equal(read('run.timeoutSeconds'), 60);
        assert.match((await refusesToRun()).detail, /for 60 s at most/);
      } finally {
        await vscode.workspace.fs.delete(settings);
        await eventually('the settings of before', () => read('kubernetesVersion') === '');
      }
    });
  });
}

/** Runs the sample's plugin; the question is answered by its first button, or by Escape. */
async function runWith(answer: 'first' | 'escape'): Promise<readonly Message[]> {
  const messages = answerMessages(answer);
  try {
    const selection = { uri: sampleUri(file).toString(), user: 'with-token', context: 'jwt' };
    await vscode.commands.executeCommand('kubeconfigExec.run', selection);
    return messages.shown;
  } finally {
    messages.restore();
  }
}

async function modalsOf(run: () => Promise<readonly Message[]>): Promise<Message[]> {
  return (await run()).filter(({ modal }) => modal);
}

/** That the question is asked, and nothing runs without a yes. */
async function refusesToRun(): Promise<Message> {
  const before = executions();
  const [asked, ...more] = await modalsOf(() => runWith('escape'));
  assert.ok(asked && more.length === 0);
  assert.match(asked.text, /^Run this credential plugin\?$/);
  assert.deepEqual(executions(), before);
  return asked;
}

/** Picks everything in the list of approvals. Answers what was in it. */
async function revokeAll(): Promise<readonly vscode.QuickPickItem[]> {
  const api = vscode.window as unknown as { showQuickPick(items: readonly vscode.QuickPickItem[]): unknown };
  const original = api.showQuickPick;
  const messages = answerMessages();
  let listed: readonly vscode.QuickPickItem[] = [];
  api.showQuickPick = async (items) => {
    listed = items;
    return items;
  };
  try {
    await vscode.commands.executeCommand('kubeconfigExec.manageApprovals');
    const expected = listed.length === 0 ? /^No credential plugin is approved/ : /revoked/;
    assert.match(messages.shown.map(({ text }) => text).join('\n'), expected);
    return listed;
  } finally {
    api.showQuickPick = original;
    messages.restore();
  }
}
