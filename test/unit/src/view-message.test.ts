import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { resultPage } from '../../../src/run/result-html';
import { viewMessage } from '../../../src/run/view-message';

describe('a message of the result view', () => {
  test('is one of those that its buttons send', () => {
    assert.deepEqual(viewMessage({ type: 'runAgain', finding: Number.NaN }), { type: 'runAgain' });
    assert.deepEqual(viewMessage({ type: 'copyReport' }), { type: 'copyReport' });
    for (const type of ['ready', 'runWith', 'compare']) assert.deepEqual(viewMessage({ type }), { type });
    assert.deepEqual(viewMessage({ type: 'fix', finding: 2 }), { type: 'fix', finding: 2 });
    assert.deepEqual(viewMessage({ type: 'goTo', finding: 0 }), { type: 'goTo', finding: 0 });
    assert.deepEqual(viewMessage({ type: 'goTo', pointer: '' }), { type: 'goTo', pointer: '' });
    assert.deepEqual(viewMessage({ type: 'select', run: 3 }), { type: 'select', run: 3 });
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
    { type: 'goTo' },
    { type: 'goTo', uri: 'file:///here/config', line: 1, character: 1 },
    { type: 'goTo', pointer: ['/spec'] },
    { type: 'select' },
    { type: 'select', run: '1' },
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
  const resources = { cspSource: 'https://here.example', styles: ['s.css'], script: 'r.js' };
  const page = resultPage(resources, 'once');
  const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
  assert.equal(policy, "default-src 'none'; style-src https://here.example; script-src 'nonce-once'");
  assert.equal(page.match(/<script/g)?.length, 1);
  assert.match(page, /<script nonce="once" src="r\.js">/);
});
