import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { trustGranted } from '../../server/protocol';
import { Client, fileUri } from './client';
import { temporaryFolder } from './temporary';

const folder = temporaryFolder();

/** Whether the certificate authority is there can be told only by looking at the file. */
const text = `apiVersion: v1
kind: Config
current-context: here
clusters: [{ name: sample, cluster: { server: 'https://cluster.example.com', certificate-authority: gone.crt } }]
contexts: [{ name: here, context: { cluster: sample, user: jane } }]
users: [{ name: jane, user: { token: made-up } }]
`;

async function start(t: TestContext, trusted: boolean): Promise<Client> {
  const client = await Client.start({ initialize: { initializationOptions: { trusted } } });
  t.after(() => client.kill());
  return client;
}

test('without trust no file is looked at; with it, files are', async (t) => {
  const uri = fileUri(folder.write('kubeconfig', text));
  const [careful, trusting] = [await start(t, false), await start(t, true)];
  assert.deepEqual((await careful.check(uri, text)).diagnostics, []);
  const [found] = (await trusting.check(uri, text)).diagnostics;
  assert.match(`${found?.message}`, /gone\.crt/);
});

test('once trust is granted, open documents are checked again', async (t) => {
  const uri = fileUri(folder.write('kubeconfig', text));
  const client = await start(t, false);
  await client.check(uri, text);
  client.published.length = 0;
  await client.connection.sendNotification(trustGranted);
  const [found] = (await client.diagnostics(uri, 1)).diagnostics;
  assert.match(`${found?.message}`, /gone\.crt/);
});

test('a document that is no file has no folder to look into', async (t) => {
  const client = await start(t, true);
  assert.deepEqual((await client.check('untitled:Untitled-1', text)).diagnostics, []);
});
