import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, diagnosticsOf, openSample, sampleUri, source } from './editor';
import { runMocha } from './mocha';
import { eventually } from './waiting';

const exec = `current-context: c
contexts: [{ name: c, context: { cluster: c, user: u } }]
clusters: [{ name: c, cluster: { server: "https://c.example" } }]
users:
- name: u
  user:
    exec:
      apiVersion: client.authentication.k8s.io/v1beta1
      command: aws
      args: get-token
      
`;

async function open(name: string, text: string): Promise<vscode.TextDocument> {
  await vscode.workspace.fs.writeFile(sampleUri(name), Buffer.from(text));
  return openSample(name);
}

const isTheirs = ({ source: from }: vscode.Diagnostic) => from?.toLowerCase().startsWith('yaml') ?? false;
const theirsIn = ({ uri }: vscode.TextDocument) => vscode.languages.getDiagnostics(uri).filter(isTheirs);

async function replaceAll(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const end = document.lineAt(document.lineCount - 1).range.end;
  edit.replace(document.uri, new vscode.Range(new vscode.Position(0, 0), end), text);
  await vscode.workspace.applyEdit(edit);
}

export function run(): Promise<void> {
  return runMocha(() =>
    describe("beside Red Hat's YAML extension", () => {
      before('its server is at work', async () => {
        const pod = await open('pod.yaml', 'kind: [\n');
        await eventually('its diagnostics', () => theirsIn(pod).length > 0);
      });

      it('only we report what is wrong with a kubeconfig', async () => {
        const document = await open('typed.kubeconfig', exec);
        assert.deepEqual((await diagnosticsOf(document)).map(codeOf), ['wrong-type']);
        // It has looked at this version by the time at which it has at a later one.
        await replaceAll(document, `${exec}x: [\n`);
        await eventually('its word on broken syntax', () => theirsIn(document).length > 0);
        await replaceAll(document, exec);
        await eventually('its word taken back', () => theirsIn(document).length === 0);
        await eventually('ours', () =>
          vscode.languages.getDiagnostics(document.uri).some((found) => codeOf(found) === 'wrong-type'),
        );
      });

      it('a broken syntax is told once', async () => {
        const document = await open('broken.kubeconfig', 'users: [\n');
        const all = () => vscode.languages.getDiagnostics(document.uri);
        await eventually('its word, and ours taken back', () => {
          const found = all();
          return found.some(isTheirs) && !found.some((each) => codeOf(each) === 'syntax');
        });
        assert.ok(all().length > 0);
      });

      it('a field is explained once', async () => {
        const document = await openSample('typed.kubeconfig');
        const position = document.positionAt(exec.indexOf('command') + 1);
        const shown = await eventually('a hover', async () => {
          const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
            'vscode.executeHoverProvider',
            document.uri,
            position,
          );
          const texts = hovers.map(({ contents }) =>
            contents.map((part) => (typeof part === 'string' ? part : part.value)).join(''),
          );
          const filled = texts.filter((text) => text.trim() !== '');
          return filled.length > 0 && filled;
        });
        assert.equal(shown.length, 1, shown.join('\n---\n'));
        assert.match(shown[0] ?? '', /Executable to run/);
      });

      it('a field is proposed once', async () => {
        const document = await openSample('typed.kubeconfig');
        const position = document.positionAt(exec.trimEnd().length + 7);
        const labels = await eventually('completions', async () => {
          const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
            'vscode.executeCompletionItemProvider',
            document.uri,
            position,
          );
          const names = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
          return names.includes('interactiveMode') && names;
        });
        assert.equal(labels.filter((label) => label === 'interactiveMode').length, 1);
        assert.deepEqual([...new Set(labels)].sort(), [...labels].sort());
      });

      it('other YAML stays its own', async () => {
        const document = await openSample('pod.yaml');
        const sources = vscode.languages.getDiagnostics(document.uri).map((found) => found.source);
        assert.ok(sources.length > 0 && !sources.includes(source), sources.join());
      });
    }),
  );
}
