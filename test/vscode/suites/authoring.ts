import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, diagnosticsNow, diagnosticsOf, openSample, sampleUri } from './editor';
import { eventually } from './waiting';

const draft = `apiVersion: v1
kind: Config
current-context: dev
clusters:
  - name: lab
    cluster: { server: "https://lab.example.com" }
contexts:
  - name: dev
    context: { cluster: lab, user: jane }
users:
  - name: jane
    user:
      exec:
        `;

const json = `{
  "apiVersion": "v1",
  "kind": "Config",
  "users": [
    { "name": "jane", "user": { "exec": {
      "apiVersion": "client.authentication.k8s.io/v1",
      "command": "plugin",
      "interac"
    } } }
  ]
}
`;

const stops = { undoStopBefore: true, undoStopAfter: true };

/** What writes: completion, quick fix, rename, definition, each as a key press or menu would ask for it. */
export function authoringTests(): void {
  describe('authoring', () => {
    it('completes a whole exec block, which kubectl would accept', async () => {
      const document = await openNew('draft.kubeconfig', draft);
      const editor = await vscode.window.showTextDocument(document);
      const end = document.positionAt(draft.length);
      editor.selection = new vscode.Selection(end, end);
      const item = await eventually('the block of the AWS CLI', async () => {
        const list = await vscode.commands.executeCommand<vscode.CompletionList>(
          'vscode.executeCompletionItemProvider',
          document.uri,
          end,
        );
        return list.items.find(({ label }) => /aws eks get-token/.test(textOf(label)));
      });
      assert.ok(item.insertText instanceof vscode.SnippetString, 'it has places to fill in');
      const { keepWhitespace = false } = item;
      await editor.insertSnippet(item.insertText, rangeOf(item, end), { ...stops, keepWhitespace });
      await vscode.commands.executeCommand('leaveSnippet');
      assert.match(document.getText(), /command: aws\n/);
      await eventually('no error', () => diagnosticsNow(document).every(({ severity }) => severity !== 0));
    });

    it('begins a new kubeconfig where the plugin is to be chosen', async () => {
      await vscode.commands.executeCommand('kubeconfigExec.new');
      const editor = vscode.window.activeTextEditor;
      assert.ok(editor?.document.isUntitled);
      const { document, selection } = editor;
      assert.match(document.getText(), /current-context: my-context\n/);
      await eventually('the blocks of the plugins', async () => {
        const list = await vscode.commands.executeCommand<vscode.CompletionList>(
          'vscode.executeCompletionItemProvider',
          document.uri,
          selection.active,
        );
        return list.items.some(({ label }) => /aws eks get-token/.test(textOf(label)));
      });
      await vscode.commands.executeCommand('hideSuggestWidget');
    });

    it('takes what the suggestion list offers for a half-typed key', async () => {
      const document = await openNew('half.kubeconfig', `${draft}command: plugin\n        interac`);
      const editor = await vscode.window.showTextDocument(document);
      const end = document.positionAt(document.getText().length);
      editor.selection = new vscode.Selection(end, end);
      await eventually('the accepted suggestion', async () => {
        await vscode.commands.executeCommand('editor.action.triggerSuggest');
        await vscode.commands.executeCommand('acceptSelectedSuggestion');
        return /\n {8}interactiveMode: \w+$/.test(document.getText());
      });
    });

    it('takes what it offers in JSON, with its quotes and its comma', async () => {
      const document = await openNew('half.kubeconfig.json', json);
      const editor = await vscode.window.showTextDocument(document);
      const end = document.positionAt(json.indexOf('interac') + 'interac'.length);
      editor.selection = new vscode.Selection(end, end);
      await eventually('the accepted suggestion', async () => {
        await vscode.commands.executeCommand('editor.action.triggerSuggest');
        await vscode.commands.executeCommand('acceptSelectedSuggestion');
        return /"interactiveMode": "\w+"/.test(document.getText());
      });
      assert.doesNotThrow(() => JSON.parse(document.getText()), document.getText());
    });

    it('puts a version right with a quick fix', async () => {
      const document = await openNew(
        'old.kubeconfig',
        `${draft}apiVersion: client.authentication.k8s.io/v1alpha1 # old\n        command: ./bin/sample-plugin\n`,
      );
      const old = (await diagnosticsOf(document)).find(
        (found) => codeOf(found) === 'api-version-unsupported',
      );
      assert.ok(old);
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        old.range,
      );
      const preferred = actions.find(({ isPreferred }) => isPreferred);
      assert.ok(preferred?.edit, `a preferred action among ${actions.map(({ title }) => title)}`);
      await vscode.workspace.applyEdit(preferred.edit);
      assert.match(document.getText(), /v1beta1 # old\n/);
      await eventually('no diagnostics', () => diagnosticsNow(document).length === 0);
    });

    it('renames a user where it is defined and used', async () => {
      const document = await openSample('good.kubeconfig');
      const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        positionOf(document, 'user: with-token', 8),
        'signed in',
      );
      const changed = applied(document, edit.get(document.uri));
      assert.equal(changed.split('signed in').length - 1, 2);
      assert.doesNotMatch(changed, /with-token/);
    });

    it('refuses a name that is taken, with the reason', async () => {
      const document = await openSample('good.kubeconfig');
      const place = positionOf(document, 'user: with-token', 8);
      const refused = vscode.commands.executeCommand(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        place,
        'expired',
      );
      await assert.rejects(async () => await refused, /expired/);
    });

    it('goes from a name to its definition', async () => {
      const document = await openSample('good.kubeconfig');
      const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        positionOf(document, 'user: with-token', 8),
      );
      assert.equal(found.length, 1);
      const [target] = found;
      const range = target && ('range' in target ? target.range : target.targetSelectionRange);
      assert.equal(range && document.getText(range), 'with-token');
      assert.equal(range?.start.line, positionOf(document, '- name: with-token').line);
    });

    it('outlines contexts, clusters and users with their plugins', async () => {
      const document = await openSample('good.kubeconfig');
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      const names = symbols.flatMap(({ children }) => children.map(({ name }) => name));
      for (const name of ['sample', 'jwt', 'with-token', 'speaks-v1beta1'])
        assert.ok(names.includes(name), name);
    });
  });
}

async function openNew(name: string, text: string): Promise<vscode.TextDocument> {
  const uri = sampleUri(name);
  await vscode.workspace.fs.writeFile(uri, Buffer.from(text));
  return await openSample(name);
}

function textOf(label: string | vscode.CompletionItemLabel): string {
  return typeof label === 'string' ? label : label.label;
}

function rangeOf({ range }: vscode.CompletionItem, end: vscode.Position): vscode.Range {
  if (!range) return new vscode.Range(end, end);
  return 'inserting' in range ? range.inserting : range;
}

function positionOf(document: vscode.TextDocument, words: string, further = 0): vscode.Position {
  const at = document.getText().indexOf(words);
  assert.ok(at >= 0, words);
  return document.positionAt(at + further);
}

function applied(document: vscode.TextDocument, edits: readonly vscode.TextEdit[]): string {
  const later = edits.toSorted((a, b) => b.range.start.compareTo(a.range.start));
  return later.reduce((text, { range, newText }) => {
    const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
    return text.slice(0, start) + newText + text.slice(end);
  }, document.getText());
}
