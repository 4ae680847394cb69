import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { viewMessage } from '../../../src/run/view-message';

describe('a message of the result view', () => {
  test('is one of those that its buttons send', () => {
    assert.deepEqual(viewMessage({ type: 'runAgain', finding: Number.NaN }), { type: 'runAgain' });
    assert.deepEqual(viewMessage({ type: 'copyReport' }), { type: 'copyReport' });
    assert.deepEqual(viewMessage({ type: 'fix', finding: 2 }), { type: 'fix', finding: 2 });
  });

  const junk: readonly unknown[] = [
    undefined,
    null,
    5,
    'runAgain',
    [],
    ['runAgain'],
    {},
    { type: 'run', uri: 'file:///here/config' },
    { type: 'fix' },
    { type: 'fix', finding: '0' },
    { type: 'fix', finding: -1 },
    { type: 'fix', finding: 0.5 },
    { type: 'constructor' },
    { type: ['runAgain'] },
  ];
  for (const message of junk) {
    test(`is not ${JSON.stringify(message)}`, () => assert.equal(viewMessage(message), undefined));
  }

  test('carries nothing else', () => {
    const message = { type: 'runAgain', uri: 'file:///x', force: true, approvalId: 'x', overrides: {} };
    assert.deepEqual(viewMessage(message), { type: 'runAgain' });
  });
});

test('the page loads nothing and runs only its own script', () => {
  const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../..');
  const page = readFileSync(path.join(root, 'src/run/result-html.ts'), 'utf8');
  const [, policy] = /const policy = `([^`]*)`/.exec(page) ?? [];
  assert.match(policy ?? '', /^default-src 'none'; /);
  assert.doesNotMatch(policy ?? '', /unsafe|\*|https?:|data:/);
});
