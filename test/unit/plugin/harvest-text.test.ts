import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { mayBeSecret } from '../../../server/credential/token-shape';
import { secretsInText } from '../../../server/plugin/harvest-text';
import { inTime } from './fakes';

const found = (text: string) => [...secretsInText(text)];

/** The same as one would write it for short texts. */
function plainly(text: string): Set<string> {
  const all: string[] = [];
  let column: string[] = [];
  for (const part of [...text.split(/[\r\n]+/), 'the end']) {
    const line = part.trim();
    const words = line.split(/\s+/);
    if (words.length === 1) column.push(line);
    else {
      if (column.length > 1 && column.some(({ length }) => length >= 8)) all.push(column.join(''));
      column = [];
    }
    if (words.length === 1 && line.length >= 8) all.push(line);
    const pieces = words.flatMap((word) => [word, ...word.split(/["'`,;{}[\]()<>=|:]+/)]);
    all.push(...pieces.filter(mayBeSecret));
    for (const [, quoted = ''] of line.matchAll(/"((?:[^"\\]|\\.){8,})"?/g)) {
      if (mayBeSecret(quoted)) all.push(quoted);
    }
  }
  return new Set(all);
}

describe('secrets in a text that nobody could decode', () => {
  it('are words, their pieces, what is quoted, and what lines of one word make together', () => {
    assert.deepEqual(found('see s3cr3t-value now'), ['s3cr3t-value']);
    assert.deepEqual(found('x {"k":"s3cr3t-value"}'), [
      '{"k":"s3cr3t-value"}',
      's3cr3t-value',
      's3cr3t-value',
    ]);
    assert.deepEqual(found('say "one two three" x'), ['one two three']);
    assert.deepEqual(found('say "one \\u0041 three'), ['one \\u0041 three', 'one A three']);
    assert.deepEqual(found('abcdefgh1\n\r\n  rest\u00a0\nthe end'), ['abcdefgh1', 'abcdefgh1rest']);
    assert.deepEqual(found('two words\nabcdefgh1\n'), ['abcdefgh1']);
    assert.deepEqual(found('plain language\n and_short\t\n'), ['and_short']);
    assert.deepEqual(found(''), []);
  });

  it('are those that are found in the plain way', () => {
    const unit = fc.constantFrom(
      'a',
      'B7c',
      'words ',
      's3cr3t-x',
      ' ',
      '\n',
      '\r\n',
      '\u2028',
      '\u00a0',
      '"',
      ':',
      '{',
      '-',
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 40 }), (units) => {
        const text = units.join('');
        assert.deepEqual([...new Set(found(text))].sort(), [...plainly(text)].sort());
      }),
      { numRuns: 3000 },
    );
  });

  const size = 10 * 1024 * 1024;
  for (const unit of [
    'a\n',
    'a ',
    '\n',
    '"',
    '"\\',
    '" a',
    'a:',
    'a.',
    '"abcdefgh1A" ',
    'a "b c ',
    'some words \n',
  ]) {
    it(`are found in 10 MiB of ${JSON.stringify(unit)} in time`, () => {
      inTime(() => {
        for (const secret of secretsInText(unit.repeat(size / unit.length))) assert.ok(secret.length >= 8);
      });
    });
  }
});
