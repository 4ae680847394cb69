import assert from 'node:assert/strict';
import { delimiter } from 'node:path';
import { after, before, describe, test } from 'node:test';
import {
  type ApplyWorkspaceEditParams,
  ApplyWorkspaceEditRequest,
  type ClientCapabilities,
  CodeLensRequest,
  DefinitionRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  ExecuteCommandRequest,
  HoverRequest,
  InlayHintRequest,
  ReferencesRequest,
  RenameRequest,
  type TextEdit,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver/node';
import { trustGranted, windowFocused } from '../../server/protocol';
import { Client, fileUri } from './client';
import { positionOf } from './ranges';
import { temporaryFolder } from './temporary';

const people = `users:
- name: "alice"
  user:
    exec:
      apiVersion: client.authentication.k8s.io/v1
      command: ./bin/plugin
      interactiveMode: Never
- name: eve
  user: { tokenFile: token, exec: { command: elsewhere } }
`;
const places = `current-context: dev
contexts:
- { name: dev, context: { cluster: lab, user: alice } }
- { name: two, context: { cluster: lab, user: alice } }
clusters:
- { name: lab, cluster: { server: "https://lab.example:6443" } }
`;

const folder = temporaryFolder();
const peopleFile = folder.write('people/people.kubeconfig', people);
const placesFile = folder.write('places.kubeconfig', places);
const plugin = folder.write('people/bin/plugin', '#!/bin/sh\n', 0o755);
folder.write('people/token', 'x');
const elsewhere = folder.write('path/elsewhere', '#!/bin/sh\n', 0o755);
const [peopleUri, placesUri] = [fileUri(peopleFile), fileUri(placesFile)];
const env = {
  ...process.env,
  KUBECONFIG: [placesFile, peopleFile].join(delimiter),
  PATH: [`${folder.path}/path`, process.env['PATH']].join(delimiter),
};

const capabilities: ClientCapabilities = {
  workspace: { applyEdit: true, workspaceEdit: { documentChanges: true } },
};

const at = (words: string, by = 1) => ({
  textDocument: { uri: placesUri },
  position: positionOf(places, places.indexOf(words) + by),
});
const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

describe('names over the files of KUBECONFIG, one of them open', () => {
  let client: Client;
  const asked: ApplyWorkspaceEditParams[] = [];
  before(async () => {
    client = await Client.start({
      env,
      initialize: { capabilities, initializationOptions: { trusted: true } },
    });
    client.connection.onRequest(ApplyWorkspaceEditRequest.type, (params) => {
      asked.push(params);
      return { applied: true };
    });
    await client.open(placesUri, places);
  });
  after(() => client.kill());

  test('definition leads into the other file', async () => {
    const found = await client.connection.sendRequest(DefinitionRequest.type, at('alice'));
    const range = { start: { line: 1, character: 8 }, end: { line: 1, character: 15 } };
    assert.deepEqual(found, { uri: peopleUri, range });
  });

  test('references are in both', async () => {
    const params = { ...at('alice'), context: { includeDeclaration: true } };
    const found = await client.connection.sendRequest(ReferencesRequest.type, params);
    assert.deepEqual(
      found?.map(({ uri }) => uri),
      [placesUri, placesUri, peopleUri],
    );
  });

  test('rename changes both, each in its quotes; the one that is not open has no version', async () => {
    const edit = await client.connection.sendRequest(RenameRequest.type, { ...at('alice'), newName: 'no' });
    const changes = (edit?.documentChanges ?? []).map((change) => {
      assert.ok('edits' in change);
      return [
        change.textDocument.uri,
        change.textDocument.version,
        change.edits.map((each) => (each as TextEdit).newText),
      ];
    });
    assert.deepEqual(changes, [
      [placesUri, 1, ["'no'", "'no'"]],
      [peopleUri, null, ['"no"']],
    ]);
  });

  test('a clash with the other file is refused', async () => {
    const clash = client.connection.sendRequest(RenameRequest.type, { ...at('alice'), newName: 'eve' });
    await assert.rejects(clash, (error: Error) => {
      assert.equal(
        error.message,
        `There is already a user "eve" in ${peopleFile}. Choose another name, or rename that one first.`,
      );
      return true;
    });
  });

  test('hover shows the chain with the file', async () => {
    const found = await client.connection.sendRequest(HoverRequest.type, at('dev'));
    const { value } = (found ?? assert.fail('no hover')).contents as { value: string };
    assert.ok(value.includes(`user \`alice\`: runs \`./bin/plugin\` in \`${peopleFile}\``), value);
  });

  test('workspace symbols are those of all files', async () => {
    const search = async (query: string) => {
      const found = (await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query })) ?? [];
      return found.map(({ name, location }) => `${name} ${'uri' in location ? location.uri : ''}`).toSorted();
    };
    assert.deepEqual(await search('EV'), [`dev ${placesUri}`, `eve ${peopleUri}`]);
    assert.equal((await search('')).length, 5);
  });

  test('lenses set the current context, over the server', async () => {
    const lenses =
      (await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri: placesUri } })) ?? [];
    assert.deepEqual(
      lenses.map(({ range, command }) => [range.start.line, command?.title]),
      [
        [2, 'Current context'],
        [3, 'Set as current context'],
      ],
    );
    const { command = '', arguments: args = [] } = lenses[1]?.command ?? {};
    assert.deepEqual(
      client.initialized?.capabilities.executeCommandProvider?.commands.includes(command),
      true,
    );
    assert.equal(
      await client.connection.sendRequest(ExecuteCommandRequest.type, { command, arguments: args }),
      null,
    );
    const range = { start: { line: 0, character: 17 }, end: { line: 0, character: 20 } };
    const documentChanges = [
      { textDocument: { uri: placesUri, version: 1 }, edits: [{ range, newText: 'two' }] },
    ];
    assert.deepEqual(asked, [{ label: 'Set as current context', edit: { documentChanges } }]);
  });

  test('a command that makes no sense is refused', async () => {
    const run = (command: string, ...args: object[]) =>
      client.connection.sendRequest(ExecuteCommandRequest.type, { command, arguments: args });
    const command = 'kubeconfigExec.setCurrentContext';
    await assert.rejects(run(command), /names no document/);
    await assert.rejects(run(command, { uri: 'file:///nowhere', context: 'two' }), /not an open kubeconfig/);
    await assert.rejects(
      run(command, { uri: placesUri, context: 'x' }),
      /no context "x" in the files of KUBECONFIG/,
    );
    await assert.rejects(run('other'), /no command "other"/);
  });

  test('links and hints look at this machine', async () => {
    await client.open(peopleUri, people);
    const textDocument = { uri: peopleUri };
    const links = await client.connection.sendRequest(DocumentLinkRequest.type, { textDocument });
    assert.deepEqual(
      links?.map(({ target }) => target),
      [fileUri(plugin), fileUri(`${folder.path}/people/token`)],
    );
    const hints = await client.connection.sendRequest(InlayHintRequest.type, { textDocument, range: whole });
    assert.deepEqual(
      hints?.map(({ label }) => label),
      [`→ ${elsewhere}`],
    );
  });

  test('what is typed in an open file counts', async () => {
    await client.change(peopleUri, 2, { text: people.replace('"alice"', 'bob') });
    assert.equal(await client.connection.sendRequest(DefinitionRequest.type, at('alice')), null);
    await client.change(peopleUri, 3, { text: people });
    const edit = await client.connection.sendRequest(RenameRequest.type, { ...at('alice'), newName: 'no' });
    const versions = edit?.documentChanges?.map((change) => 'textDocument' in change && change.textDocument);
    assert.deepEqual(versions, [
      { uri: placesUri, version: 1 },
      { uri: peopleUri, version: 3 },
    ]);
  });
});

describe('a file of KUBECONFIG that looks like nothing', () => {
  test('is read as it is in the editor', async (t) => {
    const file = folder.write('plain', people);
    const both = { ...env, KUBECONFIG: [placesFile, file].join(delimiter) };
    const client = await Client.start({
      env: both,
      initialize: { initializationOptions: { trusted: true } },
    });
    t.after(() => client.kill());
    await client.open(placesUri, places);
    await client.open(fileUri(file), `# new\n\n${people}`);
    const found = await client.connection.sendRequest(DefinitionRequest.type, at('alice'));
    const range = { start: { line: 3, character: 8 }, end: { line: 3, character: 15 } };
    assert.deepEqual(found, { uri: fileUri(file), range });
  });
});

describe('what is shown of this machine', () => {
  test('is asked for again once it may have changed', async (t) => {
    const refreshes = { inlayHint: { refreshSupport: true }, codeLens: { refreshSupport: true } };
    const client = await Client.start({
      env,
      initialize: {
        capabilities: { workspace: { ...capabilities.workspace, ...refreshes } },
        initializationOptions: { tellsFocus: true },
      },
    });
    t.after(() => client.kill());
    const asked = (method: string) =>
      new Promise<void>((resolve) => client.connection.onRequest(method, () => resolve()));
    const both = () =>
      Promise.all([asked('workspace/inlayHint/refresh'), asked('workspace/codeLens/refresh')]);
    await client.open(peopleUri, people);
    const hints = async () =>
      (await client.connection.sendRequest(InlayHintRequest.type, {
        textDocument: { uri: peopleUri },
        range: whole,
      })) ?? [];
    assert.equal((await hints()).length, 0);
    for (const notification of [trustGranted, windowFocused]) {
      const refreshed = both();
      await client.connection.sendNotification(notification);
      await refreshed;
      assert.equal((await hints()).length, 1);
    }
  });
});

describe('without trust', () => {
  test('no other file is looked at', async (t) => {
    const client = await Client.start({ env, initialize: { capabilities } });
    t.after(() => client.kill());
    await client.open(placesUri, places);
    assert.equal(await client.connection.sendRequest(DefinitionRequest.type, at('alice')), null);
    const found = await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'eve' });
    assert.deepEqual(found, []);
    await client.open(peopleUri, people);
    const textDocument = { uri: peopleUri };
    assert.deepEqual(await client.connection.sendRequest(DocumentLinkRequest.type, { textDocument }), []);
    assert.deepEqual(
      await client.connection.sendRequest(InlayHintRequest.type, { textDocument, range: whole }),
      [],
    );
    const symbols = await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
    assert.ok(symbols?.some(({ name }) => name === 'eve'));
  });
});
