import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Kubeconfig } from '../../../../server/document/kubeconfig';
import { folds } from '../../../../server/features/navigation/folding';

/** First and last line of each, from 1. */
function ranges(text: string, limit?: number): string[] {
  return folds(new Kubeconfig(text), limit).map(({ startLine, endLine, kind }) => {
    return `${startLine + 1}-${endLine + 1}${kind === 'comment' ? ' comment' : ''}`;
  });
}

const file = `# one
# two
kind: Config
contexts:
- name: dev
  context:
    cluster: lab
    user: alice

# three
users:
- name: alice
  user:
    exec:
      # four
      # five
      command: aws
      args:
      - eks
      - get-token
    client-key-data: |
      abc
      # no comment
      # at all
current-context: dev
`;

describe('folding', () => {
  test('sections, entries, blocks, long text and comments', () => {
    assert.deepEqual(ranges(file), [
      '1-2 comment',
      '4-8',
      '5-8',
      '6-8',
      '11-24',
      '12-24',
      '13-24',
      '14-20',
      '15-16 comment',
      '18-20',
      '21-24',
    ]);
  });
  test('the outermost where an editor takes no more', () => {
    assert.deepEqual(ranges(file, 3), ['1-2 comment', '4-8', '11-24']);
  });
  test('JSON leaves the closing bracket in sight', () => {
    const json = JSON.stringify({ users: [{ name: 'a', user: { token: 'x' } }], clusters: [] }, null, 2);
    assert.deepEqual(ranges(json), ['2-8', '3-7', '5-6']);
  });
  test('what is on one line does not fold', () => {
    assert.deepEqual(ranges('users: [{name: a, user: {token: x}}]\nkind: Config'), []);
  });
  test('CRLF', () => assert.deepEqual(ranges('users:\r\n- name: a\r\n  user: {}\r\n'), ['1-3', '2-3']));
  test('half-typed', () => {
    assert.deepEqual(ranges('users:\n- name: a\n  user:\n    exec: [\n'), ['1-4', '2-4', '3-4']);
    assert.deepEqual(ranges('users:\n- name: a\n  us'), ['1-3', '2-3']);
    assert.deepEqual(ranges('nothing'), []);
  });
});
