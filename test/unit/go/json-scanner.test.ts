import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LocatedNode } from '../../../server/document/node';
import { GoScanner, GoSyntaxError } from '../../../server/go/json-scanner';

/** All pairs of a mapping, duplicates too, as pairs. */
function plain(node: LocatedNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'sequence') return node.items.map(plain);
  return node.pairs.map(({ name, value }) => [name, plain(value)]);
}

function read(text: string | Uint8Array): unknown {
  return plain(new GoScanner(Buffer.from(text)).read());
}

function fault(text: string | Uint8Array): string {
  try {
    read(text);
  } catch (error) {
    assert.ok(error instanceof GoSyntaxError);
    return error.message;
  }
  return 'no fault';
}

const values: readonly (readonly [text: string, value: unknown])[] = [
  ['{}', []],
  ['[]', []],
  [' [ 1 , -2.5e+3 , true , false , null , "x" ] ', [1, -2500, true, false, null, 'x']],
  [
    '{"a":1,"a":{"b":[]}}',
    [
      ['a', 1],
      ['a', [['b', []]]],
    ],
  ],
  ['"\\u00e9\\/\\n\\"\\\\"', 'é/\n"\\'],
  ['"\\ud83d\\ude00"', '😀'],
  ['"\\ud800x"', '\uFFFDx'],
  ['"\u2028 raw"', '\u2028 raw'],
  ['\t\r\n0', 0],
];

describe('JSON as Go reads it', () => {
  for (const [text, value] of values) {
    it(JSON.stringify(text), () => assert.deepEqual(read(text), value));
  }

  it('replaces invalid UTF-8', () => {
    assert.equal(read(Buffer.from([0x22, 0x61, 0xff, 0x62, 0x22])), 'a\uFFFDb');
  });

  it('reads 10,000 levels and no more', () => {
    assert.equal(new GoScanner(Buffer.from('['.repeat(10_000) + ']'.repeat(10_000))).read().kind, 'sequence');
    assert.equal(fault('['.repeat(10_001)), "invalid character '[' exceeded max depth");
  });

  it('says where a value stands, in bytes', () => {
    const node = new GoScanner(Buffer.from('{"é": [1]}')).read();
    const value = node.kind === 'mapping' ? node.pairs[0]?.value : undefined;
    assert.deepEqual([value?.start, value?.end], [7, 10]);
  });
});

const faults: readonly (readonly [text: string, message: string])[] = [
  ['', 'unexpected end of JSON input'],
  ['{', 'unexpected end of JSON input'],
  ['{"a":1', 'unexpected end of JSON input'],
  ['"abc', 'unexpected end of JSON input'],
  ['-', 'unexpected end of JSON input'],
  ['tru', 'unexpected end of JSON input'],
  ['{"a":1}x', "invalid character 'x' after top-level value"],
  ['{} {}', "invalid character '{' after top-level value"],
  ['{}\0', "invalid character '\\x00' after top-level value"],
  ['{a:1}', "invalid character 'a' looking for beginning of object key string"],
  ["{'a':1}", "invalid character '\\'' looking for beginning of object key string"],
  ['{"a":1,}', "invalid character '}' looking for beginning of object key string"],
  ['{"a" 1}', "invalid character '1' after object key"],
  ['{"a":1 "b":2}', "invalid character '\"' after object key:value pair"],
  ['[1 2]', "invalid character '2' after array element"],
  ['[1,]', "invalid character ']' looking for beginning of value"],
  ['{"a":NaN}', "invalid character 'N' looking for beginning of value"],
  ['[tRue]', "invalid character 'R' in literal true (expecting 'r')"],
  ['[nul1]', "invalid character '1' in literal null (expecting 'l')"],
  ['"a\nb"', "invalid character '\\n' in string literal"],
  ['"a\x01b"', "invalid character '\\x01' in string literal"],
  ['"\\x"', "invalid character 'x' in string escape code"],
  ['"\\u12g4"', "invalid character 'g' in \\u hexadecimal character escape"],
  ['[01]', "invalid character '1' after array element"],
  ['[-a]', "invalid character 'a' in numeric literal"],
  ['[1.]', "invalid character ']' after decimal point in numeric literal"],
  ['[1e]', "invalid character ']' in exponent of numeric literal"],
  ['\u00a0{}', "invalid character 'Â' looking for beginning of value"],
  ['{}\u00ad', "invalid character 'Â' after top-level value"],
];

describe('JSON that Go refuses', () => {
  for (const [text, message] of faults) {
    it(JSON.stringify(text), () => assert.equal(fault(text), message));
  }
});
