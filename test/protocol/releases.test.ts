import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DidChangeConfigurationNotification } from 'vscode-languageserver/node';
import type { Settings } from '../../server/protocol';
import { Client, fileUri } from './client';
import { kubeconfigExec } from './command';
import { execKubeconfig } from './kubeconfigs';
import { approve, readyPlan, run } from './running';
import { temporaryFolder } from './temporary';

const folder = temporaryFolder();
const v1beta1 = 'client.authentication.k8s.io/v1beta1';
const answer = (version: string) => `#!/bin/sh
printf '{"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/${version}","status":{"token":"made-up"}}'
`;
folder.write('v1', answer('v1'), 0o755);
folder.write('v1beta1', answer('v1beta1'), 0o755);
const newText = execKubeconfig({ command: './v1' });
const newFile = folder.write('new.kubeconfig', newText);
const oldText = execKubeconfig({ command: './v1beta1', apiVersion: v1beta1 });
const oldFile = folder.write('old.kubeconfig', oldText);

describe('a client', () => {
  async function started(settings: Settings, t: { after(action: () => void): void }): Promise<Client> {
    const client = await Client.start({ initialize: { initializationOptions: { trusted: true, settings } } });
    t.after(() => client.kill());
    return client;
  }
  const uri = fileUri(newFile);
  const codes = ({ diagnostics }: { diagnostics: readonly { code?: unknown }[] }) =>
    diagnostics.map(({ code }) => code);

  test('chooses a release, changes its mind, and texts are checked again', async (t) => {
    const client = await started({ kubernetesVersion: '1.21' }, t);
    assert.deepEqual(codes(await client.check(uri, newText)), ['api-version-unsupported', 'field-too-new']);
    client.published.splice(0);
    const settings: Settings = { kubernetesVersion: '1.22' };
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings });
    assert.deepEqual(codes(await client.diagnostics(uri, 1)), []);
  });

  test('has other releases in other folders', async (t) => {
    const folders = [{ uri: fileUri(folder.path), kubernetesVersion: '1.21' }];
    const client = await started({ folders }, t);
    assert.deepEqual(codes(await client.check(uri, newText)), ['api-version-unsupported', 'field-too-new']);
    assert.deepEqual(codes(await client.check('untitled:Untitled-1', newText)), []);
  });

  test('runs a plugin as that release does', async (t) => {
    const client = await started({ kubernetesVersion: '1.21' }, t);
    const old = fileUri(oldFile);
    await client.open(old, oldText);
    await readyPlan(client, { uri: old });
    const report = await run(client, await approve(client, { uri: old }));
    assert.deepEqual([report.verdict, report.execInfo?.spec], ['accepted', {}]);
  });
});

describe('--kubernetes-version', () => {
  test('of check', async () => {
    const kubectl = async (...args: string[]) => {
      const { stdout } = await kubeconfigExec(['check', newFile, '--format', 'json', ...args]);
      return JSON.parse(stdout).files[0].contexts[0].kubectl;
    };
    const refusal = 'error: exec plugin: invalid apiVersion "client.authentication.k8s.io/v1"';
    assert.equal(await kubectl('--kubernetes-version', '1.21'), refusal);
    assert.equal(await kubectl('--kubernetes-version=v1.21.14'), refusal);
    assert.equal(await kubectl('--kubernetes-version', '1.22'), null);
    assert.equal(await kubectl(), null);
  });

  test('of check for several files', async () => {
    const args = ['check', '--kubeconfig', newFile, '--kubernetes-version', '1.21', '--format', 'json'];
    const { code, stdout } = await kubeconfigExec(args);
    assert.deepEqual([code, JSON.parse(stdout).files[0].contexts[0].accepted], [1, false]);
  });

  test('of run', async () => {
    const report = async (file: string, release: string) => {
      const args = ['run', file, '--yes', '--format', 'json', '--kubernetes-version', release];
      return JSON.parse((await kubeconfigExec(args)).stdout);
    };
    assert.equal((await report(newFile, '1.21')).reason, 'kubeconfig-refused');
    assert.equal((await report(newFile, '1.22')).verdict, 'accepted');
    assert.deepEqual((await report(oldFile, '1.21')).execInfo.spec, {});
    assert.deepEqual((await report(oldFile, '1.22')).execInfo.spec, { interactive: false });
  });
});
