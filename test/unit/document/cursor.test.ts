import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cursorAt } from '../../../server/document/cursor';
import { kubercAt } from '../../../server/document/kuberc-part';
import { cursor } from '../cursor';

/** `key users.0 "ty"`, `value users.0.name ""`: what can be written at the cursor, and what is typed of it. */
function placesAt(marked: string): string[] {
  const { text, offset } = cursor(marked);
  return cursorAt(text, offset).places.map(
    ({ on, path, typed, lead, start, end }) =>
      `${on} ${path.join('.')} ${JSON.stringify(typed)} ${JSON.stringify(lead)} ${start - offset}..${end - offset}`,
  );
}

const rows: readonly (readonly [marked: string, ...places: string[]])[] = [
  ['|', 'key  "" "" 0..0'],
  ['  |', 'key  "" "" -2..0'],
  ['ki|nd', 'key  "ki" "" -2..2'],
  ['kind: Con|fig', 'value kind "Con" "" -3..3'],
  ['kind: "Con|fig"', 'value kind "Con" "" -4..4'],
  ['kind:|', 'value kind "" " " 0..0'],
  ['kind|:', 'key  "kind" "" -4..0'],
  ['kind:  | x'],
  ['a:\n  b|', 'value a "b" "" -1..0'],
  ['a:\n- |', 'value a.0 "" "" 0..0'],
  ['a:\n-|', 'value a.0 "" " " 0..0'],
  ['a:\n- b: 1\n  |', 'key a.0 "" "" 0..0'],
  ['a:\n- b: 1\n- |', 'value a.0 "" "" 0..0'],
  ['a:\n- b: 1\n|', 'key  "" "" 0..0', 'value a.1 "" "- " 0..0'],
  ['a:\n  - b: 1\n |', 'key  "" "" -1..0'],
  ['a:\n  b:\n    c: 1\n   |\n', 'key a "" "  " -3..0'],
  ['a:\n  b:\n|\n    c: 1\n', 'key a.b "" "    " 0..0'],
  ['a: [1, |]', 'value a.1 "" "" 0..0'],
  ['a: [1, 2|]', 'value a.1 "2" "" -1..0'],
  ['a: {b: 1, |}', 'key a "" "" 0..0'],
  ['a: {b: |}', 'value a.b "" "" 0..0'],
  ['a: {b:|}', 'value a.b "" " " 0..0'],
  ['a: {b: {c: 1}|}', 'key a "" "" 0..0'],
  ['a: {b: |{c: 1}}'],
  ['{"a": "b|', 'value a "b" "" -2..0'],
  ['{"a": [{"b|": 1}]}', 'key a.0 "b" "" -2..1'],
  ["a: 'it''s |here'", 'value a "it\'\'s " "" -7..5'],
  ['a: "b" |'],
  ['a: b # |'],
  ['# |'],
  ['? a|\n: b'],
  ['a: &x |', 'value a "" "" 0..0'],
  ['a: !!str |', 'value a "" "" 0..0'],
  ['a: *x|'],
  ['a: [*x|]'],
  ['a:\n#|\n b'],
  ['a: [|&x b]'],
  ['a: [&x |b]', 'value a.0 "" "" 0..1'],
  ['a: b\n  c|'],
  ['a:\n\tb|'],
  ['a:\n\t|'],
  ['a: 1\n---\nb|'],
  ['a: 1\n...\n|'],
  ['---\na: 1\n---\n|'],
  ['---\na|', 'key  "a" "" -1..0'],
  ['%YAML 1.1\n---\na|', 'key  "a" "" -1..0'],
  ['{\n// a|\n}'],
  ['- |'],
];

describe('what can be written at a cursor', () => {
  for (const [marked, ...places] of rows) {
    test(JSON.stringify(marked), () => assert.deepEqual(placesAt(marked), places));
  }

  test('a number of brackets that no stack holds', () => {
    for (const text of ['['.repeat(100_000), '{"a":'.repeat(100_000), '- '.repeat(100_000)]) {
      assert.doesNotThrow(() => cursorAt(text, text.length));
    }
    const deep = Array.from({ length: 500 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('');
    assert.doesNotThrow(() => cursorAt(`${deep}${' '.repeat(500)}`, deep.length + 500));
  });
});

test('of the documents of a kuberc, the one of the cursor', () => {
  const text = 'kind: A\n---\nkind: B\n--- # last\nkind: C\n';
  const kindAt = (name: string) => kubercAt(text, text.indexOf(name)).entry<string>('kind')?.decoded.value;
  assert.deepEqual(['A', 'B', 'C'].map(kindAt), ['A', 'B', 'C']);
  assert.equal(kubercAt(text, text.indexOf('C')).field('kind')?.keyStart, text.indexOf('kind: C'));
  assert.equal(kubercAt('---\nkind: A\n', 6).entry<string>('kind')?.decoded.value, 'A');
});
