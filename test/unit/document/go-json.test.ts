import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goJson, goJsonString } from '../../../server/document/go-json';
import { parseText } from '../../../server/document/parse';

function printed(text: string): string {
  const { root } = parseText(text);
  assert.ok(root);
  return goJson(root);
}

test('keys are sorted by their bytes, at every level', () => {
  assert.equal(
    printed('{b: 1, a: {z: 1, Z: 2}, é: 3, "🙂": 4, "\uff5e": 5}'),
    '{"a":{"Z":2,"z":1},"b":1,"é":3,"\uff5e":5,"🙂":4}',
  );
});

test('the last of equal keys', () => assert.equal(printed('{a: 1, a: 2}'), '{"a":2}'));

test('numbers are what YAML made of them', () => {
  assert.equal(
    printed('[1.0, 1e3, 0x10, 010, 9007199254740993, 18446744073709551616, 1e21, 1e-7, -0.0, 0.1]'),
    '[1,1000,16,8,9007199254740993,18446744073709552000,1e+21,1e-7,-0,0.1]',
  );
});

test('words', () => assert.equal(printed('[yes, off, ~, null]'), '[true,false,null,null]'));

test('keys that are no text', () => assert.equal(printed('{y: 1, 2: 3}'), '{"2":3,"true":1}'));

test('what HTML could take for itself is escaped', () => {
  assert.equal(goJsonString('<a>&\u2028\u2029"\\\n'), String.raw`"\u003ca\u003e\u0026\u2028\u2029\"\\\n"`);
});
