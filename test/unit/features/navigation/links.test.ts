import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { DocumentKind } from '../../../../server/document/located-document';
import { readDocument } from '../../../../server/document/read-document';
import { links } from '../../../../server/features/navigation/links';
import { machineWith } from './machine';

interface Options {
  readonly files?: readonly string[];
  readonly trusted?: boolean;
  readonly platform?: string;
  readonly path?: string;
  readonly kind?: DocumentKind;
}

/** What is linked, and where it leads to. */
function linked(text: string, options: Options = {}): string[] {
  const {
    files = [],
    trusted = true,
    platform = 'linux',
    path = '/here/config',
    kind = 'kubeconfig',
  } = options;
  const environment = trusted ? machineWith({ files, platform }) : undefined;
  return links(readDocument(kind, text), { environment, path }).map(({ target, ...span }) => {
    return `${text.slice(span.start, span.end)} → ${'url' in target ? target.url : target.file}`;
  });
}

const user = (fields: string) => `users: [{ name: a, user: { ${fields} } }]`;
const cluster = (fields: string) => `clusters: [{ name: a, cluster: { ${fields} } }]`;

describe('files', () => {
  test('count from the folder of the kubeconfig', () => {
    const text = user('client-certificate: pki/a.crt, client-key: "/keys/a.key", tokenFile: ../token');
    assert.deepEqual(linked(text, { files: ['/here/pki/a.crt', '/keys/a.key', '/token'] }), [
      'pki/a.crt → /here/pki/a.crt',
      '/keys/a.key → /keys/a.key',
      '../token → /token',
    ]);
    const ca = cluster('certificate-authority: ca.crt');
    assert.deepEqual(linked(ca, { files: ['/here/ca.crt'] }), ['ca.crt → /here/ca.crt']);
  });
  test('have to be there', () => assert.deepEqual(linked(user('tokenFile: token')), []));
  test('`~` is a folder of that name', () => {
    assert.deepEqual(linked(user('tokenFile: ~/token'), { files: ['/home/jane/token'] }), []);
    assert.deepEqual(linked(user('tokenFile: ~/token'), { files: ['/here/~/token'] }), [
      '~/token → /here/~/token',
    ]);
  });
  test('without trust none is looked at', () => {
    assert.deepEqual(linked(user('tokenFile: token'), { files: ['/here/token'], trusted: false }), []);
  });
  test('a command with a separator', () => {
    const files = ['/here/bin/tool', '/here/tool'];
    assert.deepEqual(linked(user('exec: { command: ./bin/tool }'), { files }), [
      './bin/tool → /here/bin/tool',
    ]);
    assert.deepEqual(linked(user('exec: { command: tool }'), { files }), []);
  });
  test('on Windows', () => {
    const options = { platform: 'win32', path: 'C:\\kube\\config' };
    const text = user("tokenFile: 'a\\token', exec: { command: '.\\tool.exe' }");
    assert.deepEqual(linked(text, { ...options, files: ['C:\\kube\\a\\token', 'C:\\kube\\tool.exe'] }), [
      'a\\token → C:\\kube\\a\\token',
      '.\\tool.exe → C:\\kube\\tool.exe',
    ]);
  });
});

describe('addresses', () => {
  test('server and proxy', () => {
    assert.deepEqual(linked(cluster('server: "https://lab:6443/a", proxy-url: http://proxy:3128')), [
      'https://lab:6443/a → https://lab:6443/a',
      'http://proxy:3128 → http://proxy:3128/',
    ]);
  });
  for (const secret of [
    'https://jane:s3cret@lab',
    'https://s3cret@lab',
    'https://lab/a@b',
    'https://jane:s3c/ret@lab',
    'socks5://lab',
    'lab:6443',
    'https://',
    'javascript:alert(1)',
  ]) {
    test(`not ${secret}`, () => assert.deepEqual(linked(cluster(`proxy-url: "${secret}"`)), []));
  }
  test('a query and a fragment are left out', () => {
    assert.deepEqual(linked(cluster('server: "https://lab/a?token=s3cret#s3cret"')), [
      'https://lab/a?token=s3cret#s3cret → https://lab/a',
    ]);
  });
  test('in an installHint, each of them', () => {
    const text = `users:
- user:
    exec:
      installHint: |
        Install it (https://a.example/x), see https://b.example/y?z=1.
        Not https://jane:s3cret@c.example nor https://d.example/?token=s3cret
`;
    assert.deepEqual(linked(text), [
      'https://a.example/x → https://a.example/x',
      'https://b.example/y?z=1 → https://b.example/y?z=1',
    ]);
  });
  test('the documentation of a known plugin', () => {
    const text = user('exec: { command: aws, args: [eks, get-token] }');
    assert.deepEqual(linked(text), [
      'aws → https://docs.aws.amazon.com/cli/latest/reference/eks/get-token.html',
    ]);
  });
  test('what several aliases lead to, once', () => {
    const text = 'users: [{name: a, user: &u {tokenFile: t}}, {name: b, user: *u}]';
    assert.deepEqual(linked(text, { files: ['/here/t'] }), ['t → /here/t']);
  });
});

describe('other documents', () => {
  test('an ExecCredential', () => {
    const text = '{"kind": "ExecCredential", "spec": {"cluster": {"server": "https://lab"}}}';
    assert.deepEqual(linked(text, { kind: 'exec-credential' }), ['https://lab → https://lab/']);
  });
  test('a kuberc', () => {
    const text = 'kind: Preference\ncredentialPluginAllowlist: [{command: /opt/tool}, {name: tool}]\n';
    assert.deepEqual(linked(text, { kind: 'kuberc', files: ['/opt/tool'] }), ['/opt/tool → /opt/tool']);
  });
});
