import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, test } from 'node:test';
import { runArguments } from '../../../server/cli/run-arguments';
import { variablesOf } from '../../../server/cli/run-variables';

function overridesOf(...args: string[]) {
  const request = runArguments(['config', ...args]);
  assert.ok(typeof request === 'object', `${request}`);
  return request.overrides;
}

describe('what a run has instead', () => {
  test('is nothing unless it is asked for', () => {
    assert.deepEqual(overridesOf(), {});
  });

  test('is taken from the flags; a folder counts from this one', () => {
    const flags = ['--cluster', 'c', '--env', 'A=1', '--env=B==', '--unset-env', 'C', '--cwd', 'x'];
    assert.deepEqual(overridesOf(...flags), {
      cluster: 'c',
      env: { A: '1', B: '=', C: null },
      cwd: path.resolve('x'),
    });
  });
});

describe('variables', () => {
  const own = { OWN: 'sesame', EMPTY: '' };

  test('the last value of a name counts, and an empty one is one', () => {
    assert.deepEqual(variablesOf({ env: ['A=1', 'A=2', 'B='] }, own), { A: '2', B: '' });
  });

  test('a name alone has the value of the own variable', () => {
    assert.deepEqual(variablesOf({ env: ['OWN', 'EMPTY'] }, own), { OWN: 'sesame', EMPTY: '' });
    assert.match(String(variablesOf({ env: ['sesame'] }, own)), /^--env takes NAME=VALUE/);
  });

  test('no words quote what may be a value', () => {
    for (const flags of [{ env: ['sesame'] }, { env: ['=sesame'] }, { env: ['OWN'], 'unset-env': ['OWN'] }])
      assert.doesNotMatch(JSON.stringify(variablesOf(flags, own)), /sesame/);
  });
});
