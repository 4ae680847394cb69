import * as vscode from 'vscode';
import { text } from '../../unit/web/kubeconfig';
import { lookMark, type Outcome, outcomeMark } from '../outcome';
import { eventually } from './waiting';

const uri = vscode.Uri.parse('tmp:/sample/kubeconfig');
const needsMachine = ['run', 'runWith', 'compareRuns', 'judge', 'manageApprovals'];
const mode = new vscode.Position(17, 23);

/** Mocha and `node:assert` want more of Node.js than a browser's extension host has. */
export async function run(): Promise<void> {
  const outcomes: Outcome[] = [];
  for (const [title, test] of Object.entries(tests)) {
    try {
      await test();
      outcomes.push({ title: `browser: ${title}`, state: 'passed' });
    } catch (error) {
      outcomes.push({ title: `browser: ${title}`, state: 'failed', detail: String(error) });
    }
  }
  // biome-ignore lint/suspicious/noConsole: the only way out of a browser's extension host.
  console.log(outcomeMark + JSON.stringify(outcomes));
  if (outcomes.some(({ state }) => state === 'failed')) throw new Error('some have failed');
}

const tests: Readonly<Record<string, () => Promise<void>>> = {
  'the workbench has no machine': async () => {
    expect(vscode.env.remoteName === undefined, 'a remote');
    expect(vscode.env.uiKind === vscode.UIKind.Web, 'a desktop');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    await vscode.window.showTextDocument(uri);
  },
  'diagnostics are those that a text alone decides': async () => {
    const found = await eventually('diagnostics', () => {
      const all = vscode.languages.getDiagnostics(uri);
      return all.length > 0 && all;
    });
    const codes = found.map(({ code }) => String(typeof code === 'object' ? code.value : code)).sort();
    expect(
      codes.join() === 'current-context-not-found,interactive-mode-missing',
      `these diagnostics: ${codes}`,
    );
  },
  'a field is explained': async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      uri,
      new vscode.Position(17, 8),
    );
    const words = hovers.flatMap(({ contents }) => contents.map((part) => (part as { value: string }).value));
    expect(words.join().includes('interactiveMode'), `this hover: ${words}`);
  },
  'values are proposed': async () => {
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      uri,
      mode,
    );
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    expect(labels.includes('IfAvailable'), `these proposals: ${labels}`);
  },
  'a user is renamed where it is used': async () => {
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      uri,
      new vscode.Position(12, 8),
      'v',
    );
    expect(edit.get(uri).length === 2, `${edit.get(uri).length} edits`);
  },
  'nothing offers to run a plugin': async () => {
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      uri,
      10,
    );
    const titles = lenses.map(({ command }) => command?.title);
    expect(titles.join() === 'Set as current context', `these lenses: ${titles}`);
  },
  'a key binding to what needs a machine is told where plugins run': async () => {
    const told: string[] = [];
    const { showInformationMessage } = vscode.window;
    const spy = (message: string) => {
      told.push(message);
      return Promise.resolve(undefined);
    };
    Object.defineProperty(vscode.window, 'showInformationMessage', {
      value: spy,
      configurable: true,
      writable: true,
    });
    try {
      for (const command of needsMachine) await vscode.commands.executeCommand(`kubeconfigExec.${command}`);
    } finally {
      Object.defineProperty(vscode.window, 'showInformationMessage', { value: showInformationMessage });
    }
    expect(told.length === needsMachine.length, `told: ${told}`);
    expect(
      told.every((each) => /run only where VS Code has a machine/.test(each)),
      `told: ${told}`,
    );
  },
  'the page is looked at': async () => {
    await vscode.window.showTextDocument(uri);
    // biome-ignore lint/suspicious/noConsole: the only way out of a browser's extension host.
    console.log(lookMark);
    await eventually('a closed editor', () => vscode.window.tabGroups.activeTabGroup.activeTab === undefined);
  },
  'a new kubeconfig is offered the plugins': async () => {
    await vscode.commands.executeCommand('kubeconfigExec.new');
    const document = vscode.window.activeTextEditor?.document;
    expect(document?.uri.scheme === 'untitled', `this document: ${document?.uri}`);
    await eventually('the plugins that are known', async () => {
      const editor = vscode.window.activeTextEditor;
      if (!editor) return false;
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        editor.document.uri,
        editor.selection.active,
      );
      return items.some(({ label }) => /aws/.test(typeof label === 'string' ? label : label.label));
    });
  },
};

function expect(condition: boolean, instead: string): asserts condition {
  if (!condition) throw new Error(`There is ${instead}`);
}
