import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { DocumentKind } from '../../../../server/document/located-document';
import { readDocument } from '../../../../server/document/read-document';
import { semanticTokens } from '../../../../server/features/navigation/semantic-tokens';

function tokens(
  text: string,
  kind: DocumentKind = 'kubeconfig',
  range?: { start: number; end: number },
): string[] {
  return semanticTokens(readDocument(kind, text), range).map(({ start, end, type, modifiers }) => {
    return [text.slice(start, end).replace(/\s+/g, ' ').trim(), type, ...modifiers].join(' ');
  });
}

const file = `current-context: dev
contexts:
- { name: "dev", context: { cluster: lab, user: alice } }
clusters:
- { name: lab, cluster: { server: "https://lab" } }
users:
- { name: alice, user: { exec: { command: tool, env: [{ name: A, value: b }] } } }
`;
const names = [
  'dev namespace',
  'dev namespace definition',
  'lab class',
  'alice variable',
  'lab class definition',
  'alice variable definition',
  'tool function',
  'A parameter',
];

describe('semantic tokens', () => {
  test('names, commands and variables', () => assert.deepEqual(tokens(file), names));
  test('JSON', () => {
    const json = JSON.stringify({ users: [{ name: 'a"b', user: { token: 'x' } }] });
    assert.deepEqual(tokens(json), ['a\\"b variable definition', 'x string secret']);
  });
  test('of a range', () => {
    const start = file.indexOf('clusters:');
    assert.deepEqual(tokens(file, 'kubeconfig', { start, end: file.indexOf('users:') }), [
      'lab class definition',
    ]);
  });
  test('half-typed', () => {
    assert.deepEqual(tokens('users:\n- name: a\n  user: { exec: { command: t'), [
      'a variable definition',
      't function',
    ]);
  });
});

describe('secrets', () => {
  const user = (fields: string) => tokens(`users: [{ user: { ${fields} } }]`);
  const secrets = (fields: string) => user(fields).filter((token) => token.endsWith('secret'));
  test('fields', () => {
    assert.deepEqual(secrets('token: a, password: b, client-key-data: c, client-certificate-data: d'), [
      'a string secret',
      'b string secret',
      'c string secret',
    ]);
    assert.deepEqual(secrets('auth-provider: { name: oidc, config: { id-token: a } }'), ['a string secret']);
  });
  test('several lines', () => {
    assert.deepEqual(tokens('users:\n- user:\n    token: |\n      ab\n      cd\n'), ['ab cd string secret']);
  });
  test('arguments of a known plugin', () => {
    const args = (list: string) => secrets(`exec: { command: kubelogin, args: [get-token, ${list}] }`);
    assert.deepEqual(args('--login, spn, --client-secret, a'), ['a string secret']);
    assert.deepEqual(args('--login, spn, "--client-secret=a=b"'), ['a=b string secret']);
    assert.deepEqual(args('--login, spn, --client-id, a'), []);
  });
  test('arguments and variables of any plugin, by their names', () => {
    const exec = (fields: string) => secrets(`exec: { command: own, ${fields} }`);
    assert.deepEqual(exec('args: [--password, a, --token=b, --token-file=c, --name, d]'), [
      'a string secret',
      'b string secret',
    ]);
    assert.deepEqual(exec('env: [{ name: MY_TOKEN, value: a }, { name: HOME, value: b }]'), [
      'a string secret',
    ]);
  });
  test('an ExecCredential', () => {
    const text = 'kind: ExecCredential\nstatus: { token: a, clientKeyData: b, clientCertificateData: c }';
    assert.deepEqual(tokens(text, 'exec-credential'), ['a string secret', 'b string secret']);
  });
});

describe('deprecated', () => {
  test('fields', () => {
    assert.deepEqual(tokens('preferences: {}\nusers: [{ user: { auth-provider: { name: gcp } } }]'), [
      'preferences property deprecated',
      'auth-provider property deprecated',
    ]);
  });
});
