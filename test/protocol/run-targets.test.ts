import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { LSPErrorCodes, type Position, ResponseError } from 'vscode-languageserver/node';
import { type RunTarget, type RunTargetsParams, runTargetsRequest } from '../../server/protocol';
import { Client } from './client';
import { rangeOf } from './ranges';

const exec = 'exec: { apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never, command: login';
const text = `apiVersion: v1
kind: Config
current-context: prod
clusters:
  - { name: eu, cluster: { server: https://eu.example.com } }
  - { name: us, cluster: { server: https://us.example.com } }
contexts:
  - { name: test, context: { cluster: eu, user: jane } }
  - { name: prod, context: { cluster: us, user: jane } }
  - { name: static, context: { cluster: us, user: token } }
users:
  - { name: token, user: { token: made-up } }
  - { name: lonely, user: { ${exec}, args: [--password, hunter2hunter2] } } }
  - { name: jane, user: { ${exec} } } }
`;
const uri = 'file:///home/jane/.kube/config';

let client: Client;
before(async () => {
  client = await Client.start();
  await client.open(uri, text);
});
after(() => client.kill());

function targets(params: RunTargetsParams): Promise<RunTarget[]> {
  return client.connection.sendRequest<RunTarget[]>(runTargetsRequest, params);
}

async function namesAt(position?: Position): Promise<string[]> {
  const found = await targets({ uri, ...(position && { position }) });
  return found.map(({ user, context, atCursor }) => `${user}/${context}${atCursor ? ' (here)' : ''}`);
}

describe('the users with a plugin', () => {
  test('come with their contexts, the current one first', async () => {
    assert.deepEqual(await namesAt(), ['jane/prod', 'lonely/null', 'jane/test']);
  });

  test('come with all that a list shows of them', async () => {
    const [first, second] = await targets({ uri });
    assert.deepEqual(first, {
      user: 'jane',
      context: 'prod',
      cluster: 'us',
      commandLine: 'login',
      current: true,
      atCursor: false,
      range: rangeOf(text, `${exec} }`),
    });
    assert.equal(second?.cluster, null);
    assert.ok(second.commandLine.startsWith('login --password '));
    assert.ok(!second.commandLine.includes('hunter2'), 'a password is masked');
  });

  test('the cursor decides which comes first', async () => {
    const at = (words: string) => rangeOf(text, words).start;
    assert.deepEqual((await namesAt(at('lonely')))[0], 'lonely/null (here)');
    assert.deepEqual((await namesAt(at('test, context')))[0], 'jane/test (here)');
    assert.deepEqual((await namesAt(at('https://eu')))[0], 'jane/test (here)');
    assert.deepEqual(await namesAt(at('token: made-up')), ['jane/prod', 'lonely/null', 'jane/test']);
    assert.deepEqual((await namesAt({ line: 9999, character: 9999 }))[0], 'jane/prod (here)');
  });
});

test('a document without any plugin has none', async () => {
  const other = 'file:///home/jane/empty.kubeconfig';
  await client.open(other, 'apiVersion: v1\nkind: Config\n');
  assert.deepEqual(await targets({ uri: other }), []);
});

describe('refused in plain words', () => {
  const refused = (params: RunTargetsParams, message: RegExp) =>
    assert.rejects(targets(params), (error) => {
      assert.ok(error instanceof ResponseError && error.code === LSPErrorCodes.RequestFailed);
      assert.match(error.message, message);
      return true;
    });

  test('a document that is not open', () =>
    refused({ uri: 'file:///nowhere' }, /^This document is not an open kubeconfig\.$/));

  test('an ExecCredential', async () => {
    const credential = 'file:///home/jane/credential.yaml';
    await client.open(credential, 'apiVersion: client.authentication.k8s.io/v1\nkind: ExecCredential\n');
    await refused({ uri: credential }, /not an open kubeconfig/);
  });

  test('an unsaved document', async () => {
    await client.open('untitled:Untitled-1', text);
    await refused({ uri: 'untitled:Untitled-1' }, /^Save the kubeconfig to a file first/);
  });
});
