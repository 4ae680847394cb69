import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  type CodeAction,
  CodeActionRequest,
  CodeActionTriggerKind,
  type Range,
  type TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Client } from './client';
import { rangeOf } from './ranges';

const text = `apiVersion: v1
kind: Config
current-context: here
clusters:
  - { name: sample, cluster: { server: https://cluster.example.com } }
contexts:
  - { name: here, context: { cluster: sample, user: jane } }
users:
  - name: jane
    user:
      exec:
        apiVersion: client.authentication.k8s.io/v1 # as the plugin answers
        command: plugin
        args: [--port, 8080]
`;

let client: Client;
let opened = 0;
before(async () => {
  client = await Client.start();
});
after(() => client.kill());

async function actionsOn(words: string, only?: string[]): Promise<{ uri: string; actions: CodeAction[] }> {
  const uri = `file:///here/${++opened}/kubeconfig`;
  await client.open(uri, text);
  return { uri, actions: await ask(uri, rangeOf(text, words), only) };
}

async function ask(uri: string, range: Range, only?: string[]): Promise<CodeAction[]> {
  const context = { diagnostics: [], triggerKind: CodeActionTriggerKind.Invoked, ...(only ? { only } : {}) };
  const found = await client.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range,
    context,
  });
  return (found ?? []) as CodeAction[];
}

function applied(action: CodeAction | undefined, uri: string): string {
  const edits: TextEdit[] | undefined = action?.edit?.changes?.[uri];
  assert.ok(edits, 'the action has edits for the document');
  return TextDocument.applyEdits(TextDocument.create(uri, 'yaml', 1, text), edits);
}

describe('quick fixes', () => {
  test('are those of the diagnostics under the cursor, the preferred one first', async () => {
    const { uri, actions } = await actionsOn('apiVersion: client', ['quickfix']);
    assert.deepEqual(
      actions.map(({ title, kind, isPreferred }) => ({ title, kind, isPreferred })),
      [
        { title: 'Add "interactiveMode: IfAvailable"', kind: 'quickfix', isPreferred: true },
        { title: 'Add "interactiveMode: Never"', kind: 'quickfix', isPreferred: undefined },
      ],
    );
    const [diagnostic] = actions[0]?.diagnostics ?? [];
    assert.equal(diagnostic?.code, 'interactive-mode-missing');
    assert.equal(applied(actions[0], uri), `${text}        interactiveMode: IfAvailable\n`);
  });

  test('are offered at once after a change, before diagnostics have been published', async () => {
    const { uri } = await actionsOn('8080');
    const changed = text.replace('apiVersion: client', 'apiVersion:   client');
    await client.change(uri, 2, { text: changed });
    const actions = await ask(uri, rangeOf(changed, 'apiVersion:   client'), ['quickfix']);
    assert.equal(actions[0]?.title, 'Add "interactiveMode: IfAvailable"');
  });

  test('are offered for what the client names, wherever on its line the cursor is', async () => {
    const { uri } = await actionsOn('8080');
    const end = rangeOf(text, 'client.authentication.k8s.io/v1').end;
    const range = { start: end, end };
    assert.deepEqual(await ask(uri, range, ['quickfix']), []);
    const diagnostics = (await client.diagnostics(uri, 1)).diagnostics.filter(
      (each) => each.range.start.line === end.line,
    );
    const context = { diagnostics, only: ['quickfix'] };
    const actions = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range,
      context,
    });
    assert.ok(actions?.some(({ title }) => title === 'Add "interactiveMode: IfAvailable"'));
  });

  test('put a number in quotes', async () => {
    const { uri, actions } = await actionsOn('8080', ['quickfix']);
    assert.equal(applied(actions[0], uri), text.replace('8080', "'8080'"));
  });

  test('are none where nothing is wrong, and in a text that is none of ours', async () => {
    assert.deepEqual((await actionsOn('kind: Config', ['quickfix'])).actions, []);
    const range = rangeOf(text, 'kind');
    assert.deepEqual(await ask('file:///here/unknown', range), []);
    await client.open('file:///here/values.yaml', 'a: 1\n');
    assert.deepEqual(await ask('file:///here/values.yaml', range), []);
  });
});

const careless = `apiVersion: v1
kind: Config
users:
  - name: jane
    user:
      exec:
        apiVersion: client.authentication.k8s.io/v1beta1
        command: aws
        args: [eks, get-token, --cluster-name, lab, --output, json]
        provideClusterinfo: true
`;

test('a fix by which kubectl would refuse a context that it takes is not offered', async () => {
  const misspelt = (block: string) => `${text.slice(0, text.indexOf('      exec:'))}      Exec:\n${block}`;
  const whole = '        apiVersion: client.authentication.k8s.io/v1beta1\n        command: plugin\n';
  const titles = async (name: string, document: string) => {
    const uri = `file:///here/${name}/kubeconfig`;
    await client.open(uri, document);
    return (await ask(uri, rangeOf(document, 'Exec'), ['quickfix'])).map(({ title }) => title);
  };
  assert.ok((await titles('whole', misspelt(whole))).includes('Rename "Exec" to "exec"'));
  const without = await titles('half', misspelt('        args: [token]\n'));
  assert.ok(!without.includes('Rename "Exec" to "exec"'), `${without}`);
});

describe('other actions', () => {
  test('refactorings are offered where they apply, and only if they are asked for or nothing is', async () => {
    const uri = 'file:///here/refactor/kubeconfig';
    await client.open(uri, careless);
    const place = rangeOf(careless, 'v1beta1');
    for (const only of [['refactor'], ['refactor.rewrite'], undefined]) {
      const titles = (await ask(uri, place, only)).map(({ title }) => title);
      assert.ok(
        titles.some((title) => /v1\b/.test(title)),
        `${only}: ${titles}`,
      );
    }
    const quick = await ask(uri, place, ['quickfix']);
    assert.ok(quick.every(({ kind }) => kind === 'quickfix'));
  });

  test('a comment silences what kubectl does not refuse', async () => {
    const uri = 'file:///here/silence/kubeconfig';
    const { diagnostics } = await client.check(uri, careless);
    const misspelt = diagnostics.find(({ code }) => code === 'field-case') ?? assert.fail('a finding');
    const actions = await ask(uri, misspelt.range, ['quickfix']);
    const silence = actions.find(({ title }) => title === 'Silence field-case on this line');
    const [edit] = silence?.edit?.changes?.[uri] ?? assert.fail('an edit');
    const line = misspelt.range.start.line;
    assert.deepEqual(edit, {
      range: { start: { line, character: 0 }, end: { line, character: 0 } },
      newText: '        # kubeconfig-exec-disable-next-line field-case\n',
    });
    await client.change(uri, 2, { range: edit.range, text: edit.newText });
    const left = (await client.diagnostics(uri, 2)).diagnostics.map(({ code }) => code);
    assert.ok(!left.includes('field-case'), `${left}`);
  });
});

describe('fix all', () => {
  test('makes what cannot change the meaning, wherever it is, and only when asked for', async () => {
    const safe = text.replace('command: plugin', 'commAnd: plugin').replace('8080', "'8080'");
    const uri = 'file:///here/all/kubeconfig';
    await client.open(uri, safe);
    const everywhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    assert.deepEqual(await ask(uri, everywhere), []);
    for (const kind of ['source', 'source.fixAll', 'source.fixAll.kubeconfigExec']) {
      const actions = await ask(uri, everywhere, [kind]);
      assert.deepEqual(actions, []);
    }
    const numbered = 'file:///here/all-numbers/kubeconfig';
    await client.open(numbered, text);
    for (const kind of ['source', 'source.fixAll', 'source.fixAll.kubeconfigExec']) {
      const [action, ...others] = await ask(numbered, everywhere, [kind]);
      assert.equal(action?.kind, 'source.fixAll.kubeconfigExec');
      assert.deepEqual(others, []);
      assert.equal(applied(action, numbered), text.replace('8080', "'8080'"));
    }
    assert.deepEqual(await ask(uri, everywhere, ['source.organizeImports']), []);
  });
});
