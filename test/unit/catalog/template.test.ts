import assert from 'node:assert/strict';
import { test } from 'node:test';
import { argsOf, partsOf, textOf } from '../../../server/catalog/template';

test('parts of a value', () => {
  assert.deepEqual(partsOf('json'), ['json']);
  assert.deepEqual(partsOf('--issuer=<issuer-url>'), [
    '--issuer=',
    { placeholder: 'issuer-url', choices: [] },
  ]);
  assert.deepEqual(partsOf('<mode:a|b>/x'), [{ placeholder: 'mode', choices: ['a', 'b'] }, '/x']);
  assert.deepEqual(partsOf('op://<vault>/<item>').length, 4);
  assert.deepEqual(partsOf('<host:443>'), [{ placeholder: 'host', choices: ['443'] }]);
});

test('arguments, and which may be left out', () => {
  const args = argsOf('token -i <cluster> [-r <role>] --x [--y=<z>]');
  assert.deepEqual(
    args.map(({ parts, optional }) => [textOf(parts), optional]),
    [
      ['token', false],
      ['-i', false],
      ['<cluster>', false],
      ['-r', true],
      ['<role>', true],
      ['--x', false],
      ['--y=<z>', true],
    ],
  );
  assert.deepEqual(argsOf(''), []);
});

test('a text with what the caller makes of the placeholders', () => {
  assert.equal(
    textOf(partsOf('--a=<b>/<c>'), (name) => name.toUpperCase()),
    '--a=B/C',
  );
});
