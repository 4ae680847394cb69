import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Kubeconfig } from '../../../server/document/kubeconfig';
import { mendedJson, withClosedQuotes } from '../../../server/document/mended-json';

const cases: Readonly<Record<string, [text: string, closed: string]>> = {
  'before a comma': ['{"a": "b,\n"c": 1}', '{"a": "b"\n"c": 1}'],
  'at the end of a line': ['{"a": "b\n}', '{"a": "b"}'],
  'before a blank and a brace': ['{"a": {"b": "c }\n}', '{"a": {"b": "c"}\n}'],
  'before a brace alone': ['{"a": {"b": "c}\n}', '{"a": {"b": "c}"}'],
  'with CRLF': ['{"a": "b\r\n}', '{"a": "b"\n}'],
  'behind an escape': ['{"a": "b\\",\n}', '{"a": "b\\""\n}'],
  'that ends the text': ['{"a": "b', '{"a": "b'],
  'none at all': ['{"a": "b",\n"c": "d"}', '{"a": "b",\n"c": "d"}'],
};

describe('an open quotation mark of JSON', () => {
  for (const [title, [text, closed]] of Object.entries(cases)) {
    test(title, () => {
      assert.equal(withClosedQuotes(text), closed);
      assert.equal(withClosedQuotes(text).length, text.length);
    });
  }

  test('leaves the other entries where they are, and is a fault all the same', () => {
    const whole = `{
  "contexts": [{"name": "x", "context": {
    "cluster": "lab",
    "user": "jane"
  }}],
  "users": [{"name": "jane", "user": {}}]
}`;
    const document = new Kubeconfig(whole.replace('"lab"', '"lab'));
    assert.deepEqual(document.namesOf('users'), ['jane']);
    assert.deepEqual(document.namesOf('contexts'), ['x']);
    assert.equal(document.faults.length, 1);
    assert.equal(new Kubeconfig(whole).faults.length, 0);
  });
});

describe('JSON that is half typed', () => {
  const mended: Readonly<Record<string, [text: string, mended: string]>> = {
    'a comma between items': ['{"a": [{}\n{}]}', '{"a": [{},{}]}'],
    'a comma between members': ['{"a": "b" "c": 1 "d": 2}', '{"a": "b","c": 1,"d": 2}'],
    'a brace before a bracket': ['{"a": [{"b": 1 ]}', '{"a": [{"b": 1}]}'],
    'a bracket before a brace': ['{"a": {"b": [1 }}', '{"a": {"b": [1]}}'],
    'a brace before the next item': [
      '{"a": [{"b": {"c": 1},\n {"b": 2}]}',
      '{"a": [{"b": {"c": 1}}, {"b": 2}]}',
    ],
    'a bracket before the next key': ['{"a": [1,\n "b": 2}', '{"a": [1],\n "b": 2}'.replace('\n ', ' ')],
    'what is whole': [
      '{"a": [1, {"b": "{ ] \\" ,"}, []], "c": true}',
      '{"a": [1, {"b": "{ ] \\" ,"}, []], "c": true}',
    ],
    'a comment': ['{"a": 1, // } ]\n"b": 2}', '{"a": 1, // } ]\n"b": 2}'],
    'YAML is left alone': ['a: "b\n  c"', 'a: "b\n  c"'],
    'brackets of YAML, too': ['{a: "b\n  c"}', '{a: "b\n  c"}'],
  };
  for (const [title, [text, expected]] of Object.entries(mended)) {
    test(title, () => assert.equal(mendedJson(text), expected));
  }

  test('no text takes longer than its length', () => {
    for (const piece of ['{', '[', '"', '}', '\\"', '{"a":"b"', '//', '# "', '"a" ']) {
      const text = `{"${piece.repeat(50_000)}`;
      const before = performance.now();
      assert.equal(mendedJson(text).length, text.length);
      assert.ok(performance.now() - before < 2_000, piece);
    }
  });
});
