import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import type { RunReport } from '../../../server/protocol';
import { extensionExports, openSample, sampleUri } from './editor';
import { answerMessages } from './messages';
import { executions } from './probe';
import { eventually } from './waiting';

const file = 'login.kubeconfig';
const run = 'kubeconfigExec.run';

/** Plugins that read from the user's terminal. */
export function interactiveTests(): void {
  describe('an interactive plugin', () => {
    let messages: ReturnType<typeof answerMessages>;

    before(() => openSample(file));
    beforeEach(() => {
      messages = answerMessages();
    });
    afterEach(() => messages.restore());
    after(() => {
      for (const terminal of ours()) terminal.dispose();
    });

    it('reads a line from the integrated terminal, and is judged by its answer', async () => {
      const { report, terminal } = await answering('sesame');
      assert.deepEqual([report.verdict, report.terminal, report.stderr], ['accepted', true, '']);
      assert.equal(report.credential?.token?.kind, 'JWT');
      assert.equal(executions().at(-1), 'prompt');
      assert.equal(terminal.exitStatus, undefined, 'it stays until it has been read');
      assert.ok(!JSON.stringify(report).includes('sesame'));
    });

    it('is rejected for what it answers, and the terminal of before gives way', async () => {
      const [before] = ours();
      assert.ok(before);
      const { report } = await answering('open');
      assert.deepEqual([report.verdict, report.process.exitCode], ['rejected', 4]);
      await eventually('one terminal', () => ours().length === 1 && !ours().includes(before));
    });

    it('gets nothing of what a workspace sets for its terminals', async () => {
      const settings = sampleUri('.vscode/settings.json');
      const [evil, loaded] = [sampleUri('evil.cjs').fsPath, sampleUri('loaded').fsPath];
      writeFileSync(
        evil,
        `require('node:fs').appendFileSync(${JSON.stringify(loaded)}, process.argv[2] + '\\n')`,
      );
      const theirs = { NODE_OPTIONS: `--require ${evil}` };
      const platforms = ['linux', 'osx', 'windows'].map((name) => [
        `terminal.integrated.env.${name}`,
        theirs,
      ]);
      await vscode.workspace.fs.writeFile(
        settings,
        Buffer.from(JSON.stringify(Object.fromEntries(platforms))),
      );
      const read = () => vscode.workspace.getConfiguration('terminal.integrated.env').get('linux');
      await eventually('the settings', () => JSON.stringify(read()) === JSON.stringify(theirs));
      try {
        const { report } = await answering('sesame');
        assert.equal(report.verdict, 'accepted');
        assert.ok(
          !existsSync(loaded),
          'a script of the workspace was loaded into the program with the secrets',
        );
        // Any other terminal has it: the settings are in force.
        const shellArgs = ['-e', '0', 'other'];
        const other = vscode.window.createTerminal({ shellPath: process.execPath, shellArgs });
        await eventually('the script', () => existsSync(loaded));
        other.dispose();
      } finally {
        await vscode.workspace.fs.delete(settings);
        await eventually('the settings of before', () => JSON.stringify(read()) !== JSON.stringify(theirs));
      }
    });

    it('ends with its terminal', async () => {
      const { started, terminal } = await start();
      await eventually('the plugin', () => executions().at(-1) === 'prompt' && executions().length > count);
      terminal.dispose();
      await started;
      const report = (await extensionExports()).lastReport();
      const told = messages.shown.some(({ text }) => /terminal was closed|Cancelled/.test(text));
      assert.ok(told || report?.reason === 'cancelled', JSON.stringify([messages.shown, report?.reason]));
    });
  });
}

let count = 0;

function ours(): vscode.Terminal[] {
  return vscode.window.terminals.filter(({ name }) => name === 'Exec plugin: asks');
}

/** A run of the plugin that asks, and the terminal that it asks in. */
async function start() {
  const before = ours();
  count = executions().length;
  const uri = sampleUri(file).toString();
  const started = vscode.commands.executeCommand(run, { uri, user: 'asks', context: 'prompt' });
  const terminal = await eventually('a terminal', () => ours().find((each) => !before.includes(each)));
  return { started, terminal };
}

async function answering(line: string): Promise<{ report: RunReport; terminal: vscode.Terminal }> {
  const { started, terminal } = await start();
  terminal.sendText(line);
  await started;
  const report = (await extensionExports()).lastReport();
  assert.equal(report?.user, 'asks');
  return { report, terminal };
}
