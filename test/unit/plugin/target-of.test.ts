import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Kubeconfig } from '../../../server/document/kubeconfig';
import { targetOf } from '../../../server/plugin';

const key = Buffer.from('-----BEGIN PRIVATE KEY-----\nbm90IGEga2V5\n-----END PRIVATE KEY-----\n').toString(
  'base64',
);
const text = `
apiVersion: v1
kind: Config
clusters:
- name: c
  cluster:
    server: https://admin:server-pass@127.0.0.1:6443
    certificate-authority: pki/ca.crt
    proxy-url: http://u:proxy%20pass@proxy:3128
    extensions:
    - name: other
      extension: 1
    - name: client.authentication.k8s.io/exec
      extension: {b: 1e3, a: 12345678901234567890, c: <x>}
contexts:
- name: x
  context: {cluster: c, user: u}
- name: dangling
  context: {cluster: gone, user: u}
users:
- name: u
  user:
    exec:
      apiVersion: client.authentication.k8s.io/v1
      command: demo-cred
      args: [get, --token, arg-secret]
      env:
      - {name: API_TOKEN, value: env-secret}
      - {name: EMPTY}
- name: other
  user: {token: user-token, tokenFile: token, password: user-password, client-key: pki/key.pem, client-key-data: ${key}}
- name: legacy
  user:
    auth-provider: {name: oidc, config: {refresh-token: provider-secret}}
`;

const path = '/home/jane/.kube/config';
const document = new Kubeconfig(text);
const [user] = document.users;
assert.ok(user);
const target = targetOf({ document, path: path, displayPath: path }, user, document.context('x'));

describe('what a run depends on', () => {
  it('the exec block, with kubectl’s defaults', () => {
    assert.deepEqual(target.exec, {
      command: 'demo-cred',
      args: ['get', '--token', 'arg-secret'],
      env: [
        { name: 'API_TOKEN', value: 'env-secret' },
        { name: 'EMPTY', value: '' },
      ],
      apiVersion: 'client.authentication.k8s.io/v1',
      installHint: '',
      provideClusterInfo: false,
      interactiveMode: 'IfAvailable',
    });
  });

  it('the cluster, with paths beside the file and the extension as Go prints it', () => {
    const { certificateAuthority, configJson } = target.clusterInfo ?? {};
    assert.equal(certificateAuthority, '/home/jane/.kube/pki/ca.crt');
    assert.equal(configJson, '{"a":12345678901234567890,"b":1000,"c":"\\u003cx\\u003e"}');
  });

  it('paths of Windows', () => {
    const { clusterInfo } = targetOf(
      { document, path: 'C:\\kube\\config', displayPath: 'config' },
      user,
      document.context('x'),
    );
    assert.equal(clusterInfo?.certificateAuthority, 'C:\\kube\\pki\\ca.crt');
  });

  it('no cluster where the context has none', () => {
    const { cluster, clusterInfo, context } = targetOf(
      { document, path: path, displayPath: path },
      user,
      document.context('dangling'),
    );
    assert.deepEqual([cluster, clusterInfo, context], [null, null, 'dangling']);
    assert.equal(targetOf({ document, path: path, displayPath: path }, user, undefined).context, null);
  });

  it('every secret of the file, of other users, too', () => {
    const secrets = [
      'server-pass',
      'proxy%20pass',
      'proxy pass',
      'user-token',
      'user-password',
      key,
      'provider-secret',
      'arg-secret',
      'env-secret',
    ];
    const decoded = Buffer.from(key, 'base64').toString();
    assert.deepEqual(new Set(target.secrets), new Set([...secrets, decoded]));
  });
});

describe('files with secrets', () => {
  it('are looked for beside the kubeconfig, and their names are none', () => {
    assert.deepEqual(target.secretFiles, ['/home/jane/.kube/token', '/home/jane/.kube/pki/key.pem']);
    assert.ok(!target.secrets.some((secret) => secret.includes('key.pem')));
  });
});
