import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HeadTail, headAndTail } from '../../../server/plugin/head-tail';
import { notFoundHelp, printable } from '../../../server/plugin/install-hint';
import { terminalText } from '../../../server/plugin/terminal-text';
import { inTime } from './fakes';

describe('what was written for a terminal', () => {
  const rows: Readonly<Record<string, readonly [written: string, text: string]>> = {
    plain: ['a\tb\nc', 'a\tb\nc'],
    colours: ['\x1b[1;31mred\x1b[0m', 'red'],
    'a title and a link': ['\x1b]0;title\x07a\x1b]8;;http://x\x1b\\b\x1b]8;;\x1b\\', 'ab'],
    'a string without an end': ['a\x1b]0;title\nb', 'a\nb'],
    'a sequence without an end': ['a\x1b[31', 'a'],
    '8-bit sequences': ['\x9b31mred\x9d0;t\x9c', 'red'],
    'carriage returns': ['a\r\nb\rc\r\r\nd\r\re', 'a\nc\ne'],
    'a bar of progress': ['10 %\r50 %\r100 %\ndone', '100 %\ndone'],
    'what is written over in part': ['waiting\rdone\n', 'doneing\n'],
    'a line that is erased': ['waiting\r\x1b[Kdone\x1b[2Kx', 'x'],
    'the end of a line, erased': ['waiting\x1b[4D\x1b[K', 'wai'],
    'letters that are struck twice': ['b\x08bo\x08o', 'bo'],
    'a cursor that moves on': ['a\x1b[900Cb\x1b[2Gc', 'acb'],
    'a cursor that moves up': ['a\nb\x1b[1Ac\x1b[2K\x1b[1Ad', 'a\nb\nd'],
    'a bell, a backspace, NUL': ['ab\x07\x08\0c', 'ac'],
    'text that runs the other way': ['a\u202eb\u2066c\ufeff', 'abc'],
  };
  for (const [name, [written, text]] of Object.entries(rows))
    it(name, () => assert.equal(terminalText(written).text, text));

  it('is cleaned in time that grows with the text only', () => {
    for (const piece of ['x\x1b[31m', 'x\x1b[9C', '\x1b]', '\x90', '\x1b[', '\r', '\x1b]x\n'])
      inTime(() => terminalText(piece.repeat(200_000)));
  });
});

describe('the beginning and the end of a stream', () => {
  function kept(chunks: readonly string[], limit: number): string {
    const stream = new HeadTail(limit);
    for (const chunk of chunks) stream.add(Buffer.from(chunk));
    assert.equal(stream.text, stream.text, 'reading it changes nothing');
    return stream.text;
  }

  it('all of it, while it fits', () => {
    assert.equal(kept(['ab', 'cd', 'ef'], 3), 'abcdef');
    assert.equal(kept([], 3), '');
  });

  it('with a note of what is left out', () => {
    assert.equal(kept(['abcdefghij'], 3), 'abc\n[4 bytes left out]\nhij');
    assert.equal(kept([...'abcdefghij'], 3), 'abc\n[4 bytes left out]\nhij');
  });

  it('byte by byte without end', () => {
    const stream = new HeadTail(31 * 1024);
    const byte = Buffer.from('x');
    inTime(() => {
      for (let count = 0; count < 1_000_000; count++) stream.add(byte);
    });
    assert.match(stream.text, /^x{31744}\n\[936512 bytes left out\]\nx{31744}$/);
  });

  it('of a text, in at most so many bytes', () => {
    assert.equal(headAndTail('short', 64), 'short');
    const text = headAndTail('é'.repeat(500), 200);
    assert.ok(Buffer.byteLength(text) <= 200);
    assert.match(text, /^é+.*left out.*é$/s);
  });
});

describe('an install hint', () => {
  it('keeps line breaks and spells out what acts on a terminal', () => {
    assert.equal(
      printable('a\n\t\v\f\rb\x1b[31m\u202e\0é日😀\u00a0\u2028'),
      'a\n\t\v\f\rbU+001B[31mU+202EU+0000é日😀\u00a0\u2028',
    );
  });

  it('stands after kubectl’s own help', () => {
    assert.match(notFoundHelp(''), /#client-go-credential-plugins$/);
    assert.match(notFoundHelp('get it'), /#client-go-credential-plugins\n\nget it$/);
  });
});
