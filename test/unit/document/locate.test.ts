import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Kubeconfig } from '../../../server/document/kubeconfig';
import { entryAt, locate } from '../../../server/document/locate';
import { cursor } from '../cursor';

/** Path, kind of place and text under the cursor. */
function at(marked: string): string | undefined {
  const { text, offset } = cursor(marked);
  const found = locate(new Kubeconfig(text), offset);
  return found && `${found.path.join('.')} ${found.on} ${text.slice(found.start, found.end)}`;
}

describe('under the cursor', () => {
  const places: Record<string, [string, string | undefined]> = {
    'a key at the top': ['cur|rent-context: dev', 'current-context key current-context'],
    'a value at the top': ['current-context: d|ev', 'current-context value dev'],
    'the end of a value': ['current-context: dev|', 'current-context value dev'],
    'the start of a key': ['|users: []', 'users key users'],
    'a key in an entry': ['users:\n- na|me: a', 'users.0.name key name'],
    'a value in the second entry': ['users:\n- name: a\n- name: |b', 'users.1.name value b'],
    'an item of a list': [
      'users:\n- user:\n    exec:\n      args:\n      - a\n      - b|c',
      'users.0.user.exec.args.1 value bc',
    ],
    'a quoted value': ['users: [{name: "a|b"}]', 'users.0.name value "ab"'],
    JSON: ['{"users": [{"user": {"ex|ec": {}}}]}', 'users.0.user.exec key "exec"'],
    'a block scalar': [
      'users:\n- user:\n    token: |\n      ab‸c\n',
      'users.0.user.token value |\n      abc',
    ],
    'after CRLF': ['kind: Config\r\nusers:\r\n- name: a|b\r\n', 'users.0.name value ab'],
    'between a key and its value': ['users:  |  []', undefined],
    'a comment': ['# us|ers\nusers: []', undefined],
    'another document': ['users: []\n---\nuse|rs: []', undefined],
    'an empty text': ['|', undefined],
  };
  for (const [title, [marked, expected]] of Object.entries(places)) {
    test(title, () => assert.equal(at(marked), expected));
  }
});

describe('in half-typed text', () => {
  const places: Record<string, [string, string | undefined]> = {
    'a key without a colon': [
      'users:\n- name: a\n  user:\n    exec:\n      com|',
      'users.0.user.exec value com',
    ],
    'a key without a value': [
      'users:\n- user:\n    exec:\n      command|:',
      'users.0.user.exec.command key command',
    ],
    'after the colon': ['users:\n- user:\n    exec:\n      command: |', 'users.0.user.exec.command value '],
    'above a broken line': ['users:\n- na|me: a\n  user: [', 'users.0.name key name'],
    'an open quote': ['current-context: "de|v', 'current-context value "dev'],
    'an open bracket': ['users: [{name: a|', 'users.0.name value a'],
    'an open brace of JSON': ['{"users": [{"name": "a|"', 'users.0.name value "a"'],
    'a new item': ['users:\n- name: a\n- |', 'users.1 value '],
  };
  for (const [title, [marked, expected]] of Object.entries(places)) {
    test(title, () => assert.equal(at(marked), expected));
  }
});

describe('the entry of an offset', () => {
  const entry = (marked: string) => {
    const { text, offset } = cursor(marked);
    return entryAt(new Kubeconfig(text), offset)?.path.join('.');
  };

  test('its indentation and its blank lines belong to it', () => {
    assert.equal(entry('users:\n- name: a\n  user:\n   |\n- name: b\n'), 'users.0');
    assert.equal(entry('users:\n- name: a\n|- name: b\n'), 'users.1');
    assert.equal(entry('users:\n  - name: a\n |  - name: b\n'), 'users.1');
  });

  test('a field that is no list', () =>
    assert.equal(entry('current-|context: a\nusers: []'), 'current-context'));
  test('above everything', () => assert.equal(entry('|\nusers: []'), undefined));
});
