import assert from 'node:assert/strict';
import { delimiter } from 'node:path';
import { after, before, describe, test } from 'node:test';
import {
  type ClientCapabilities,
  type CompletionContext,
  type CompletionItem,
  type CompletionList,
  CompletionRequest,
  CompletionTriggerKind,
  ErrorCodes,
  InsertReplaceEdit,
  InsertTextFormat,
  InsertTextMode,
  type TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { cursor } from '../unit/cursor';
import { expanded } from '../unit/features/completion/snippet';
import { Client, type ClientOptions, fileUri } from './client';
import { positionOf } from './ranges';
import { temporaryFolder } from './temporary';

/** As VS Code says of itself. */
const able: ClientCapabilities = {
  textDocument: {
    completion: {
      completionItem: {
        snippetSupport: true,
        insertReplaceSupport: true,
        labelDetailsSupport: true,
        documentationFormat: ['markdown', 'plaintext'],
        tagSupport: { valueSet: [1] },
        insertTextModeSupport: { valueSet: [1, 2] },
      },
    },
  },
};

const v1 = 'client.authentication.k8s.io/v1';
const user = 'kind: Config\nusers:\n- name: a\n  user:\n';
let opened = 0;

/** What is proposed at the cursor of a marked text that is opened anew. */
async function complete(client: Client, marked: string, name = 'x.kubeconfig', context?: CompletionContext) {
  const { text, offset } = cursor(marked);
  const uri = name.startsWith('file:') ? name : `file:///home/jane/${opened++}/${name}`;
  await client.open(uri, text, name.endsWith('.json') ? 'json' : 'yaml');
  const params = { textDocument: { uri }, position: positionOf(text, offset) };
  const list = (await client.connection.sendRequest(CompletionRequest.type, {
    ...params,
    ...(context ? { context } : {}),
  })) as CompletionList;
  const find = (label: string) =>
    list.items.find((item) => item.label === label) ??
    assert.fail(`${label} is not among ${list.items.map((item) => item.label).join(', ')}`);
  return {
    ...list,
    labels: list.items.map(({ label }) => label),
    find,
    accept: (label: string) => accept(text, find(label)),
  };
}

/** The text after an item was accepted by an editor that inserts the lines as they are. */
function accept(text: string, item: CompletionItem): string {
  const { textEdit, additionalTextEdits = [], insertTextFormat } = item;
  assert.ok(textEdit);
  const range = InsertReplaceEdit.is(textEdit) ? textEdit.replace : textEdit.range;
  const isSnippet = insertTextFormat === InsertTextFormat.Snippet;
  const newText = isSnippet ? expanded(textEdit.newText) : textEdit.newText;
  const document = TextDocument.create('file:///x', 'yaml', 1, text);
  return TextDocument.applyEdits(document, [{ range, newText }, ...additionalTextEdits]);
}

function withClient(options: ClientOptions): { client: Client } {
  const holder = {} as { client: Client };
  before(async () => {
    holder.client = await Client.start(options);
  });
  after(() => holder.client.kill());
  return holder;
}

describe('completion for an editor that can do everything', () => {
  const here = withClient({ initialize: { capabilities: able } });

  test('is announced with what brings it up', () => {
    const { completionProvider } = here.client.initialized?.capabilities ?? {};
    assert.deepEqual(completionProvider, { triggerCharacters: [' ', '"', "'", '/', '-', '='] });
  });

  test('a block is a snippet, with its lines as they are', async () => {
    const marked = `${user}    exec: |\n`;
    const found = await complete(here.client, marked);
    const item = found.find('aws eks get-token');
    assert.equal(item.insertTextFormat, InsertTextFormat.Snippet);
    assert.equal(item.insertTextMode, InsertTextMode.asIs);
    assert.deepEqual(item.labelDetails, { description: 'Amazon Web Services' });
    assert.match((item.documentation as { kind: string; value: string }).value, /```yaml\napiVersion/);
    assert.match((item.textEdit as TextEdit).newText, /- \$\{1:<region>\}\n/);
    assert.match(
      found.accept('aws eks get-token'),
      /^kind: Config\nusers:\n- name: a\n {2}user:\n {4}exec:\n {6}apiVersion: client.authentication.k8s.io\/v1\n {6}command: aws\n/,
    );
    assert.equal(found.isIncomplete, false);
  });

  test('what stands behind the cursor can stay or go', async () => {
    const { textEdit } = (await complete(here.client, `${user}    exec:\n      co|lor: aws\n`)).find(
      'command',
    );
    assert.ok(textEdit && InsertReplaceEdit.is(textEdit));
    const [line, start] = [5, 6];
    assert.deepEqual(textEdit.insert, { start: { line, character: start }, end: { line, character: 8 } });
    assert.deepEqual(textEdit.replace, { start: { line, character: start }, end: { line, character: 11 } });
  });

  test('a missing comma comes with it', async () => {
    const found = await complete(here.client, '{\n  "users": []\n  |\n}\n', 'kubeconfig.json');
    assert.equal(found.find('kind').additionalTextEdits?.length, 1);
    assert.equal(found.accept('kind'), '{\n  "users": [],\n  "kind": "Config"\n}\n');
  });

  test('what is deprecated has a tag', async () => {
    const { items } = await complete(here.client, 'kind: Config\nusers: []\n|');
    assert.deepEqual(
      items.filter(({ tags }) => tags).map(({ label }) => label),
      ['preferences'],
    );
  });

  test('a blank file becomes a whole one, in its own format', async () => {
    const yaml = await complete(here.client, '|');
    assert.match(yaml.accept('kubeconfig with aws eks get-token'), /^apiVersion: v1\nkind: Config\n/);
    const json = await complete(here.client, '|', 'kubeconfig.json');
    assert.doesNotThrow(() => JSON.parse(json.accept('kubeconfig with aws eks get-token')));
  });

  test('an ExecCredential', async () => {
    const text = `{ "kind": "ExecCredential", "apiVersion": "${v1}", "status": { "|" } }`;
    const { labels } = await complete(here.client, text, 'answer.json');
    assert.deepEqual(labels.toSorted(), [
      'clientCertificateData',
      'clientKeyData',
      'expirationTimestamp',
      'expirationTimestamp, token',
      'token',
    ]);
  });

  test('a text that is none of ours', async () => {
    assert.deepEqual((await complete(here.client, 'kind: Pod\nme|', 'pod.yaml')).labels, []);
  });

  test('a blank brings it up behind a key, not while a line is indented', async () => {
    const context = { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter: ' ' };
    const value = await complete(
      here.client,
      `${user}    exec:\n      interactiveMode: |`,
      undefined,
      context,
    );
    assert.deepEqual(value.labels, ['Never', 'IfAvailable', 'Always']);
    const indented = await complete(here.client, `${user}    exec:\n      |`, undefined, context);
    assert.deepEqual(indented.labels, []);
  });

  test('a request without a position is refused', async () => {
    const params = { textDocument: { uri: 'file:///home/jane/x.kubeconfig' } };
    await assert.rejects(
      here.client.connection.sendRequest('textDocument/completion', params),
      ({ code }: { code: number }) => code === ErrorCodes.InvalidParams,
    );
  });
});

describe('completion for an editor that has snippets and adds the indentation itself', () => {
  const completion = { completionItem: { snippetSupport: true } };
  const here = withClient({ initialize: { capabilities: { textDocument: { completion } } } });

  test('the lines of a snippet count from the indentation of the first', async () => {
    const { textEdit, insertTextMode } = (await complete(here.client, `${user}    |`)).find('exec');
    assert.equal(insertTextMode, undefined);
    assert.ok(textEdit && 'range' in textEdit);
    assert.match(textEdit.newText, /^exec:\n {2}apiVersion: /);
  });
});

describe('completion for an editor that can do nothing', () => {
  const here = withClient({});

  test('gets plain text, as it is to be', async () => {
    const found = await complete(here.client, `${user}    exec: |\n`);
    const item = found.find('aws eks get-token');
    assert.equal(item.insertTextFormat, undefined);
    assert.equal(item.labelDetails, undefined);
    assert.equal(item.detail, 'Amazon Web Services');
    assert.ok(item.textEdit && 'range' in item.textEdit);
    assert.match(item.textEdit.newText, /\n {6}- --cluster-name\n {6}- <cluster>\n/);
    assert.doesNotMatch(item.textEdit.newText, /[\uE000-\uE004$]/);
  });

  test('nothing of this machine is proposed without trust', async () => {
    const { labels, isIncomplete } = await complete(here.client, `${user}    exec:\n      command: s|`);
    assert.ok(labels.includes('aws') && !labels.includes('sh'), labels.join());
    assert.equal(isIncomplete, false);
  });
});

describe('completion with trust', () => {
  const folder = temporaryFolder();
  const [bin, other] = [
    `${folder.path}/bin`,
    folder.write('other.kubeconfig', 'users:\n- name: far\n  user: { token: s3cret }\n'),
  ];
  folder.write('bin/lab-plugin', '#!/bin/sh\n', 0o755);
  folder.write('bin/lab-notes', 'text', 0o644);
  folder.write('certs/ca.crt', 'x');
  const own = folder.write('own.kubeconfig', '');
  const here = withClient({
    env: {
      ...process.env,
      PATH: `${bin}${delimiter}${process.env['PATH']}`,
      KUBECONFIG: [own, other].join(delimiter),
    },
    initialize: { capabilities: able, initializationOptions: { trusted: true } },
  });

  test('commands on PATH', async () => {
    const found = await complete(here.client, `${user}    exec:\n      command: lab|`);
    const own = found.labels.filter((label) => label.startsWith('lab'));
    assert.deepEqual(own, process.platform === 'win32' ? [] : ['lab-plugin']);
    assert.equal(found.isIncomplete, true);
  });

  test('files beside the kubeconfig', async () => {
    const uri = fileUri(`${folder.path}/files.kubeconfig`);
    const marked = 'clusters:\n- name: c\n  cluster:\n    certificate-authority: certs/|\n';
    const found = await complete(here.client, marked, uri);
    assert.deepEqual(found.labels, ['ca.crt']);
    assert.equal(found.accept('ca.crt'), marked.replace('|', 'ca.crt'));
  });

  test('names of the other files of KUBECONFIG, and no secret of theirs', async () => {
    const marked =
      'contexts:\n- name: x\n  context: { user: | }\nusers:\n- name: near\n  user: { token: s3cret }\n';
    const found = await complete(here.client, marked, fileUri(own));
    assert.deepEqual(found.labels.toSorted(), ['far', 'near']);
    assert.match(found.find('far').labelDetails?.description ?? '', /other\.kubeconfig/);
    assert.ok(!here.client.written.toString().includes('s3cret'));
  });
});
