import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { jsonFault } from '../../../../src/run/with/json-fault';

/** `|` is where the text stops being JSON. */
const faults = [
  '|',
  ' |abc',
  '{"a":1,|}',
  '{|a:1}',
  '{"a" |1}',
  '["x"|',
  '["x" |"y"]',
  '{"a":|"x\ny"}',
  '{"a": |tru}',
  '{"a":0|1}',
  '{} |x',
  '{"a":{"b":[1,|]}}',
  '|"\\x"',
  '{"a": |.5}',
  '{"a": 1}|,',
  '|// no\n{}',
];

for (const marked of faults) {
  test(`the fault in ${JSON.stringify(marked)}`, () => {
    assert.equal(jsonFault(marked.replace('|', '')), marked.indexOf('|'));
  });
}

test('what is JSON has no fault, and what is cut off has it at the end or before', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), (text, cut) => {
      assert.equal(jsonFault(text), undefined);
      const part = text.slice(0, cut % (text.length + 1));
      const fault = jsonFault(part);
      assert.ok(fault === undefined || fault <= part.length);
    }),
  );
});
