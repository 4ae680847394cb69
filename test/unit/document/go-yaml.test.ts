import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readGoYaml } from '../../../server/document/go-yaml';
import { syntaxFault } from '../../../server/document/syntax-faults';

/** What kubectl 1.32 said of each, line numbers included; nothing: it could read it. */
const recorded: readonly (readonly [text: string, kubectl: string])[] = [
  ['a: b\n  c: d\n', 'yaml: line 2: mapping values are not allowed in this context'],
  ['a: [1, 2\nb: c\n', "yaml: line 1: did not find expected ',' or ']'"],
  ['a: {b: c\nd: e\n', "yaml: line 1: did not find expected ',' or '}'"],
  ['- a\nb: c\n', "yaml: line 1: did not find expected '-' indicator"],
  ['a:\n- b\n c: d\n', 'yaml: line 3: mapping values are not allowed in this context'],
  ['a: "b\nc: d\n', 'yaml: line 3: found unexpected end of stream'],
  ["a: 'b", 'yaml: found unexpected end of stream'],
  ['a: @b\n', 'yaml: found character that cannot start any token'],
  ['a: `b`\n', 'yaml: found character that cannot start any token'],
  ['a: %b\n', 'yaml: found character that cannot start any token'],
  ['%FOO bar\n---\na: b\n', 'yaml: found unknown directive name'],
  ['%YAML 1.2\n---\na: b\n', 'yaml: found incompatible YAML document'],
  ['a: *b\n', "yaml: unknown anchor 'b' referenced"],
  ['a: & b\n', 'yaml: did not find expected alphabetic or numeric character'],
  ['a: !<b c\n', "yaml: did not find the expected '>'"],
  ['a: !x!y b\n', 'yaml: found undefined tag handle'],
  ['a: |0\n  b\n', 'yaml: found an indentation indicator equal to 0'],
  ['a: |x\n  b\n', 'yaml: did not find expected comment or line break'],
  ['a:\n\tb: c\n', 'yaml: line 2: found character that cannot start any token'],
  ['a: b\n\tc\n', 'yaml: line 2: found a tab character that violates indentation'],
  ['a: b: c\n', 'yaml: mapping values are not allowed in this context'],
  ['- a\n- b: - c\n', 'yaml: line 2: block sequence entries are not allowed in this context'],
  ['a: "\\/"\n', 'yaml: found unknown escape character'],
  ['a: "\\ud83d\\ude00"\n', 'yaml: found invalid Unicode character escape code'],
  ['a: "\\x1"\n', 'yaml: did not find expected hexdecimal number'],
  ['{a: b}}\n', ''],
  ['{a: b,}\n', ''],
  ['[a b: c]\n', ''],
  ['? a\n: b\n', ''],
  ['{? a : b}\n', ''],
  ['{}: a\n', ''],
  [': a\n', 'yaml: did not find expected key'],
  ['a\n', ''],
  ['a: b\n---\nc: {\n', ''],
  ['...\na: b\n', 'yaml: did not find expected node content'],
  ['a: >-\n  b\n c\n', 'yaml: line 2: did not find expected key'],
  ['a:\n  b\n c: d\n', 'yaml: line 3: mapping values are not allowed in this context'],
  ['--- a\nb: c\n', 'yaml: line 2: mapping values are not allowed in this context'],
  ["a: 'b' c\n", 'yaml: did not find expected key'],
  ['a: b #c\nd\n', "yaml: line 3: could not find expected ':'"],
  ['"a" "b": c\n', 'yaml: did not find expected key'],
  ['a: >\n \tb\n', 'yaml: line 2: found a tab character where an indentation space is expected'],
  ['? |\n  a\n: b\nc\n', "yaml: line 5: could not find expected ':'"],
  ['&a b: *a\nc: *d\n', "yaml: unknown anchor 'd' referenced"],
];

describe('go-yaml reads a text, or gives up with these words', () => {
  for (const [text, kubectl] of recorded) {
    test(JSON.stringify(text), () => {
      const found = readGoYaml(text);
      assert.equal('problem' in found ? found.kubectl : '', kubectl);
    });
  }
});

/** A fault is marked at the brackets. */
const places = [
  'a: b\n  c[:] d\n',
  'a: ["b]\nc: d\n',
  '- a\n[b:] c\n',
  'a: [@b]\n',
  '[%FOO] bar\n---\na: b\n',
  'a: [*b]\n',
  'a:\n[\t]b: c\n',
  'a: "[\\ud83d]\\ude00"\n',
  'a: b\n[c]\n',
];

describe('a fault is pointed at', () => {
  for (const marked of places) {
    test(JSON.stringify(marked), () => {
      const [before = '', inside = '', after = ''] = marked.split(/[[\]]/);
      const text = before + inside + after;
      const found = readGoYaml(text);
      assert.ok('problem' in found);
      const { start, end } = syntaxFault(text, found);
      assert.deepEqual([start, text.slice(start, end)], [before.length, inside]);
    });
  }
});

test('where the first document ends', () => {
  for (const [text, end] of [
    ['a: b\n---\nc: d\n', 5],
    ['{a: b} c d', 7],
    ['a: b\n...\n', 5],
  ] as const) {
    const found = readGoYaml(text);
    assert.equal('end' in found && found.end, end);
  }
});
