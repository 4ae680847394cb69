import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Kubeconfig } from '../../../server/document/kubeconfig';
import { withClosedQuotes } from '../../../server/document/open-quotes';

const cases: Readonly<Record<string, [text: string, closed: string]>> = {
  'before a comma': ['{"a": "b,\n"c": 1}', '{"a": "b"\n"c": 1}'],
  'at the end of a line': ['{"a": "b\n}', '{"a": "b"}'],
  'before a blank and a brace': ['{"a": {"b": "c }\n}', '{"a": {"b": "c"}\n}'],
  'before a brace alone': ['{"a": {"b": "c}\n}', '{"a": {"b": "c}"}'],
  'with CRLF': ['{"a": "b\r\n}', '{"a": "b"\n}'],
  'behind an escape': ['{"a": "b\\",\n}', '{"a": "b\\""\n}'],
  'that ends the text': ['{"a": "b', '{"a": "b'],
  'none at all': ['{"a": "b",\n"c": "d"}', '{"a": "b",\n"c": "d"}'],
  'YAML is left alone': ['a: "b\n  c"', 'a: "b\n  c"'],
  'brackets of YAML, too': ['{a: "b\n  c"}', '{a: "b\n  c"}'],
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
