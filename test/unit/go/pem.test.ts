import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pemBlocks } from '../../../server/go/pem';
import { inTime } from '../plugin/fakes';

const block = '-----BEGIN A KEY-----\nAAECAwQF\n-----END A KEY-----\n';

/** Types and, in hexadecimal, bytes of the blocks that are found. */
function found(text: string): string[] {
  return pemBlocks(text).map(({ type, der }) => `${type}:${der.toString('hex')}`);
}

const rows: Readonly<Record<string, readonly [text: string, blocks: readonly string[]]>> = {
  'a block': [block, ['A KEY:000102030405']],
  'without its last line break': [block.trimEnd(), ['A KEY:000102030405']],
  'several, with text around': [`x\n${block}y\n${block}z`, ['A KEY:000102030405', 'A KEY:000102030405']],
  'CRLF and blanks at the ends of lines': [block.replaceAll('\n', ' \t\r\n'), ['A KEY:000102030405']],
  'two carriage returns after BEGIN': [block.replaceAll('\n', '\r\r\n'), []],
  'blanks inside': [block.replace('AAEC', ' AA\tEC '), ['A KEY:000102030405']],
  'an indented BEGIN': [` ${block}`, []],
  'an indented END': [block.replace('-----END', ' -----END'), []],
  'one line': [block.replaceAll('\n', ''), []],
  'another type at the end': [block.replace('END A', 'END B'), []],
  'text after END': [block.replace(/-----\n$/, '-----x\n'), []],
  'no dashes after the type': [block.replace('KEY-----', 'KEY----'), []],
  'bytes that are not base64': [block.replace('AAEC', 'AA*C'), []],
  'padding that is missing': [block.replace('AwQF', 'AwQ'), []],
  padding: [block.replace('AwQF', 'Aw=='), ['A KEY:00010203']],
  headers: [block.replace('AAEC', 'Proc-Type: 4\nDEK: x\n\nAAEC'), ['A KEY:000102030405']],
  'nothing but headers to the end': ['-----BEGIN X-----\na: b\n', []],
  'a body that is empty': ['-----BEGIN X-----\n-----END X-----\n', ['X:']],
  'the same after headers': ['-----BEGIN X-----\na: b\n-----END X-----\n', []],
  'a block inside a broken one': [`-----BEGIN X-----\n${block}`, ['A KEY:000102030405']],
};

describe('PEM blocks as Go finds them', () => {
  for (const [name, [text, blocks]] of Object.entries(rows)) {
    it(name, () => assert.deepEqual(found(text), blocks));
  }

  it('takes time that grows with the text only', () => {
    const begin = '-----BEGIN X-----\n';
    const hostile = [
      begin,
      `${begin}a: b\n`,
      `${begin}AAAA\n-----END Y-----\n`,
      `${begin}AAAA\n`,
      '-----BEGIN ',
    ];
    for (const piece of hostile) {
      const text = piece.repeat(5_000_000 / piece.length);
      assert.deepEqual(
        inTime(() => pemBlocks(text)),
        [],
      );
      assert.ok(inTime(() => pemBlocks(`${text}\n-----END X-----\n`)).length <= 1);
    }
  });
});
