import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { codeSpan, escapeMarkdown } from '../../../server/features/markdown';

const hostile = {
  link: '[run](command:workbench.action.quit)',
  image: '![x](https://evil.example/p.png)',
  html: '<img src=x onerror=alert(1)>',
  entity: '&lt;b&gt;',
  autolink: '<https://evil.example>',
  'bare address': 'https://evil.example www.evil.example a@evil.example',
  icon: '$(alert) $(sync~spin)',
  'escaped icon': '\\$(alert)',
  heading: '# heading',
  rule: '---',
  list: '1. one',
  table: 'a | b',
  emphasis: '**bold** _it_ ~~gone~~',
  fence: '```js\ncode\n```',
  backticks: '`a` ``b``',
  'lone backtick': '`',
};

/** The text on one line, and with `$(` kept apart, as both functions promise. */
const expected = (text: string) => text.replace(/\s+/g, ' ').replaceAll('$(', '$\u2060(');

describe('escapeMarkdown', () => {
  for (const [name, text] of Object.entries(hostile)) {
    test(`shows ${name} as it is written`, () => {
      const markdown = escapeMarkdown(text);
      assert.equal(markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1'), expected(text));
      const bare = markdown.replace(/\\[!-/:-@[-`{-~]/g, '');
      assert.doesNotMatch(bare, /[!-/:-@[-`{-~]/, 'nothing is left for Markdown to interpret');
    });
  }

  test('keeps letters of any language', () => assert.equal(escapeMarkdown('größe 東京'), 'größe 東京'));

  test('makes one line of several', () => assert.equal(escapeMarkdown(' a\r\n\n\tb '), 'a b'));

  test('spells out what hides or reorders text', () => {
    assert.equal(escapeMarkdown('a\u202Eb'), 'a⟨U\\+202E⟩b');
    assert.equal(escapeMarkdown('\u200B\u2066\u001B[2J'), '⟨U\\+200B⟩⟨U\\+2066⟩⟨U\\+001B⟩\\[2J');
    assert.equal(escapeMarkdown('\uD800'), '⟨U\\+D800⟩');
  });

  test('cuts long text', () => {
    assert.equal(escapeMarkdown('a'.repeat(1000)), `${'a'.repeat(120)}…`);
    assert.equal(escapeMarkdown('😀'.repeat(200)), `${'😀'.repeat(120)}…`);
  });
});

describe('codeSpan', () => {
  for (const [name, text] of Object.entries(hostile)) {
    test(`keeps ${name} inside`, () => {
      const markdown = codeSpan(text);
      assert.ok(!markdown.includes('\n'));
      const [fence = ''] = markdown.match(/^`+/) ?? [];
      assert.ok(fence && markdown.endsWith(fence));
      const content = markdown.slice(fence.length, -fence.length);
      const runs: readonly string[] = content.match(/`+/g) ?? [];
      assert.ok(!runs.includes(fence), 'no run of backticks ends it early');
      assert.doesNotMatch(content, /^`|`$/);
      assert.equal(content.trim(), expected(text));
    });
  }

  test('an ordinary name', () => assert.equal(codeSpan('prod-eu'), '`prod-eu`'));
  test('an empty name', () => assert.equal(codeSpan(''), '*empty*'));
  test('bidirectional controls', () => assert.equal(codeSpan('a\u202Eb'), '`a⟨U+202E⟩b`'));
});
