import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ErrorCodes, type LSPAny, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { prepareRunRequest, runRequest, runTargetsRequest } from '../../server/protocol';
import { Client } from './client';
import { execKubeconfig } from './kubeconfigs';

const uri = 'file:///home/jane/.kube/config';
const textDocument = { uri };

let client: Client;
before(async () => {
  client = await Client.start({ initialize: { initializationOptions: { trusted: true } } });
  await client.check(uri, execKubeconfig({ command: 'plugin' }));
});
after(async () => {
  assert.equal(await client.stop(), 0, 'the same server has answered all of it');
  client.kill();
});

const ask = (method: string, params?: LSPAny) => client.connection.sendRequest<unknown>(method, params);

function rejectedWith(code: number, words: RegExp) {
  return (error: unknown) => {
    assert.ok(error instanceof ResponseError, `${error}`);
    assert.deepEqual([error.code, words.test(error.message)], [code, true], error.message);
    assert.doesNotMatch(error.message, /undefined|TypeError|Cannot read/);
    return true;
  };
}

const positions: LSPAny[] = [
  null,
  'here',
  {},
  { line: 1 },
  { line: -1, character: 0 },
  { line: 0, character: 1.5 },
  { line: '0', character: 0 },
];

describe('a malformed position', () => {
  for (const position of positions) {
    test(`${JSON.stringify(position)} is an error`, async () => {
      const wrong = rejectedWith(ErrorCodes.InvalidParams, /whole numbers from 0/);
      await assert.rejects(ask('textDocument/hover', { textDocument, position }), wrong);
      if (position === null) return;
      await assert.rejects(ask(runTargetsRequest, { uri, position }), wrong);
    });
  }

  test('behind the end is the end', async () => {
    const position = { line: 1e6, character: 1e6 };
    assert.equal(await ask('textDocument/hover', { textDocument, position }), null);
  });
});

describe('a malformed document', () => {
  const wrong = rejectedWith(ErrorCodes.InvalidParams, /"uri" must be text/);
  const position = { line: 0, character: 0 };
  for (const uri of [undefined, null, 7, {}] as LSPAny[]) {
    test(`${JSON.stringify(uri)} is an error`, async () => {
      await assert.rejects(ask('textDocument/hover', { textDocument: { uri }, position }), wrong);
      await assert.rejects(ask('textDocument/codeLens', { textDocument: { uri } }), wrong);
      for (const method of [runTargetsRequest, prepareRunRequest, runRequest]) {
        await assert.rejects(ask(method, { uri }), wrong);
      }
    });
  }

  test('that is not named at all is an error', async () => {
    for (const method of ['textDocument/hover', runTargetsRequest, prepareRunRequest, runRequest]) {
      await assert.rejects(ask(method, {}), rejectedWith(ErrorCodes.InvalidParams, /"(uri|position)"/));
      await assert.rejects(ask(method, []), ResponseError);
      await assert.rejects(ask(method), ResponseError);
    }
  });

  test('that comes by position is an error', async () => {
    for (const method of [runTargetsRequest, prepareRunRequest, runRequest]) {
      await assert.rejects(ask(method, [{ uri }, null]), rejectedWith(ErrorCodes.InvalidParams, /by name/));
    }
  });
});

describe('an unknown document', () => {
  for (const unknown of [
    'file:///nowhere/kubeconfig',
    'no uri',
    '',
    'a b:c',
    'git:/kubeconfig?{}',
    'file://',
  ]) {
    test(`${JSON.stringify(unknown)} has nothing to hover over and nothing to run`, async () => {
      const params = { textDocument: { uri: unknown }, position: { line: 0, character: 0 } };
      assert.equal(await ask('textDocument/hover', params), null);
      const refused = rejectedWith(LSPErrorCodes.RequestFailed, /not an open kubeconfig/);
      for (const method of [runTargetsRequest, prepareRunRequest, runRequest]) {
        await assert.rejects(ask(method, { uri: unknown, approvalId: '' }), refused);
      }
    });
  }

  test('may have a strange name, and is served while it is open', async () => {
    for (const strange of ['a b:c', 'no uri', '']) {
      const { diagnostics } = await client.check(strange, execKubeconfig({ command: '' }));
      assert.equal(diagnostics[0]?.code, 'command-missing');
      await assert.rejects(ask(prepareRunRequest, { uri: strange }), /Save the kubeconfig to a file first/);
      await client.close(strange);
    }
  });
});

test('a user or context that is no text is an error', async () => {
  const wrong = rejectedWith(ErrorCodes.InvalidParams, /must be text/);
  await assert.rejects(ask(prepareRunRequest, { uri, user: 5 }), wrong);
  await assert.rejects(ask(prepareRunRequest, { uri, context: ['here'] }), wrong);
});

test('notifications that make no sense are passed over', async () => {
  const { connection } = client;
  await client.change('file:///never/opened', 2, { text: 'kind: Config' });
  await client.close('file:///never/opened');
  await connection.sendNotification('textDocument/didOpen', {});
  await connection.sendNotification('textDocument/didChange', { textDocument, contentChanges: 'all' });
  await connection.sendNotification('workspace/didChangeConfiguration', {});
  await connection.sendNotification('kubeconfigExec/trustGranted', [1, 2]);
  await connection.sendNotification('no/such/notification', null);
  assert.ok(await ask('textDocument/hover', { textDocument, position: { line: 0, character: 1 } }));
});

const texts = [
  '\0',
  '{',
  '[]',
  'users: *a',
  '%YAML 9.9',
  '&a [*a]',
  '? ',
  '"',
  "'",
  '- - - ',
  '\uFEFF',
  '\uD800',
];
test('texts of every kind are read', async () => {
  for (const [index, text] of texts.entries()) {
    const name = `file:///home/jane/${index}/.kube/config`;
    assert.equal((await client.check(name, text)).version, 1);
    await client.close(name);
  }
});
