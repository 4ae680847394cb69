import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Kubeconfig } from '../../../server/document/kubeconfig';
import { execInfoText } from '../../../server/plugin/exec-info';
import { judge } from '../../../server/plugin/judge';
import { planOf } from '../../../server/plugin/plan';
import { targetOf } from '../../../server/plugin/target-of';
import { clusterInfo, fakeEnvironment, targetWith } from './fakes';

const group = 'client.authentication.k8s.io';

/** A whole kubeconfig, so that what a release does not read is left out where it is read. */
function target(kubernetesVersion: string, exec: string) {
  const document = new Kubeconfig(`contexts: [{ name: x, context: { cluster: c, user: u } }]
clusters:
- name: c
  cluster:
    server: https://127.0.0.1:9
    tls-server-name: x
    proxy-url: http://127.0.0.1:9
    disable-compression: true
    extensions: [{ name: client.authentication.k8s.io/exec, extension: { a: 1 } }]
users: [{ name: u, user: { exec: { command: info, ${exec} } } }]
`);
  const [user] = document.users;
  assert.ok(user);
  const configuration = { document, path: '/home/jane/.kube/config', displayPath: 'config' };
  return targetOf(configuration, user, document.context('x'), kubernetesVersion);
}

describe('KUBERNETES_EXEC_INFO as each release was seen to write it', () => {
  const server = '"server":"https://127.0.0.1:9"';
  const proxied = `${server},"tls-server-name":"x","proxy-url":"http://127.0.0.1:9"`;
  const config = '"config":{"a":1}';
  const table: [release: string, version: string, spec: string, more?: string, interactive?: boolean][] = [
    ['1.20', 'v1alpha1', ''],
    ['1.23', 'v1alpha1', ''],
    ['1.23', 'v1alpha1', '"interactive":true', '', true],
    ['1.23', 'v1alpha1', '', ', provideClusterInfo: true'],
    ['1.20', 'v1beta1', ''],
    ['1.21', 'v1beta1', '', '', true],
    ['1.22', 'v1beta1', '"interactive":false'],
    ['1.36', 'v1beta1', '"interactive":false'],
    ['1.19', 'v1beta1', '', ', provideClusterInfo: true'],
    ['1.20', 'v1beta1', `"cluster":{${proxied},${config}}`, ', provideClusterInfo: true'],
    ['1.25', 'v1beta1', `"cluster":{${proxied},${config}},"interactive":false`, ', provideClusterInfo: true'],
    [
      '1.26',
      'v1beta1',
      `"cluster":{${proxied},"disable-compression":true,${config}},"interactive":false`,
      ', provideClusterInfo: true',
    ],
  ];
  for (const [release, version, spec, more = '', interactive = false] of table) {
    it(`${release}: ${version}${more}${interactive ? ', a terminal' : ''}`, () => {
      const exec = `apiVersion: ${group}/${version}${more}`;
      assert.equal(
        execInfoText(target(release, exec), fakeEnvironment(), interactive),
        `{"kind":"ExecCredential","apiVersion":"${group}/${version}","spec":{${spec}}}\n`,
      );
    });
  }
});

describe('fields of the exec block that a release does not read', () => {
  const exec = `apiVersion: ${group}/v1beta1, installHint: get it, interactiveMode: Always`;
  it('interactiveMode, before 1.22', () => {
    assert.equal(target('1.21', exec).exec.interactiveMode, 'IfAvailable');
    assert.equal(target('1.22', exec).exec.interactiveMode, 'Always');
  });
  it('installHint, before 1.19', () => {
    assert.equal(target('1.18', exec).exec.installHint, '');
    assert.equal(target('1.19', exec).exec.installHint, 'get it');
  });
});

describe('the path of the executable', () => {
  const environment = fakeEnvironment({ files: { '/tools/plugin': { content: '#!/bin/sh\n' } } });
  const files = {
    ...environment.files,
    stat: (path: string) => (path.includes('/x/') ? undefined : environment.files.stat(path)),
  };
  const resolved = async (command: string, kubernetesVersion: string | undefined) => {
    const target = { ...targetWith({ command }), kubernetesVersion };
    return (await planOf(target, { ...environment, files })).plan.resolvedPath;
  };

  it('is cleaned since 1.35, so that a folder on the way may be missing', async () => {
    assert.equal(await resolved('/tools/x/../plugin', '1.34'), null);
    assert.equal(await resolved('/tools/x/../plugin', '1.35'), '/tools/plugin');
    assert.equal(await resolved('/tools/x/../plugin', undefined), '/tools/plugin');
  });
  it('still counts from the folder of the kubeconfig', async () => {
    for (const release of ['1.34', '1.35']) assert.equal(await resolved('./plugin', release), null);
    for (const release of ['1.34', '1.35'])
      assert.equal(await resolved('../../../tools/plugin', release), '/tools/plugin');
  });
});

describe('what a plugin may answer', () => {
  const refusal = (kubernetesVersion: string, stdout: string, version = 'v1') =>
    judge(Buffer.from(stdout), `${group}/${version}`, kubernetesVersion).refusal?.kubectl?.replace(
      'Unable to connect to the server: getting credentials: ',
      '',
    );
  const answer = (version: string, status = '"token":"made-up"') =>
    `{"kind":"ExecCredential","apiVersion":"${group}/${version}","status":{${status}}}`;
  const unknown = (version: string, scheme: string) =>
    `decoding stdout: no kind "ExecCredential" is registered for version "${group}/${version}" in scheme "${scheme}"`;

  it('v1alpha1 until 1.23, v1 since 1.22, v1beta1 since 1.11', () => {
    assert.equal(refusal('1.23', answer('v1alpha1'), 'v1alpha1'), undefined);
    assert.equal(
      refusal('1.24', answer('v1alpha1'), 'v1beta1'),
      unknown('v1alpha1', 'pkg/runtime/scheme.go:100'),
    );
    assert.equal(refusal('1.22', answer('v1')), undefined);
    assert.equal(refusal('1.21', answer('v1'), 'v1beta1'), unknown('v1', 'pkg/runtime/scheme.go:100'));
    assert.equal(refusal('1.11', answer('v1beta1'), 'v1beta1'), undefined);
    assert.equal(
      refusal('1.10', answer('v1beta1'), 'v1alpha1'),
      unknown('v1beta1', 'pkg/runtime/scheme.go:100'),
    );
  });
  it('an unknown kind in the words of its release', () => {
    assert.equal(refusal('1.29', answer('v2')), unknown('v2', 'pkg/runtime/scheme.go:100'));
    assert.equal(refusal('1.30', answer('v2')), unknown('v2', 'pkg/client/auth/exec/exec.go:62'));
  });
  it('a type of v1alpha1 in its words', () => {
    const stdout = answer('v1alpha1').replace(/\{"token.*/, '1}');
    const type = 'v1alpha1.ExecCredentialStatus';
    assert.equal(
      refusal('1.23', stdout, 'v1alpha1'),
      `decoding stdout: json: cannot unmarshal number into Go struct field ExecCredential.status of type ${type}`,
    );
  });
  it('any offset of a time zone until 1.29', () => {
    const stdout = answer('v1', '"token":"a","expirationTimestamp":"2030-01-01T00:00:00+25:00"');
    assert.equal(refusal('1.29', stdout), undefined);
    assert.match(refusal('1.30', stdout) ?? '', /: time zone offset hour out of range$/);
  });
  it('a key that is null in the words of its release', () => {
    assert.match(refusal('1.30', '~: a\n') ?? '', /^decoding stdout: Unsupported map key of type/);
    assert.match(refusal('1.31', '~: a\n') ?? '', /^decoding stdout: unsupported map key of type/);
  });
});

it('a cluster without anything else is told of in every release', () => {
  const bare = targetWith(
    { provideClusterInfo: true },
    { clusterInfo: clusterInfo(), kubernetesVersion: '1.20' },
  );
  assert.match(String(execInfoText(bare, fakeEnvironment(), false)), /"config":null\}\}\}\n$/);
});
