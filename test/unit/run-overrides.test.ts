import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Kubeconfig } from '../../server/document/kubeconfig';
import { type Configuration, Merged } from '../../server/document/merged';
import type { RunOverrides } from '../../server/protocol';
import { choose } from '../../server/run';
import { fakeEnvironment } from './plugin/fakes';

const text = `apiVersion: v1
kind: Config
current-context: here
clusters:
  - { name: one, cluster: { server: "https://one" } }
  - { name: two, cluster: { server: "https://two", tls-server-name: x } }
  - { name: bad, cluster: { server: "https://bad", certificate-authority: /gone } }
contexts: [{ name: here, context: { cluster: one, user: jane } }]
users:
  - name: jane
    user: { exec: { apiVersion: client.authentication.k8s.io/v1, command: demo, interactiveMode: Never } }
`;
const files = { '/srv': { kind: 'directory' as const }, '/file': {} };
const configuration: Configuration = {
  document: new Kubeconfig(text),
  path: '/here/config',
  displayPath: 'config',
};
const chosen = (overrides: RunOverrides, platform = 'linux', of = configuration) =>
  choose(of, { overrides }, fakeEnvironment({ files, platform }));

function refused(overrides: RunOverrides, platform?: string): string {
  const choice = chosen(overrides, platform);
  assert.ok(choice.kind === 'refused' && choice.cause === 'selection', JSON.stringify(overrides));
  return choice.message;
}

function target(overrides: RunOverrides, of?: Configuration) {
  const choice = chosen(overrides, 'linux', of);
  assert.ok(choice.kind === 'ready', JSON.stringify(choice));
  return choice.target;
}

describe('another cluster', () => {
  test('is told in place of that of the context', () => {
    const { cluster, clusterInfo, context } = target({ cluster: 'two' });
    assert.deepEqual([cluster, clusterInfo?.server, context], ['two', 'https://two', 'here']);
  });

  test('may be in another file', () => {
    const other = 'clusters: [{ name: far, cluster: { server: "https://far" } }]';
    const merged = new Merged([
      configuration,
      { document: new Kubeconfig(other), path: '/there/config', displayPath: 'other' },
    ]);
    const [first = assert.fail()] = merged.files;
    const found = target({ cluster: 'far' }, { ...first, merged });
    assert.equal(found.clusterInfo?.server, 'https://far');
  });

  test('has to exist', () => {
    const message = 'There is no cluster "three". Known: "one", "two", "bad".';
    assert.equal(refused({ cluster: 'three' }), message);
  });

  test('is that of which kubectl asks whether it is valid', () => {
    const choice = chosen({ cluster: 'bad' });
    assert.ok(choice.kind === 'refused' && choice.cause === 'kubeconfig');
    assert.match(choice.kubectl ?? '', /unable to read certificate-authority \/gone for bad/);
  });
});

describe('another release', () => {
  test('decides what is told, and what kubectl refuses', () => {
    const { kubernetesVersion, clusterInfo } = target({ kubernetesVersion: '1.24', cluster: 'two' });
    assert.deepEqual([kubernetesVersion, clusterInfo?.tlsServerName], ['1.24', 'x']);
    const choice = chosen({ kubernetesVersion: '1.21' });
    assert.ok(choice.kind === 'refused' && choice.cause === 'kubeconfig');
  });

  test('is one, and knows the version that is asked for', () => {
    assert.match(refused({ kubernetesVersion: 'next' }), /^"next" is no release of kubectl/);
    const apiVersion = 'client.authentication.k8s.io/v1';
    assert.match(refused({ kubernetesVersion: 'v1.21.3', apiVersion }), /does not know the API version/);
  });
});

describe('variables', () => {
  test('have names that a system takes', () => {
    for (const name of ['', 'A=B', 'A\0'])
      assert.match(refused({ env: { [name]: 'sesame' } }), /empty, or has/);
    assert.match(refused({ env: { A: 'sesame\0' } }), /value for A has a NUL/);
    assert.deepEqual(
      target({ env: { A: '', 'B C': 'x' } }).exec.env.map(({ name }) => name),
      ['A', 'B C'],
    );
  });

  test('are not the input', () => {
    assert.match(refused({ env: { KUBERNETES_EXEC_INFO: '{}' } }), /Edit the ExecCredential instead/);
    assert.match(refused({ env: { Kubernetes_Exec_Info: null } }, 'win32'), /Edit the ExecCredential/);
    assert.ok(target({ env: { Kubernetes_Exec_Info: null } }));
  });
});

describe('a folder', () => {
  test('is there', () => {
    assert.equal(target({ cwd: '/srv' }).overrides?.cwd, '/srv');
    assert.match(refused({ cwd: '/gone' }), /chdir \/gone: no such file or directory\. Name another/);
    assert.match(refused({ cwd: '/file' }), /chdir \/file: not a directory/);
    for (const cwd of ['', 'srv', '/srv\0']) assert.match(refused({ cwd }), /absolute path/);
  });

  test('on a share is looked at by the run', () => {
    const choice = chosen({ cwd: '\\\\evil\\share' }, 'win32');
    assert.ok(choice.kind === 'ready');
  });
});

test('an edited ExecCredential is JSON', () => {
  assert.match(refused({ execInfo: '{ "a": sesame }' }), /at line 1, column 8\.$/);
});
