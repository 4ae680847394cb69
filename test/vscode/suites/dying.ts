import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { codeOf, diagnosticsNow, openSample, sampleUri } from './editor';
import { answerMessages } from './messages';
import { eventually } from './waiting';

const file = 'dying.kubeconfig';
const text = `apiVersion: v1
kind: Config
current-context: nowhere
clusters: [{ name: lab, cluster: { server: "https://lab.example.com" } }]
contexts: [{ name: here, context: { cluster: lab, user: jane } }]
users:
- name: jane
  user:
    exec: { apiVersion: client.authentication.k8s.io/v1, command: /bin/sleep, args: ["600.25"], interactiveMode: Never }
`;
const restart = 'kubeconfigExec.restartServer';

/** The server's process is killed, as by a system that is out of memory. */
export function dyingTests(): void {
  describe('a server that is killed', () => {
    let document: vscode.TextDocument;
    let messages: ReturnType<typeof answerMessages>;

    before(async () => {
      await vscode.workspace.fs.writeFile(sampleUri(file), Buffer.from(text));
      document = await openSample(file);
      await eventually('diagnostics', () => codes(document).includes('current-context-not-found'));
    });
    beforeEach(async () => {
      messages = answerMessages();
      await vscode.commands.executeCommand(restart);
      await eventually('one server', () => servers().length === 1);
    });
    afterEach(() => messages.restore());
    after(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

    const type = async (typed: string) => {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, document.positionAt(document.getText().length), typed);
      assert.ok(await vscode.workspace.applyEdit(edit));
    };
    const told = () => messages.shown.filter(({ modal }) => !modal).map((message) => message.text);

    it('while somebody types, is started again, and knows all that was typed', async () => {
      const [old] = servers();
      const typed = '- name: more\n  user: { tokn: x }\n';
      for (const [index, letter] of [...typed].entries()) {
        if (index === 15) kill(old);
        await type(letter);
      }
      await eventually('another server', () => servers().some((pid) => pid !== old));
      await eventually('a message', () => told().length > 0);
      const expected = ['current-context-not-found', 'unknown-field'];
      await eventually('all diagnostics', () => expected.every((code) => codes(document).includes(code)));
      assert.equal(document.getText(), text + typed);
      assert.equal(servers().length, 1);
      assert.match(told().join('\n'), /^[^\n]*ended unexpectedly and was started again\. Nothing in[^\n]*$/);
      await type('# ');
      await type('on\n');
      await eventually('a hover', async () => {
        const at = document.positionAt(document.getText().indexOf('interactiveMode') + 2);
        const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
          'vscode.executeHoverProvider',
          document.uri,
          at,
        );
        return hovers.length > 0;
      });
      assert.equal(told().length, 1);
    });

    it('during a run, has it ended, and the user is told once what to do', async () => {
      await document.save();
      const running = vscode.commands.executeCommand('kubeconfigExec.run', {
        uri: document.uri.toString(),
        user: 'jane',
        context: 'here',
      });
      await eventually('the plugin', () => plugins().length > 0);
      // Only then there is a guard that ends it.
      await eventually('its guard', () => processes().some(({ args }) => args.includes('--guard-plugin')));
      kill(servers()[0]);
      await running;
      await eventually('the end of the plugin', () => plugins().length === 0);
      await eventually('a message', () => told().length > 0);
      assert.match(told().join('\n'), /^[^\n]*was started again\. The plugin that[^\n]*run it again\.$/);
    });

    it('again and again, stays down, and starts when it is told to', async () => {
      for (let count = 0; count < 4; count++) {
        const pid = await eventually('a server', () => servers()[0]);
        kill(pid);
        await eventually('its end', () => !servers().includes(pid));
        // That it was started again is told only if it has answered before it is killed once more.
        if (count === 0) await eventually('a message', () => told().length === 1);
      }
      await eventually('a message', () => told().some((each) => each.includes('is not started again')));
      assert.equal(told().length, 2, told().join('\n'));
      assert.deepEqual(servers(), []);
      assert.deepEqual(codes(document), [], 'nothing is checked');
      await vscode.commands.executeCommand('kubeconfigExec.run', {
        uri: document.uri.toString(),
        user: 'jane',
      });
      assert.match(told().at(-1) ?? '', /not running\. Run "Kubeconfig: Restart Language Server"/);
      await vscode.commands.executeCommand(restart);
      await eventually('diagnostics', () => codes(document).includes('current-context-not-found'));
      assert.equal(servers().length, 1);
    });
  });
}

function codes(document: vscode.TextDocument): unknown[] {
  return diagnosticsNow(document).map(codeOf);
}

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly args: string;
}

function processes(): Process[] {
  const lines = execFileSync('ps', ['-e', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  return lines.flatMap((line) => {
    const [, pid, parent, args] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return args === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), args }];
  });
}

/** This window's. */
function servers(): number[] {
  const own = processes().filter(({ parent, args }) => parent === process.pid && args.includes('server.js'));
  return own.map(({ pid }) => pid);
}

function plugins(): Process[] {
  return processes().filter(({ args }) => args === '/bin/sleep 600.25');
}

function kill(pid: number | undefined): void {
  assert.ok(pid !== undefined, 'there is no server');
  process.kill(pid, 'SIGKILL');
}
