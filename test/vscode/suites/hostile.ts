import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answerLists, declining } from './asking';
import { hoverOn, openSample, sampleUri } from './editor';
import { executions } from './probe';
import { eventually } from './waiting';

const run = 'kubeconfigExec.run';
const link = '[Sign in](command:kubeconfigExec.run)';
const html = '<a href="command:kubeconfigExec.run">x</a><img src="https://x.example/x.png">';
/** Says in every place that is shown somewhere that it is a link to a command. */
const hostile = `current-context: c
contexts:
- { name: c, context: { cluster: c, user: ${JSON.stringify(link)} } }
clusters:
- name: c
  cluster: { server: "command:kubeconfigExec.run", certificate-authority: "command:kubeconfigExec.run" }
users:
- name: ${JSON.stringify(link)}
  user:
    exec:
      apiVersion: client.authentication.k8s.io/v1
      command: ./bin/sample-plugin
      args: [${JSON.stringify(link)}]
      installHint: ${JSON.stringify(`${link} ${html} command:kubeconfigExec.run`)}
      interactiveMode: Sometimes
`;

/** What a kubeconfig, a workspace or another extension might try. */
export function hostileTests(): void {
  describe('a hostile kubeconfig', () => {
    let document: vscode.TextDocument;
    let executed: string[];

    before(async () => {
      executed = executions();
      await vscode.workspace.fs.writeFile(sampleUri('hostile.kubeconfig'), Buffer.from(hostile));
      document = await openSample('hostile.kubeconfig');
    });
    after(() => assert.deepEqual(executions(), executed, 'something was executed'));

    it('has no link in its hovers that could run a command', async () => {
      await hoverOn(document, 'installHint');
      let seen = 0;
      for (let offset = 0; offset < hostile.length; offset += 4) {
        const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
          'vscode.executeHoverProvider',
          document.uri,
          document.positionAt(offset),
        );
        for (const content of hovers.flatMap(({ contents }) => contents)) {
          assert.ok(content instanceof vscode.MarkdownString);
          assert.ok(!content.isTrusted, content.value);
          assert.ok(!content.supportHtml, content.value);
          seen++;
        }
      }
      assert.ok(seen > 20, `${seen} hovers`);
    });

    it('has no link in its text that could run a command', async () => {
      const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
        'vscode.executeLinkProvider',
        document.uri,
      );
      assert.deepEqual(
        links.filter(({ target }) => !/^(https?|file)$/.test(target?.scheme ?? '')),
        [],
      );
    });

    it('has no link in what is said of it', async () => {
      const request = { uri: document.uri.toString() };
      const shown = [...(await declining(run, { ...request, user: link }))];
      for (const user of [`${link} and more`, '[a](https://x.example)'])
        shown.push(...(await declining(run, { ...request, user })));
      assert.equal(shown.length, 3);
      for (const { text } of shown) {
        assert.doesNotMatch(text, /\]\(/);
        assert.match(text, /kubectl says|no user/);
      }
    });
  });

  describe('another extension, a key binding or a link', () => {
    // Nobody has approved this one.
    const good = () => ({
      uri: sampleUri('good.kubeconfig').toString(),
      user: 'with-banner',
      context: 'banner',
    });

    it('cannot say yes in place of the user', async () => {
      const eager = {
        force: true,
        approvalId: 'a'.repeat(64),
        approved: true,
        yes: true,
        overrides: { command: '/bin/true' },
      };
      const [asked, ...more] = await declining(run, { ...good(), ...eager }, eager, true);
      assert.ok(asked?.modal && more.length === 0);
      assert.equal(asked.text, 'Run this credential plugin?');
    });

    it('cannot force what kubectl refuses', async () => {
      await openSample('hostile.kubeconfig');
      const uri = sampleUri('hostile.kubeconfig').toString();
      const [said, ...more] = await declining(run, { uri, user: link, force: true });
      assert.match(said?.text ?? '', /^kubectl refuses this context/);
      assert.deepEqual(more, []);
    });

    it('gets words for junk, and nothing is asked', async () => {
      const { uri } = good();
      const junk: unknown[] = [
        5,
        'x',
        uri,
        [],
        {},
        { uri: 5 },
        { uri: '::' },
        { uri: 'nowhere:/x' },
        { uri: sampleUri('gone').toString() },
        { uri, user: 5 },
        { uri, user: 'nobody' },
        { uri, user: 'expired', context: 'nowhere' },
        () => uri,
      ];
      for (const command of [run, 'kubeconfigExec.runWith', 'kubeconfigExec.judge']) {
        for (const argument of command === 'kubeconfigExec.judge' ? junk.slice(0, 9) : junk) {
          const shown = await declining(command, argument);
          assert.equal(shown.length, 1, `${command} ${JSON.stringify(argument)}`);
          assert.ok(!shown[0]?.modal);
          assert.match(shown[0]?.text ?? '', /^(That did not work\. \S|There is no )/);
        }
      }
    });

    it('may hand over the file alone', async () => {
      const lists = answerLists(() => undefined);
      try {
        assert.deepEqual(await declining(run, sampleUri('good.kubeconfig')), []);
        assert.ok(lists.last.some(({ label }) => label.includes('with-token')));
      } finally {
        lists.restore();
      }
    });

    it('cannot take approvals back, or give any, by what it hands over', async () => {
      const manage = 'kubeconfigExec.manageApprovals';
      const lists = answerLists(() => undefined);
      try {
        await declining(manage);
        const before = lists.last.map(({ label }) => label);
        assert.ok(before.length > 0, 'one has been approved before');
        await declining(manage, { revokeAll: true, add: good() }, [{ id: 'x' }]);
        await declining(manage);
        assert.deepEqual(
          lists.last.map(({ label }) => label),
          before,
        );
      } finally {
        lists.restore();
      }
    });
  });

  describe('the settings of a workspace', () => {
    const settings = () => sampleUri('.vscode/settings.json');
    const read = (name: string) => vscode.workspace.getConfiguration('kubeconfigExec').get(name);

    after(async () => {
      await vscode.workspace.fs.delete(settings());
      await eventually('the settings of before', () => read('kubernetesVersion') === '');
    });

    it('neither change the time limit nor answer the question', async () => {
      const theirs = {
        'kubeconfigExec.run.timeoutSeconds': 3600,
        'kubeconfigExec.run.approved': true,
        'kubeconfigExec.approvals': ['*'],
        'kubeconfigExec.trusted': true,
        'kubeconfigExec.trace.server': 'verbose',
        'kubeconfigExec.kubernetesVersion': '1.29',
        'kubeconfigExec.rules': 5,
        'kubeconfigExec.kubeconfig': 5,
        'security.workspace.trust.enabled': false,
      };
      await vscode.workspace.fs.writeFile(settings(), Buffer.from(JSON.stringify(theirs)));
      await eventually('the settings of the workspace', () => read('kubernetesVersion') === '1.29');
      assert.equal(read('run.timeoutSeconds'), 60);
      const [asked] = await declining(run, {
        uri: sampleUri('good.kubeconfig').toString(),
        user: 'with-banner',
        context: 'banner',
      });
      assert.match(asked?.detail ?? '', /for 60 s at most/);
    });
  });
}
