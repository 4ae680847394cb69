import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { highlights, references } from '../../../../server/features/navigation/references';
import { alone, shown, together } from './scopes';

const file = (name: string) => `current-context: one
contexts:
- { name: one, context: { cluster: lab, user: alice } }
- { name: two, context: { cluster: lab, user: "alice" } }
clusters: [{ name: ${name} }]
users: [{ name: 'alice' }]
`;

function lines(marked: string): string[] {
  const { scope, offset, text } = alone(marked);
  return highlights(scope.document, offset).map((found) => `${found.kind} ${shown(text, found)}`);
}

describe('highlights', () => {
  test('a cluster', () => {
    assert.deepEqual(lines(file('la|b')), ['read 3: lab', 'read 4: lab', 'write 5: lab']);
  });
  test('from a reference, in any quotes', () => {
    const marked = file('lab').replace('"alice"', '"al|ice"');
    assert.deepEqual(lines(marked), ['read 3: alice', 'read 4: "alice"', "write 6: 'alice'"]);
  });
  test('a context and current-context', () => {
    const marked = file('lab').replace('current-context: one', 'current-context: |one');
    assert.deepEqual(lines(marked), ['read 1: one', 'write 3: one']);
  });
  test('a cluster is no user of the same name', () => {
    const marked = 'users: [{name: a|}]\nclusters: [{name: a}]\ncontexts: [{name: a, context: {cluster: a}}]';
    assert.deepEqual(lines(marked), ['write 1: a']);
  });
  test('what several aliases lead to, once', () => {
    assert.deepEqual(lines('current-context: &c a|\ncontexts: [{name: *c}, {name: b}]'), ['write 1: a']);
  });
  test('nowhere else', () => {
    assert.deepEqual(lines('kind: Conf|ig\nusers: []'), []);
  });
});

describe('references', () => {
  const found = (texts: string[], withDeclaration: boolean) => {
    const { scope, offset } = together(...texts);
    return references(scope, offset, withDeclaration).map(({ document, ...span }) => {
      const index = scope.files.findIndex(({ fields }) => fields === document.fields);
      return `file ${index} ${shown(document.text, span)}`;
    });
  };
  const texts = ['users: [{name: al|ice}]', 'contexts:\n- context: {user: alice}\nusers:\n- name: alice'];

  test('in all files, with the entry that is hidden', () => {
    assert.deepEqual(found(texts, true), ['file 0 1: alice', 'file 1 2: alice', 'file 1 4: alice']);
  });
  test('without the declarations', () => {
    assert.deepEqual(found(texts, false), ['file 1 2: alice']);
  });
  test('of a name that is nowhere defined', () => {
    assert.deepEqual(found(['contexts: [{context: {user: x|}}, {context: {user: x}}]'], true).length, 2);
  });
});
