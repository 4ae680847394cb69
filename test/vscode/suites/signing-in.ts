import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extensionExports, openSample, sampleUri } from './editor';
import { answerMessages } from './messages';
import { spyOnProgress } from './progress';
import { eventually } from './waiting';

const file = 'device.kubeconfig';
/** The plugin waits for three seconds, as if for the user. */
const kubeconfig = `current-context: c
contexts: [{ name: c, context: { cluster: c, user: "[u](command:x)" } }]
clusters: [{ name: c, cluster: { server: "https://c.example" } }]
users:
- name: "[u](command:x)"
  user:
    exec:
      apiVersion: client.authentication.k8s.io/v1
      command: ./bin/sample-plugin
      args: [device]
      env: [{ name: SAMPLE_LOGIN_SECONDS, value: "3" }]
      interactiveMode: Never
`;

/** Presses these links of the notice of a log-in, and notes what the browser would open. */
function pressing(...wanted: string[]) {
  const environment = vscode.env as unknown as { openExternal(target: unknown): Thenable<boolean> };
  const { openExternal } = environment;
  const opened: unknown[] = [];
  const press = async (title: string) => {
    for (const label of title.startsWith('Log in at') ? wanted : []) await follow(title, label);
  };
  const { shown, restore } = spyOnProgress((title) => void press(title));
  environment.openExternal = async (target) => {
    opened.push(target);
    return true;
  };
  return {
    opened,
    notices: () => shown.filter(({ title }) => title.startsWith('Log in at')),
    restore: () => {
      restore();
      environment.openExternal = openExternal;
    },
  };
}

/** What VS Code does when a link in a notification is clicked. */
async function follow(title: string, label: string): Promise<void> {
  const [, command = '', query = ''] =
    title.split(`[${label}]`)[1]?.match(/^\(command:([\w.]+)\?([^)\s]+) "/) ?? assert.fail(`no ${label}`);
  await vscode.commands.executeCommand(command, ...JSON.parse(decodeURIComponent(query)));
}

/** Log-ins that a plugin asks for while it waits. */
export function signInTests(): void {
  describe('a plugin that waits for a log-in', () => {
    let messages: ReturnType<typeof answerMessages>;

    before(async () => {
      await vscode.workspace.fs.writeFile(sampleUri(file), Buffer.from(kubeconfig));
      await openSample(file);
    });
    beforeEach(() => {
      messages = answerMessages();
    });
    afterEach(() => messages.restore());

    const run = async () => {
      await vscode.commands.executeCommand('kubeconfigExec.run', {
        uri: sampleUri(file).toString(),
        user: '[u](command:x)',
        context: 'c',
      });
      return (await extensionExports()).lastReport();
    };

    it('says where with what code as long as the plugin waits, copies it and opens the page', async () => {
      const { opened, notices, restore } = pressing('WDJB-MJHT', 'login.example.com');
      const running = run();
      try {
        const notice = await eventually('the notice', () => notices()[0]);
        await eventually('the page', () => opened.length > 0);
        assert.deepEqual([notice.over, await vscode.env.clipboard.readText()], [false, 'WDJB-MJHT']);
        const report = await running;
        assert.equal(report?.verdict, 'accepted');
        assert.match(report.stderr, /WDJB-MJHT/);
        await eventually('the end of the notice', () => notice.over);
        const words = notice.title.replaceAll(/\(command:kubeconfigExec[^)]+\)/g, '');
        assert.equal(
          words,
          'Log in at [login.example.com] with the code [WDJB-MJHT]: the plugin of "[u] (command:x)" waits for it.',
        );
        await follow(notice.title, 'login.example.com');
      } finally {
        restore();
      }
      assert.deepEqual(opened, ['https://login.example.com/device'], 'what is over opens nothing');
      assert.equal(notices().length, 1);
    });

    it('opens nothing by itself', async () => {
      const { opened, notices, restore } = pressing();
      try {
        await run();
      } finally {
        restore();
      }
      assert.equal(notices().length, 1);
      assert.deepEqual(opened, []);
    });
  });
}
