import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { commandWords } from '../../../server/command/words';

describe('the words of a command line', () => {
  const lines: [line: string, ...words: string[]][] = [
    ['aws eks get-token', 'aws', 'eks', 'get-token'],
    ['  aws \t eks  ', 'aws', 'eks'],
    [`aws --x="a b" 'c d' e\\ f`, 'aws', '--x=a b', 'c d', 'e f'],
    [`x a'b'"c"d`, 'x', 'abcd'],
    ['x ""', 'x', ''],
    ['x "say \\"hi\\" \\n"', 'x', 'say "hi" \\n'],
    ['C:\\bin\\aws.exe eks', 'C:\\bin\\aws.exe', 'eks'],
    ['"C:\\Program Files\\x.exe" get', 'C:\\Program Files\\x.exe', 'get'],
    ['x $HOME "%A%" --cost=5$', 'x', '$HOME', '%A%', '--cost=5$'],
  ];
  for (const [line, program, ...args] of lines) {
    test(line, () => {
      assert.deepEqual(commandWords(line), { variables: [], program, args });
    });
  }

  test('variables before the program', () => {
    const variables = [
      { name: 'A', value: '1' },
      { name: 'B_2', value: 'x = y' },
    ];
    assert.deepEqual(commandWords('A=1 B_2="x = y" aws C=3'), { variables, program: 'aws', args: ['C=3'] });
  });

  for (const line of [
    '',
    '  ',
    "''",
    'A=1',
    'a | b',
    'a && b',
    'a; b',
    'a "b',
    "a 'b",
    'a $(b)',
    'a `b`',
    'a > b',
    'a "$(b)"',
  ]) {
    test(`none that could be split: ${line}`, () => assert.equal(commandWords(line), undefined));
  }

  test('in no more time than the line is long', () => {
    const line = `x ${'a '.repeat(200_000)}"${'b'.repeat(20_000)}`;
    const start = performance.now();
    assert.equal(commandWords(line), undefined);
    assert.ok(performance.now() - start < 5_000);
  });
});
