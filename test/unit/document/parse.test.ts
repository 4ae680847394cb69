import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decodeBytes } from '../../../server/document/bytes';
import { parseText } from '../../../server/document/parse';
import { faultOf, read } from './values';

describe('anchors and merge keys', () => {
  test('an alias is its anchor', () =>
    assert.deepEqual(read('a: &x {b: 1}\nc: *x'), { a: { b: 1 }, c: { b: 1 } }));

  test('own keys win over merged ones, wherever they stand', () => {
    assert.deepEqual(read('a: &x {b: 1, c: 2}\nd: {<<: *x, b: 3}'), { a: { b: 1, c: 2 }, d: { b: 3, c: 2 } });
  });

  test('the first of a list wins', () => {
    const { d } = read('a: &x {k: 1}\nb: &y {k: 2, l: 3}\nd: {<<: [*x, *y]}') as { d: unknown };
    assert.deepEqual(d, { k: 1, l: 3 });
  });

  test('at the top', () =>
    assert.deepEqual(read('x: &x {kind: Config}\n<<: *x'), { x: { kind: 'Config' }, kind: 'Config' }));

  test('of something else', () => {
    assert.equal(faultOf('a: {<<: 1}'), 'yaml: map merge requires map or sequence of maps as the value');
  });

  test('an anchor that is not there', () =>
    assert.equal(faultOf('a: *x'), "yaml: unknown anchor 'x' referenced"));

  test('an anchor within itself', () =>
    assert.equal(faultOf('a: &x [*x]'), "yaml: anchor 'x' value contains itself"));
});

describe('keys', () => {
  test('that are no text become text', () => {
    assert.deepEqual(read('1: a\non: b\n1.5: c\n.inf: d\n? e\n: f'), {
      1: 'a',
      true: 'b',
      1.5: 'c',
      '+Inf': 'd',
      e: 'f',
    });
  });

  test('that occur twice: the last counts', () => assert.deepEqual(read('a: 1\na: 2'), { a: 2 }));

  test('that are nothing', () => {
    assert.equal(faultOf('~: a'), 'unsupported map key of type: %!s(<nil>), key: <nil>, value: "a"');
  });

  test('that are collections', () => {
    assert.equal(faultOf('[a]: b'), 'yaml: invalid map key: []interface {}{"a"}');
    assert.equal(faultOf('{a: b}: c'), 'yaml: invalid map key: map[interface {}]interface {}{"a":"b"}');
  });
});

describe('the first document only', () => {
  const cases: Record<string, [string, unknown]> = {
    'the second is not even parsed': ['a: 1\n---\n: [ broken', { a: 1 }],
    'a mark before the first': ['---\na: 1\n', { a: 1 }],
    'an empty one before a mark': ['---\n---\na: 1', null],
    'what follows JSON is ignored': ['{"a": 1}\n{"b": 2}', { a: 1 }],
    'an end mark': ['a: 1\n...\nb: 2', { a: 1 }],
    'comments only': ['# nothing\n', null],
    nothing: ['', null],
  };
  for (const [title, [text, value]] of Object.entries(cases)) {
    test(title, () => assert.deepEqual(read(text), value));
  }
});

describe('directives', () => {
  test('YAML 1.1', () => assert.deepEqual(read('%YAML 1.1\n---\na: 1'), { a: 1 }));
  test('YAML 1.2', () =>
    assert.equal(faultOf('%YAML 1.2\n---\na: 1'), 'yaml: found incompatible YAML document'));
  test('another', () => assert.equal(faultOf('%FOO\n---\na: 1'), 'yaml: found unknown directive name'));
});

describe('bytes', () => {
  const bytes = (...parts: (string | number[])[]) =>
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));
  const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

  test('UTF-8 with a byte order mark', () => {
    assert.deepEqual(read(decodeBytes(bytes([0xef, 0xbb, 0xbf], 'a: ü')).text), { a: 'ü' });
  });

  test('UTF-16 of both orders, as PowerShell writes it', () => {
    assert.deepEqual(read(decodeBytes(utf16('a: ü')).text), { a: 'ü' });
    assert.deepEqual(read(decodeBytes(utf16('a: ü').swap16()).text), { a: 'ü' });
  });

  const broken: Record<string, [Buffer, string, number]> = {
    'a stray byte': [bytes('ab: ', [0xff]), 'yaml: invalid leading UTF-8 octet', 4],
    'a sequence that is cut off': [bytes('ü: ', [0xc3]), 'yaml: incomplete UTF-8 octet sequence', 3],
    'a wrong byte inside': [bytes([0xc3], 'ab'), 'yaml: invalid trailing UTF-8 octet', 0],
  };
  for (const [title, [input, kubectl, start]] of Object.entries(broken)) {
    test(title, () => {
      const { fault } = decodeBytes(input);
      assert.deepEqual({ kubectl: fault?.kubectl, start: fault?.start }, { kubectl, start });
    });
  }
});

describe('lines', () => {
  const ends = { LF: '\n', CRLF: '\r\n', CR: '\r', NEL: '\u0085' };
  for (const [name, end] of Object.entries(ends)) {
    test(name, () => assert.deepEqual(read(['a:', '  b: 1', 'c: d', ''].join(end)), { a: { b: 1 }, c: 'd' }));
  }

  test('offsets count every character of the text', () => {
    const text = 'a: 1\r\nb: 😀\rc: d\n';
    const { root } = parseText(text);
    assert.ok(root?.kind === 'mapping');
    const found = root.pairs.map(
      ({ key, value }) => text.slice(key.start, key.end) + text.slice(value.start, value.end),
    );
    assert.deepEqual(found, ['a1', 'b😀', 'cd']);
  });

  test('a literal block keeps its line break', () =>
    assert.deepEqual(read('a: |\n  b\n  c\n'), { a: 'b\nc\n' }));
  test('a folded block', () => assert.deepEqual(read('a: >-\n  b\n  c\n'), { a: 'b c' }));
});

describe('characters', () => {
  for (const code of [0x00, 0x07, 0x0c, 0x1b, 0x7f]) {
    test(`U+${code.toString(16)} is refused, even in a comment`, () => {
      const text = `a: 1 # ${String.fromCharCode(code)}\n`;
      assert.equal(faultOf(text), 'yaml: control characters are not allowed');
      assert.equal(parseText(text).faults[0]?.start, 7);
    });
  }

  test('tabs between a key and its value are fine', () => assert.deepEqual(read('a:\t1\t# x'), { a: 1 }));
});

describe('escapes', () => {
  test('that YAML and JSON share', () => {
    assert.deepEqual(read(String.raw`a: "\n\t\"\\A\x41\u00e9"`), { a: '\n\t"\\AAé' });
  });

  test('that only JSON knows', () => {
    assert.equal(faultOf(String.raw`{"a": "b\/c"}`), 'yaml: found unknown escape character');
    assert.equal(
      faultOf(String.raw`{"a": "\ud83d\ude00"}`),
      'yaml: found invalid Unicode character escape code',
    );
  });

  test('are pointed at', () => {
    const text = String.raw`{"a": "b\/c", "d": "e"}`;
    const [fault] = parseText(text).faults;
    assert.equal(fault && text.slice(fault.start, fault.end), String.raw`\/`);
  });
});

test('a block text at the very end has no more line breaks than the file', () => {
  for (const [text, value] of [
    ['a: |\n  b\n  c', 'b\nc'],
    ['a: |\n  b\n  c\n', 'b\nc\n'],
    ['a: >\n  b\n  c', 'b c'],
    ['a: |-\n  b\n', 'b'],
  ] as const) {
    const { root } = parseText(text);
    const found = root?.kind === 'mapping' ? root.pairs[0]?.value : undefined;
    assert.equal(found?.kind === 'scalar' && found.value, value);
  }
});
