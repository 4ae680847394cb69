import assert from 'node:assert/strict';
import { delimiter } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { HoverRequest } from 'vscode-languageserver/node';
import { Client, fileUri } from './client';
import { kubeconfigExec } from './command';
import { positionOf } from './ranges';
import { temporaryFolder } from './temporary';

const people = `users:
- name: alice
  user:
    exec:
      apiVersion: client.authentication.k8s.io/v1
      command: ./plugin
      interactiveMode: Never
`;
const places = `current-context: dev
contexts:
- { name: dev, context: { cluster: lab, user: alice } }
clusters:
- { name: lab, cluster: { server: "https://lab.example:6443" } }
`;
const plugin = `#!/bin/sh
printf '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{"token":"t"}}'
`;

const folder = temporaryFolder();
const peopleFile = folder.write('people/people.kubeconfig', people);
const placesFile = folder.write('places.kubeconfig', places);
folder.write('people/plugin', plugin, 0o755);
const broken = folder.write('broken.kubeconfig', 'users: 3\n');
const list = (...files: string[]) => files.join(delimiter);

describe('files of KUBECONFIG in an editor', () => {
  let client: Client;
  before(async () => {
    const env = { ...process.env, KUBECONFIG: list(placesFile, peopleFile) };
    client = await Client.start({ env, initialize: { initializationOptions: { trusted: true } } });
  });
  after(() => client.kill());

  const codes = async (uri: string, version: number) =>
    (await client.diagnostics(uri, version)).diagnostics.map(({ code }) => code);

  test('a name that another file has is found there, and hover says where', async () => {
    const uri = fileUri(placesFile);
    await client.open(uri, places);
    assert.deepEqual(await codes(uri, 1), []);
    const position = positionOf(places, places.indexOf('alice') + 1);
    const found = await client.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
    const { value } = (found ?? assert.fail('no hover')).contents as { value: string };
    assert.ok(value.includes(`Found in \`${peopleFile}\``), value);
  });

  test('what is typed in one file counts for the other at once', async () => {
    const [uri, other] = [fileUri(placesFile), fileUri(peopleFile)];
    client.published.length = 0;
    await client.open(other, people.replace('alice', 'bob'));
    assert.deepEqual(await codes(uri, 1), ['context-user-not-found']);
    client.published.length = 0;
    await client.change(other, 2, { text: people });
    await client.diagnostics(other, 2);
    assert.deepEqual(await codes(uri, 1), []);
  });

  test('an entry that an earlier file has, too, is said to be shadowed', async () => {
    const uri = fileUri(peopleFile);
    await client.change(uri, 3, { text: `current-context: other\n${people}` });
    assert.deepEqual(await codes(uri, 3), ['entry-shadowed']);
  });
});

describe('the same without trust', () => {
  test('looks at no other file', async () => {
    const env = { ...process.env, KUBECONFIG: list(placesFile, peopleFile) };
    const client = await Client.start({ env });
    try {
      const { diagnostics } = await client.check(fileUri(placesFile), places);
      assert.deepEqual(
        diagnostics.map(({ code }) => code),
        ['context-user-not-found'],
      );
    } finally {
      client.kill();
    }
  });
});

describe('--kubeconfig', () => {
  const check = async (files: string) => {
    const { code, stdout, stderr } = await kubeconfigExec([
      'check',
      '--kubeconfig',
      files,
      '--format',
      'json',
    ]);
    return { code, stderr, ...(JSON.parse(stdout) as { files: { path: string; contexts: unknown[] }[] }) };
  };
  const accepted = { name: 'dev', current: true, accepted: true, kubectl: null };

  test('check lists each context with the file whose entry counts', async () => {
    const { code, files } = await check(list(peopleFile, '', placesFile));
    assert.deepEqual(
      files.map(({ path, contexts }) => [path, contexts]),
      [
        [peopleFile, []],
        [placesFile, [accepted]],
      ],
    );
    assert.equal(code, 0);
  });

  test('check skips a file that does not exist, and says so', async () => {
    const { code, files, stderr } = await check(list('/nowhere/config', placesFile, peopleFile));
    assert.deepEqual(files.map(({ contexts }) => contexts).toSorted(), [[], [], [accepted]]);
    assert.match(stderr, /\/nowhere\/config does not exist, so kubectl skips it/);
    assert.equal(code, 0);
  });

  test('one broken file breaks all', async () => {
    const { code, files } = await check(list(placesFile, broken));
    const kubectl = `error: error loading config file "${broken}": json: cannot unmarshal number into Go struct field Config.users of type []v1.NamedAuthInfo`;
    assert.deepEqual(files[0]?.contexts, [{ ...accepted, accepted: false, kubectl }]);
    assert.equal(code, 1);
  });

  test('run takes a relative command from the folder of the file that has the user', async () => {
    const args = ['run', '--kubeconfig', list(placesFile, peopleFile), '--yes', '--format', 'json'];
    const { code, stdout } = await kubeconfigExec(args);
    const { verdict, user, cluster } = JSON.parse(stdout) as Record<string, unknown>;
    assert.deepEqual(
      { code, verdict, user, cluster },
      { code: 0, verdict: 'accepted', user: 'alice', cluster: 'lab' },
    );
  });

  test('usage errors', async () => {
    const { code, stderr } = await kubeconfigExec(['run', placesFile, '--kubeconfig', peopleFile]);
    assert.equal(code, 2);
    assert.match(stderr, /name a file or --kubeconfig, not both/);
    assert.equal((await kubeconfigExec(['check', '--kubeconfig', ''])).code, 2);
  });
});
