import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extensionExports, openSample, sampleUri } from './editor';
import { answerMessages } from './messages';

const file = 'device.kubeconfig';
/** The plugin waits for two seconds, as if for the user. */
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
      env: [{ name: SAMPLE_LOGIN_SECONDS, value: "2" }]
      interactiveMode: Never
`;

type Show = (message: string, ...buttons: unknown[]) => Thenable<unknown>;

/** Presses these buttons, one of each message that has it, and notes what the browser would open. */
function pressing(...wanted: string[]) {
  const window = vscode.window as unknown as { showInformationMessage: Show };
  const environment = vscode.env as unknown as { openExternal(target: unknown): Thenable<boolean> };
  const { showInformationMessage } = window;
  const { openExternal } = environment;
  const seen = { texts: [] as string[], buttons: [] as unknown[][], opened: [] as unknown[] };
  window.showInformationMessage = async (text, ...buttons) => {
    seen.texts.push(text);
    seen.buttons.push(buttons);
    const next = wanted.shift();
    return buttons.includes(next) ? next : undefined;
  };
  environment.openExternal = async (target) => {
    seen.opened.push(target);
    return true;
  };
  const restore = () => {
    window.showInformationMessage = showInformationMessage;
    environment.openExternal = openExternal;
  };
  return { seen, restore };
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

    it('says where with what code, copies it and opens the page', async () => {
      const { seen, restore } = pressing('Copy Code', 'Open in Browser');
      try {
        const report = await run();
        assert.equal(report?.verdict, 'accepted');
        assert.match(report.stderr, /WDJB-MJHT/);
      } finally {
        restore();
      }
      const text =
        'Log in at login.example.com and enter the code WDJB-MJHT: the plugin of "[u] (command:x)" waits for it.';
      assert.deepEqual(seen.texts, [text, text]);
      assert.deepEqual(seen.buttons, [['Open in Browser', 'Copy Code'], ['Open in Browser']]);
      assert.deepEqual(seen.opened, ['https://login.example.com/device']);
      assert.equal(await vscode.env.clipboard.readText(), 'WDJB-MJHT');
    });

    it('opens nothing by itself', async () => {
      const { seen, restore } = pressing();
      try {
        await run();
      } finally {
        restore();
      }
      assert.equal(seen.texts.length, 1);
      assert.deepEqual(seen.opened, []);
    });
  });
}
