import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parse } from 'yaml';
import { type ParsedTopLevel, parseTopLevel, parseWhole } from '../../../../server/document/parse';
import { readJson } from '../../../../server/document/parts/read-json';
import { laidOut } from './laid-out';
import { mutated } from './mutate';

const conformance = path.join(import.meta.dirname, '../../../conformance');
const texts = ['load/cases', 'realworld'].flatMap((folder) =>
  readdirSync(path.join(conformance, folder))
    .filter((file) => /\.(?:ya?ml|json)$/.test(file))
    // A third of them: each is read several times as a whole.
    .filter((_, index) => index % 3 === 0)
    .flatMap((file) => asJson(readFileSync(path.join(conformance, folder, file), 'utf8'))),
);

/** As kubectl, jq and JSON.stringify write it. */
function asJson(text: string): string[] {
  try {
    const value: unknown = parse(text, { logLevel: 'silent' });
    return [4, 0].map((indent) => JSON.stringify(value, null, indent));
  } catch {
    return [];
  }
}

function isRead({ json }: ParsedTopLevel, text: string): boolean {
  return json?.text === text;
}

function assertSameAsWhole(parsed: ParsedTopLevel, text: string): void {
  const whole = parseWhole(text);
  assert.deepEqual(whole.faults, [], text);
  assert.deepEqual(laidOut(parsed.topLevel), laidOut(whole.topLevel), text);
}

describe('a JSON text read item by item is the same as one read as a whole', () => {
  test('of every kubeconfig of the corpora', () => {
    let count = 0;
    for (const text of texts) {
      const parsed = parseTopLevel(text);
      if (!isRead(parsed, text)) continue;
      count++;
      assertSameAsWhole(parsed, text);
    }
    assert.ok(count > 200, `${count} of ${texts.length}`);
  });

  test('while it is edited, and the same as one read anew', () => {
    let count = 0;
    for (const [index, original] of texts.entries()) {
      let parsed = parseTopLevel(original);
      for (let step = 0; step < 2; step++) {
        const text = mutated(original, index * 29 + step);
        parsed = parseTopLevel(text, parsed);
        const { topLevel, faults } = parseTopLevel(text);
        assert.deepEqual([laidOut(parsed.topLevel), parsed.faults], [laidOut(topLevel), faults], text);
        if (!isRead(parsed, text)) continue;
        count++;
        assertSameAsWhole(parsed, text);
      }
    }
    assert.ok(count > 100, String(count));
  });

  test('also if it only looks like JSON', () => {
    const odd = [
      '{"a": "\\/"}',
      '{"a": "\\ud83d\\ude00"}',
      '{"a"\n: 1}',
      '{"a":1}',
      '{"a": 01}',
      '{"a": 1e999}',
      '{"a": [1,]}',
      '{"a": .5}',
      '{"y": "y", "1": 2}',
      '{"a": "b &c", "d": [{"e": "f"}]}',
      '{"a": 1} # comment',
      '{"a": 1}\n---\n{"b": 2}',
      '{"a": "é"}',
      '{"a":\t1}',
      '{"a": "b\nc"}',
      `{"${'k'.repeat(1200)}": 1}`,
      '{"<<": {"a": 1}, "b": 2}',
      '{"a": {"<<": {"b": 1}}}',
      '{"a": 18446744073709551616, "b": -0, "c": 1E2, "d": null, "e": true}',
      '{}',
      ' {\n}\n',
      '[]',
      '{"a": "\\u0000\\b\\f\\n\\r\\t\\u0085\\""}',
      `${'{"a":'.repeat(60)}1${'}'.repeat(60)}`,
    ];
    for (const text of odd) {
      const parsed = parseTopLevel(text);
      if (isRead(parsed, text)) assertSameAsWhole(parsed, text);
    }
    assert.ok(odd.filter((text) => isRead(parseTopLevel(text), text)).length >= 6);
  });
});

/** Where something in JSON begins or ends, from an offset on. */
function boundary(text: string, offset: number): number {
  const found = text.slice(offset).search(/[[\]{},]/);
  return found < 0 ? text.length : offset + found;
}

test('a text whose lists are edited is the same as one read anew', () => {
  const bits = [
    ',',
    ', 7',
    ', {"name": "w"}',
    '{"name": "x"}',
    '{"name": "y"}, ',
    '1',
    ' ',
    '\n',
    '"',
    ']',
    '}',
    '[]',
    '{',
    'null',
    '"z"',
    '',
  ];
  const place = fc.double({ min: 0, max: 1, noNaN: true });
  const edit = fc.record({
    at: place,
    length: fc.constantFrom(0, 0, 1, 5, 20),
    bits: fc.array(fc.constantFrom(...bits), { maxLength: 3 }),
  });
  const list = fc.array(fc.constantFrom('{"name": "a", "user": {}}', '2', '"c, ]"', '[3]', '{}'), {
    maxLength: 6,
  });
  let alike = 0;
  fc.assert(
    fc.property(
      fc.tuple(list, list, fc.constantFrom(',', ', ', ',\n  ')),
      fc.array(edit),
      ([one, other, comma], edits) => {
        let text = `{"kind": "Config", "users": [${one.join(comma)}], "more": 1, "clusters": [ ${other.join(comma)} ]}`;
        let reading = parseTopLevel(text);
        for (const { at, length, bits } of edits) {
          const start = boundary(text, Math.floor(at * text.length));
          const end = length === 0 ? start : boundary(text, start + length);
          const next = text.slice(0, start) + bits.join('') + text.slice(end);
          const anew = parseTopLevel(next);
          const again = parseTopLevel(next, reading);
          assert.deepEqual(
            [laidOut(again.topLevel), again.faults],
            [laidOut(anew.topLevel), anew.faults],
            next,
          );
          // A text that is broken is where the next edits begin only now and then: most would stay so.
          if (!isRead(again, next)) continue;
          alike++;
          [text, reading] = [next, again];
        }
      },
    ),
    { numRuns: 2000 },
  );
  assert.ok(alike > 1000, String(alike));
});

describe('only what has changed is read again', () => {
  const large = JSON.stringify(
    { kind: 'Config', users: Array.from({ length: 1000 }, (_, index) => ({ name: `u${index}`, user: {} })) },
    null,
    4,
  );
  const changes: readonly [title: string, change: (text: string) => string, most: number][] = [
    ['a letter', (text) => text.replace('"u500"', '"u500x"'), 1],
    ['a new item', (text) => text.replace('"users": [', '"users": [{"name": "new"}, '), 1],
    ['an item that goes', (text) => text.replace(/\{\s*"name": "u500",\s*"user": \{\}\s*\},/, ''), 0],
    ['the first line', (text) => text.replace('"Config"', '"Other"'), 1],
  ];
  for (const [title, change, most] of changes) {
    test(title, () => {
      const before = readJson(large) ?? assert.fail('it is JSON');
      assert.equal(before.read, 1001);
      const text = change(large);
      assert.notEqual(text, large);
      const after = readJson(text, before) ?? assert.fail('it is JSON');
      assert.ok(after.read <= most, `${after.read} items`);
    });
  }
});
