import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decodeBytes } from '../../../server/document/bytes';

const little = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
const big = (text: string) =>
  Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()]);

describe('text in any encoding that kubectl reads', () => {
  const text = 'a: é 😀\n';
  for (const [name, bytes] of [
    ['UTF-8', Buffer.from(text)],
    ['UTF-16, little end first', little(text)],
    ['UTF-16, big end first', big(text)],
  ] as const) {
    test(name, () => assert.deepEqual(decodeBytes(bytes), { text }));
  }

  test('a byte order mark in UTF-8 is not part of it', () => {
    assert.deepEqual(decodeBytes(Buffer.from(`\ufeff${text}`)), { text });
  });
});

describe('bytes that kubectl refuses, in its words', () => {
  for (const [words, bytes] of [
    ['incomplete UTF-16 character', Buffer.concat([little('a: b'), Buffer.from([0x0a])])],
    ['expected low surrogate area', little('a: \ud800b')],
    ['unexpected low surrogate area', little('a: \udc00b')],
    ['incomplete UTF-16 surrogate pair', big('a: \ud800')],
    ['invalid leading UTF-8 octet', Buffer.from([0x61, 0x3a, 0x20, 0x80])],
    ['invalid trailing UTF-8 octet', Buffer.from([0x61, 0x3a, 0x20, 0xc3, 0x28])],
    ['incomplete UTF-8 octet sequence', Buffer.from([0x61, 0x3a, 0x20, 0xc3])],
  ] as const) {
    test(words, () => assert.equal(decodeBytes(bytes).fault?.kubectl, `yaml: ${words}`));
  }
});
