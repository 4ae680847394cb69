import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Kubeconfig } from '../../../../server/document/kubeconfig';
import { selectionRanges } from '../../../../server/features/navigation/selection-ranges';
import { cursor } from '../../cursor';

/** What is selected step by step, on one line each; without the last, the whole text. */
function steps(marked: string): string[] {
  const { text, offset } = cursor(marked);
  const ranges = selectionRanges(new Kubeconfig(text), offset);
  assert.deepEqual(ranges.at(-1), { start: 0, end: text.length });
  return ranges.slice(0, -1).map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' '));
}

const cases: Readonly<Record<string, readonly [marked: string, steps: readonly string[]]>> = {
  'a quoted value': [
    'users:\n- name: "al|ice"\n  user: {}\n- name: b\n',
    [
      'alice',
      '"alice"',
      'name: "alice"',
      'name: "alice" user: {}',
      '- name: "alice" user: {}',
      '- name: "alice" user: {} - name: b',
      'users: - name: "alice" user: {} - name: b',
    ],
  ],
  'a key': ['users:\n- na|me: a\n', ['name', 'name: a', '- name: a', 'users: - name: a']],
  'a dash': [
    'users:\n|- name: a\n- name: b\n',
    ['- name: a', '- name: a - name: b', 'users: - name: a - name: b'],
  ],
  'the quote before a value': [
    'users:\n- name: |"a"\n- name: b\n',
    ['"a"', 'name: "a"', '- name: "a"', '- name: "a" - name: b', 'users: - name: "a" - name: b'],
  ],
  'an item of args': [
    'users:\n- user:\n    exec:\n      args:\n      - e|ks\n      - x\n',
    [
      'eks',
      '- eks',
      '- eks - x',
      'args: - eks - x',
      'exec: args: - eks - x',
      'user: exec: args: - eks - x',
      '- user: exec: args: - eks - x',
      'users: - user: exec: args: - eks - x',
    ],
  ],
  braces: [
    'users: [{name: a|, user: {}}, {}]',
    ['a', 'name: a', '{name: a, user: {}}', '[{name: a, user: {}}, {}]'],
  ],
  JSON: ['{"current-context": "a|b", "users": []}', ['ab', '"ab"', '"current-context": "ab"']],
  'a block of text': [
    'users:\n- user:\n    client-key-data: |\n      ab‸c\n',
    [
      '| abc',
      'client-key-data: | abc',
      'user: client-key-data: | abc',
      '- user: client-key-data: | abc',
      'users: - user: client-key-data: | abc',
    ],
  ],
  'a comment in a block': [
    'users:\n- user:\n    # |x\n    token: a\n',
    ['user: # x token: a', '- user: # x token: a', 'users: - user: # x token: a'],
  ],
  'half-typed': ['users:\n- name: a|', ['a', 'name: a', '- name: a']],
  'an open bracket': ['users: [{name: a|', ['a', 'name: a', '{name: a', '[{name: a']],
  nothing: ['|', []],
};

describe('selection grows', () => {
  for (const [title, [marked, expected]] of Object.entries(cases)) {
    test(title, () => {
      assert.deepEqual(steps(marked), expected);
    });
  }
});
