import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeSpan, escapeMarkdown } from '../../../server/features/markdown';
import { plainOf } from '../../../server/features/plain-markdown';

const cases: Readonly<Record<string, [markdown: string, plain: string]>> = {
  'bold, code and line breaks': ['**token** · `string`  \nRequired', 'token · string\nRequired'],
  'a link keeps its address': [
    '[Documentation](https://x.example/a_b)',
    'Documentation: https://x.example/a_b',
  ],
  'a block of code stays as it is': [
    '**a**\n\n```yaml\nx: "**"\n- `b`\n```\n\nend',
    'a\n\nx: "**"\n- `b`\n\nend',
  ],
  'a table': [
    '| Input | with | without |\n| --- | --- | --- |\n| `Never` | empty | none |',
    'Input: with, without\nNever: empty, none',
  ],
  'a table without a head': ['| | |\n| --- | --- |\n| `sub` | `jane` |', 'sub: jane'],
  'a quotation': ['kubectl prints:\n\n> Install it', 'kubectl prints:\n\nInstall it'],
  'a rule between parts': ['one\n\n---\n\ntwo', 'one\n\ntwo'],
  nothing: ['', ''],
};

for (const [title, [markdown, plain]] of Object.entries(cases)) {
  test(title, () => assert.equal(plainOf(markdown), plain));
}

test('text of a document is shown as it is', () => {
  for (const text of ['a*b_c [d](e)', 'C:\\bin\\aws.exe', '$(alert)', 'a `b` ``c``', '# |x|']) {
    assert.equal(plainOf(`Name ${codeSpan(text)}`), `Name ${text}`);
    assert.equal(plainOf(`> ${escapeMarkdown(text)}`), text);
  }
});

test('no text takes longer than its length', () => {
  for (const piece of ['`', '[', '\\', '**', '[a](', '```\n', '| ']) {
    const before = performance.now();
    plainOf(piece.repeat(20_000));
    assert.ok(performance.now() - before < 2_000, piece);
  }
});
