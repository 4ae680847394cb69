import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { URI } from 'vscode-uri';
import { selectionIn } from '../../../src/run/arguments';

const uri = 'file:///here/config';

describe('what a command is called with', () => {
  test('nothing stands for the document in front', () => {
    assert.equal(selectionIn(undefined), undefined);
    assert.equal(selectionIn(null), undefined);
  });

  test('a selection is taken as it is', () => {
    const selection = { uri, user: 'jane', context: 'c' };
    assert.deepEqual(selectionIn(selection), selection);
    assert.deepEqual(selectionIn({ uri }), { uri });
    assert.deepEqual(selectionIn({ uri, user: null, context: undefined }), { uri });
  });

  test('the URI that a menu hands over is one, too', () => {
    assert.deepEqual(selectionIn(URI.parse(uri)), { uri });
  });

  test('nobody can say yes in place of the user', () => {
    const eager = {
      uri,
      force: true,
      approvalId: 'x',
      approved: true,
      trusted: true,
      overrides: { interactive: true },
    };
    assert.deepEqual(selectionIn(eager), { uri });
  });

  const junk: readonly unknown[] = [
    5,
    '',
    uri,
    true,
    [],
    [uri],
    {},
    { uri: 5 },
    { uri: '' },
    { uri: '/here/config' },
    { uri: { scheme: 'file', path: '/here' } },
    { uri, user: 5 },
    { uri, context: ['c'] },
    () => uri,
    Symbol('x'),
  ];
  for (const argument of junk) {
    test(`junk is refused in words: ${String(typeof argument)} ${JSON.stringify(argument)}`, () => {
      assert.throws(() => selectionIn(argument), /^Error: The command was called with arguments/);
    });
  }
});
