import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Kubeconfig } from '../../../../server/document/kubeconfig';
import type { DocumentKind } from '../../../../server/document/located-document';
import { readDocument } from '../../../../server/document/read-document';
import { type DocumentSymbol, documentSymbols } from '../../../../server/features/navigation/symbols';
import { workspaceSymbols } from '../../../../server/features/navigation/workspace-symbols';

/** One line a symbol, indented as deep as it is. */
function outline(text: string, kind: DocumentKind = 'kubeconfig'): string[] {
  const lines = (symbols: readonly DocumentSymbol[], depth: number): string[] =>
    symbols.flatMap((symbol) => [
      `${'  '.repeat(depth)}${symbol.kind} ${symbol.name}${symbol.detail ? `: ${symbol.detail}` : ''}`,
      ...lines(symbol.children, depth + 1),
    ]);
  return lines(documentSymbols(readDocument(kind, text)), 0);
}

const file = `apiVersion: v1
current-context: dev
clusters:
- { name: lab, cluster: { server: "https://jane:s3cret@lab:6443/?x=s3cret" } }
contexts:
- { name: dev, context: { cluster: lab, user: eks, namespace: web } }
- { name: two, context: { user: own } }
users:
- { name: eks, user: { exec: { command: aws, args: [eks, get-token, --token, s3cret] } } }
- { name: own, user: { exec: { command: /opt/own --token=s3cret } } }
- { name: plain, user: { token: s3cret } }
- { user: {} }
`;

describe('the outline of a kubeconfig', () => {
  test('contexts, clusters and users, in the order of the text', () => {
    assert.deepEqual(outline(file), [
      'value current-context: dev',
      'list clusters',
      '  cluster lab: https://lab:6443/',
      'list contexts',
      '  context dev: current · lab · eks · web',
      '  context two: own',
      'list users',
      '  user eks: aws eks get-token',
      '  user own: /opt/own …',
      '  user plain',
      '  user (user without a name)',
    ]);
  });
  test('JSON', () => {
    const json = JSON.stringify({ contexts: [{ name: 'a', context: { cluster: 'c' } }], users: [] });
    assert.deepEqual(outline(json), ['list contexts', '  context a: c', 'list users']);
  });
  test('half-typed', () => {
    assert.deepEqual(outline('users:\n- name: a\n  us'), ['list users', '  user a']);
    assert.deepEqual(outline('users:\n- name: a\n- name: b\n  user: ['), [
      'list users',
      '  user a',
      '  user b',
    ]);
    assert.deepEqual(outline('users: ['), ['list users']);
    assert.deepEqual(outline('users'), []);
  });
  test('the list that counts of two', () => {
    assert.deepEqual(outline('users: [{name: a}]\nusers: [{name: b}]'), ['list users', '  user b']);
  });
  test('names on one line, and not too long', () => {
    const [, name] = outline(`users: [{name: "a\\nb\\u202e${'c'.repeat(200)}"}]`);
    assert.match(name ?? '', /^ {2}user a b c{50,76}…$/);
  });
  test('a name is selected, and inside of its entry', () => {
    const [, , contexts] = documentSymbols(new Kubeconfig(file));
    const [dev] = contexts?.children ?? [];
    assert.equal(dev && file.slice(dev.selection.start, dev.selection.end), 'dev');
  });
});

describe('the outline of other documents', () => {
  test('an ExecCredential tells no secret', () => {
    const text = `kind: ExecCredential
apiVersion: client.authentication.k8s.io/v1
spec: { cluster: { server: "https://jane:s3cret@lab", certificate-authority-data: abcd }, interactive: false }
status:
  token: s3cret
  tokn: s3cret
  clientKeyData: |
    s3cret
  expirationTimestamp: "2030-01-01T00:00:00Z"
`;
    assert.deepEqual(outline(text, 'exec-credential'), [
      'object spec',
      '  object cluster',
      '    value server: https://lab',
      '    value certificate-authority-data',
      '  value interactive: false',
      'object status',
      '  value token',
      '  value clientKeyData',
      '  value expirationTimestamp: 2030-01-01T00:00:00Z',
    ]);
  });
  test('a kuberc', () => {
    const text = `apiVersion: kubectl.config.k8s.io/v1beta1
kind: Preference
credentialPluginPolicy: Allowlist
credentialPluginAllowlist:
- command: aws
aliases:
- name: getn
  command: get
defaults:
- command: delete
  options: [{ name: interactive, default: "true" }]
`;
    assert.deepEqual(outline(text, 'kuberc'), [
      'value credentialPluginPolicy: Allowlist',
      'list credentialPluginAllowlist',
      '  object aws',
      'list aliases',
      '  object getn: get',
      'list defaults',
      '  object delete',
    ]);
  });
});

describe('a search', () => {
  const found = (query: string) =>
    workspaceSymbols(new Kubeconfig(file), query).map(({ name, kind }) => `${kind} ${name}`);
  test('finds everything for nothing', () => {
    const all = ['cluster lab', 'context dev', 'context two', 'user eks', 'user own', 'user plain'];
    assert.deepEqual(found(''), all);
  });
  test('finds letters in their order, in any case', () => {
    assert.deepEqual(found('LA'), ['cluster lab', 'user plain']);
    assert.deepEqual(found('pln'), ['user plain']);
    assert.deepEqual(found('xyz'), []);
  });
});
