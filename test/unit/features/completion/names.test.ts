import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Kubeconfig } from '../../../../server/document/kubeconfig';
import { Merged } from '../../../../server/document/merged';
import { checkRow, completionAt, type Options, type Row } from './accept';

const arn = 'arn:aws:eks:eu-west-1:000000000000:cluster/demo';
const others = `clusters:
- name: lab
  cluster: { server: "https://bob:s3cret@lab:6443" }
- name: ${arn}
  cluster: { server: "https://eks" }
users:
- name: alice
  user: { exec: { command: aws, args: [--token=s3cret] } }
- name: "007"
  user: { token: s3cret }
- name: "a: b"
  user: {}
`;
const context = (inside: string) => `${others}contexts:\n- name: x\n  context:\n    ${inside}\n`;

const rows: Readonly<Record<string, Row>> = {
  'the cluster of a context': {
    at: context('cluster: |'),
    only: ['lab', arn],
    accept: 'lab',
    becomes: context('cluster: lab'),
  },
  'a name with colons': { at: context('cluster: |'), accept: arn, becomes: context(`cluster: ${arn}`) },
  'the user of a context': {
    at: context('user: al|'),
    only: ['alice', '007', 'a: b'],
    accept: 'alice',
    becomes: context('user: alice'),
  },
  'a name that YAML would take for a number': {
    at: context('user: |'),
    accept: '007',
    becomes: context("user: '007'"),
  },
  'a name that YAML would take for a mapping': {
    at: context('user: |'),
    accept: 'a: b',
    becomes: context("user: 'a: b'"),
  },
  'in the quotes that are there': {
    at: context('user: "0|"'),
    accept: '007',
    becomes: context('user: "007"'),
  },
  'in braces': {
    at: `${others}contexts: [{name: x, context: {user: |}}]\n`,
    accept: 'alice',
    becomes: `${others}contexts: [{name: x, context: {user: alice}}]\n`,
  },
  'current-context': {
    at: 'current-context: |\ncontexts:\n- name: dev\n- name: yes\n- name: [1]\n- {}\n',
    only: ['dev'],
    accept: 'dev',
    becomes: 'current-context: dev\ncontexts:\n- name: dev\n- name: yes\n- name: [1]\n- {}\n',
  },
  'current-context in a document that is half typed': {
    at: 'contexts:\n- name: dev\n  context: {cluster: a}\nusers: [\ncurrent-context: |',
    only: ['dev'],
    accept: 'dev',
    becomes: 'contexts:\n- name: dev\n  context: {cluster: a}\nusers: [\ncurrent-context: dev',
  },
  'a name in JSON': {
    at: '{"current-context": "|, "contexts": [{"name": "dev \\"1\\""}]}',
    only: ['dev "1"'],
    accept: 'dev "1"',
    becomes: '{"current-context": "dev \\"1\\"", "contexts": [{"name": "dev \\"1\\""}]}',
  },
  'the name of a new user: those that lead nowhere': {
    at: 'contexts:\n- name: x\n  context: {user: bob, cluster: c}\n- name: y\n  context: {user: eve}\nusers:\n- name: eve\n- name: |\n',
    only: ['bob'],
    accept: 'bob',
    becomes:
      'contexts:\n- name: x\n  context: {user: bob, cluster: c}\n- name: y\n  context: {user: eve}\nusers:\n- name: eve\n- name: bob\n',
  },
  'the name of a new context': {
    at: 'current-context: dev\ncontexts:\n- name: |\n',
    only: ['dev'],
    accept: 'dev',
    becomes: 'current-context: dev\ncontexts:\n- name: dev\n',
  },
  'a context with what exists': {
    at: `${others.replaceAll('"007"', 'eve').replaceAll('"a: b"', 'mallory')}contexts:\n- name: x\n  |`,
    accept: 'context',
    becomes: `${others.replaceAll('"007"', 'eve').replaceAll('"a: b"', 'mallory')}contexts:\n- name: x\n  context:\n    cluster: lab\n    user: alice`,
  },
  'the namespace is anybody’s': { at: context('namespace: |'), only: [] },
};

describe('completion of names', () => {
  for (const [name, row] of Object.entries(rows)) test(name, () => checkRow(row));

  test('what a name leads to', () => {
    const at = (inside: string) => completionAt(context(inside));
    const cluster = at('cluster: |').find('lab');
    assert.equal(cluster.detail, 'https://lab:6443');
    assert.match(cluster.documentation ?? '', /^\*\*cluster\*\* `lab`/);
    assert.equal(at('user: |').find('alice').detail, 'aws');
    const text = `current-context: |\n${context('cluster: lab\n    user: alice')}`;
    assert.equal(completionAt(text).find('x').detail, 'cluster lab · user alice');
  });

  test('no secret is shown', () => {
    for (const inside of ['cluster: |', 'user: |']) {
      assert.ok(!JSON.stringify(completionAt(context(inside)).items).includes('s3cret'), inside);
    }
  });
});

describe('names of other files', () => {
  const other = new Kubeconfig('clusters:\n- name: far\n  cluster: { server: "https://far" }\n');
  const merged: Options = {
    document: (text) => {
      const own = { document: new Kubeconfig(text), path: '/here/a', displayPath: 'a' };
      const { files } = new Merged([own, { document: other, path: '/here/b', displayPath: 'b' }]);
      return files[0]?.document ?? own.document;
    },
  };

  test('are proposed with their origin', () => {
    const found = completionAt(context('cluster: |'), merged);
    assert.deepEqual(
      found.labels,
      ['far', 'lab', arn].toSorted((a, b) => found.labels.indexOf(a) - found.labels.indexOf(b)),
    );
    assert.equal(found.find('far').detail, 'https://far · b');
    assert.match(found.find('far').documentation ?? '', /Found in `b`/);
    assert.equal(found.accept('far'), context('cluster: far'));
  });

  test('count for what leads nowhere', () => {
    const text = 'contexts:\n- name: x\n  context: { cluster: far }\nclusters:\n- name: |\n';
    assert.deepEqual(completionAt(text, merged).labels, []);
    assert.deepEqual(completionAt(text).labels, ['far']);
  });
});
