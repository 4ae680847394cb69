import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { definition } from '../../../../server/features/navigation/definition';
import { alone, type Given, shown, together } from './scopes';

/** What is under the cursor, and line and text of the name that it leads to. */
function at({ scope, offset, text }: Given): string | undefined {
  const found = definition(scope, offset);
  if (!found) return undefined;
  const file = scope.files.findIndex(({ fields }) => fields === found.document.fields);
  const name = shown(found.document.text, found.name);
  const origin = text.slice(found.origin.start, found.origin.end);
  assert.ok(found.name.start >= found.entry.start && found.name.end <= found.entry.end);
  assert.ok(offset >= found.origin.start && offset <= found.origin.end);
  return `${origin} → ${scope.files.length > 1 ? `file ${file} ` : ''}${name}`;
}

type Table = Readonly<Record<string, readonly [marked: string, expected: string | undefined]>>;

function table(positions: Table): void {
  for (const [title, [marked, expected]] of Object.entries(positions)) {
    test(title, () => assert.equal(at(alone(marked)), expected));
  }
}

const block = (context: string) => `current-context: dev
contexts:
- context:
    cluster: lab
    user: alice
${context}
clusters:
- cluster: { server: "https://lab" }
  name: lab
users:
- name: alice
  user: { token: x }
`;
const mark = (text: string, words: string, at: number) => {
  const start = text.indexOf(words);
  assert.ok(start >= 0, words);
  return `${text.slice(0, start + at)}|${text.slice(start + at)}`;
};
const plain = block('  name: dev');

describe('YAML block', () => {
  table({
    'current-context': [mark(plain, 'dev', 1), 'dev → 6: dev'],
    'the start of a name': [mark(plain, 'dev', 0), 'dev → 6: dev'],
    'the end of a name': [mark(plain, 'dev', 3), 'dev → 6: dev'],
    'the key current-context': [mark(plain, 'current', 3), 'current-context → 6: dev'],
    'the cluster of a context': [mark(plain, 'lab', 1), 'lab → 9: lab'],
    'the key of it': [mark(plain, '    cluster', 6), 'cluster → 9: lab'],
    'the user of a context': [mark(plain, 'alice', 2), 'alice → 11: alice'],
    'a context from its own name': [mark(plain, 'name: dev', 7), 'dev → 6: dev'],
    'the key name': [mark(plain, 'name: dev', 2), 'name → 6: dev'],
    'the key context': [mark(plain, '- context', 4), 'context → 6: dev'],
    'the key cluster of a cluster': [mark(plain, '- cluster', 4), 'cluster → 9: lab'],
    'a user from its own name': [mark(plain, '- name: alice', 9), 'alice → 11: alice'],
    'the key user of a user': [mark(plain, 'user: {', 1), 'user → 11: alice'],
    'a key at the top': [mark(plain, 'contexts', 2), undefined],
    'a value that is no name': [mark(plain, 'https', 2), undefined],
    'between key and value': [mark(block('  name:   dev'), 'name:   dev', 6), undefined],
    'a comment': [mark(block('  name: dev # dev'), '# dev', 3), undefined],
    'blank space': [mark(plain, '    cluster', 1), undefined],
  });
});

describe('YAML flow and JSON', () => {
  const flow =
    'contexts: [{name: a, context: {cluster: C, user: "u"}}]\nclusters: [{name: C}]\nusers: [{name: \'u\'}]';
  const json = JSON.stringify({
    'current-context': 'dev',
    contexts: [{ name: 'dev', context: { cluster: 'lab', user: 'ali"ce' } }],
    users: [{ name: 'ali"ce', user: {} }],
  });
  table({
    'a cluster in braces': [mark(flow, 'C', 0), 'C → 2: C'],
    'a quoted user': [mark(flow, '"u"', 1), '"u" → 3: \'u\''],
    'the quote itself': [mark(flow, '"u"', 0), '"u" → 3: \'u\''],
    'JSON: current-context': [mark(json, '"dev"', 2), '"dev" → 1: "dev"'],
    'JSON: an escaped name': [mark(json, '"ali', 2), '"ali\\"ce" → 1: "ali\\"ce"'],
    'JSON: a name that is nowhere': [mark(json, '"lab', 2), undefined],
    'JSON: a key': [mark(json, '"user"', 3), '"user" → 1: "ali\\"ce"'],
  });
});

describe('half-typed text', () => {
  table({
    'an open brace': ['contexts: [{context: {user: al|', undefined],
    'with its target above': [
      'users: [{name: al}]\ncontexts:\n- context:\n    user: a|l\n  na',
      'al → 1: al',
    ],
    'above a broken line': ['contexts:\n- context:\n    user: a|\nusers:\n- name: a\n  user: [', 'a → 5: a'],
    'an open quote': ['users: [{name: "a|b', '"ab → 1: "ab'],
    'no value yet': ['contexts:\n- context:\n    user: |\nusers:\n- name: a', undefined],
    'an entry that is only a word': ['users:\n- al|ice', undefined],
    'nothing at all': ['|', undefined],
  });
});

describe('what kubectl makes of it', () => {
  table({
    'a number is no name': ['contexts: [{context: {user: 1|2}}]\nusers: [{name: 12}]', undefined],
    'the last of two keys counts': [
      'contexts: [{context: {user: a, user: b|}}]\nusers: [{name: a}, {name: b}]',
      'b → 2: b',
    ],
    'and not the first': [
      'contexts: [{context: {user: a|, user: b}}]\nusers: [{name: a}, {name: b}]',
      undefined,
    ],
    'of two lists the last counts': ['users: [{name: a|}]\nusers: [{name: b}]', undefined],
    'the first of two entries of a name': [
      'current-context: b|\ncontexts:\n- name: b\n- name: b\n',
      'b → 3: b',
    ],
    'from the second entry: itself': ['contexts:\n- name: b\n- name: b|\n', 'b → 3: b'],
    'an alias': ['users: [{name: &n alice}]\ncontexts:\n- context:\n    user: *n|', '*n → 1: alice'],
    'a name behind an anchor': ['current-context: &c d|ev\ncontexts: [{name: *c}]', 'dev → 2: name'],
    'what a merge key brings in': [
      'x: &x {user: alice}\ncontexts: [{name: a, context: {<<: *x, cluster: c|}}]\nclusters: [{name: c}]',
      'c → 3: c',
    ],
  });
});

describe('several files', () => {
  const people = 'users:\n- name: alice\n';
  test('the file that has it', () => {
    assert.equal(at(together('contexts: [{context: {user: al|ice}}]', people)), 'alice → file 1 2: alice');
  });
  test('of two files the first, wherever one is', () => {
    const here = `${people}contexts: [{context: {user: al|ice}}]`;
    assert.equal(at(together(people, here)), 'alice → file 0 2: alice');
    assert.equal(at(together(here, people)), 'alice → file 0 2: alice');
  });
  test('from an entry that another one hides: itself', () => {
    assert.equal(at(together(people, 'users:\n- name: al|ice')), 'alice → file 1 2: alice');
  });
  test('current-context of another file', () => {
    assert.equal(at(together('contexts: [{name: a}]', 'current-context: a|')), 'a → file 0 1: a');
  });
});
