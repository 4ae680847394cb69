import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goQuote } from '../../../server/go/quote';

/** What Go prints for each, by strconv.Quote. */
const quoted: readonly (readonly [text: string, quoted: string])[] = [
  ['', '""'],
  ['plain text', '"plain text"'],
  ['a "b" \\c', '"a \\"b\\" \\\\c"'],
  ['tab\tline\nreturn\rbell\x07', '"tab\\tline\\nreturn\\rbell\\a"'],
  ['\x00\x1b\x7f', '"\\x00\\x1b\\x7f"'],
  ['\u0085\u00a0\ufeff', '"\\u0085\\u00a0\\ufeff"'],
  ['é 中 😀', '"é 中 😀"'],
  ['\u{e0001}', '"\\U000e0001"'],
];

for (const [text, expected] of quoted) {
  test(`quotes ${expected} as Go does`, () => assert.equal(goQuote(text), expected));
}
