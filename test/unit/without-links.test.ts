import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutLinks } from '../../server/without-links';

/** As VS Code finds links in the text of a notification (linkedText.ts). */
const links = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/gi;

test('no text of a stranger becomes a link', () => {
  const hostile = [
    '[Sign in](command:workbench.action.quit)',
    'There is no user "[a](command:x?%5B%5D "b")".',
    '[[a]](https://evil.example)',
    '[a](file:///here)[b](COMMAND:x)',
    '[a\n](command:x)',
  ];
  for (const text of hostile) {
    assert.deepEqual(withoutLinks(text).match(links), null, text);
  }
  assert.ok(links.test(hostile[0] ?? ''), 'and it was one before');
});

test('no text of a stranger turns the direction of what follows', () => {
  const text = 'The user "\u202ejane\u2066\u061c" at example.com';
  assert.equal(withoutLinks(text), 'The user "\\u{202e}jane\\u{2066}\\u{61c}" at example.com');
  assert.equal(withoutLinks(']\u200f(command:x)'), ']\\u{200f}(command:x)');
});

test('every other text stays as it is', () => {
  const text = 'args[0] (the first) of "a]b(c"';
  assert.equal(withoutLinks(text), text);
});
