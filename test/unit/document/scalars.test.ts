import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { faultOf, read } from './values';

const plain = (text: string) => (read(`a: ${text}`) as { a: unknown }).a;

/** Spellings between spaces. */
function table(title: string, spellings: string, value: (text: string) => unknown): void {
  describe(title, () => {
    for (const text of spellings.split(' ')) test(text, () => assert.deepEqual(plain(text), value(text)));
  });
}

table('true', 'y Y yes Yes YES true True TRUE on On ON', () => true);
table('false', 'n N no No NO false False FALSE off Off OFF', () => false);
table('null', '~ null Null NULL', () => null);
table('text, though it looks like a word', 'yEs tRUE oN nULL nO fALSE oFF nUll', (text) => text);
table('text, though it begins like a number', '12:30:45 1:30 190:20:30 2024-01-01', (text) => text);
table(
  'text, though it has digits',
  '2024-01-01T00:00:00Z 1e 0x 0xZZ 1,5 . + = a#b 1.2.3 8000:8000',
  (text) => text,
);
table('text that a float cannot hold', '1e999 -1e999', (text) => text);

describe('numbers', () => {
  const numbers: Record<string, number | bigint> = {
    1: 1,
    '+1': 1,
    '-0': 0,
    '1.': 1,
    '.5': 0.5,
    '1.50': 1.5,
    '010': 8,
    '0777': 511,
    '08': 8,
    '0x1F': 31,
    '-0x1f': -31,
    '0o17': 15,
    '0b11': 3,
    '1_000': 1000,
    '1__0': 10,
    '1e3': 1000,
    '9007199254740993': 9007199254740993n,
    '18446744073709551615': 18446744073709551615n,
    '18446744073709551616': 2 ** 64,
    '+9223372036854775808': 2 ** 63,
  };
  for (const [text, value] of Object.entries(numbers)) {
    test(text, () => assert.equal(plain(text), value));
  }
});

test('nothing is null', () =>
  assert.deepEqual(read('a:\nb: {c: }\nd:\n- \n'), { a: null, b: { c: null }, d: [null] }));

test('a date with a space is text', () => assert.equal(plain('2024-01-01 10:00:00'), '2024-01-01 10:00:00'));

test('quotes make text of anything', () => {
  assert.deepEqual(read(`["yes", 'no', "1", '~', ""]`), ['yes', 'no', '1', '~', '']);
});

test('a number without an end has no JSON', () => {
  assert.equal(faultOf('a: .inf'), 'json: unsupported value: +Inf');
  assert.equal(faultOf('a: -.Inf'), 'json: unsupported value: -Inf');
  assert.equal(faultOf('a: .NaN'), 'json: unsupported value: NaN');
});

describe('tags', () => {
  test('of the core', () => {
    assert.equal(plain('!!str 123'), '123');
    assert.equal(plain('!!int "7"'), 7);
    assert.equal(plain('!!float 1'), 1);
    assert.equal(plain('!!bool "on"'), true);
    assert.equal(plain('!!null ""'), null);
    assert.equal(plain('!!binary aGVsbG8='), 'hello');
  });

  test('of others are ignored', () => {
    assert.deepEqual(plain('!x [1]'), [1]);
    assert.deepEqual(read('a: !!set {b, c}'), { a: { b: null, c: null } });
  });

  test('that do not fit', () => {
    assert.equal(faultOf('a: !!int abc'), 'yaml: cannot decode !!str `abc` as a !!int');
    assert.equal(faultOf('a: !!binary "*"'), 'yaml: !!binary value contains invalid base64 data');
  });
});

describe('what may be a secret is not quoted', () => {
  const secrets = {
    'a tag that does not fit': 'token: !!int hunter2',
    'an alias': 'password: *hunter2',
    'a value without a key': 'user:\n  : hunter2',
    'a key of braces': 'token: {{hunter2}: 1}',
    'a long scalar': 'x: !!int hunter2-hunter2',
  };
  for (const [title, text] of Object.entries(secrets)) {
    test(title, () => {
      const words = faultOf(text);
      assert.ok(words);
      assert.doesNotMatch(words, /hunter2/);
    });
  }
});
