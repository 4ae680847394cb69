import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { Scrubber } from '../../../server/plugin/scrub';
import { stderrReport } from '../../../server/plugin/stderr-report';
import { terminalText } from '../../../server/plugin/terminal-text';
import type { TextStyle } from '../../../server/protocol';
import { styledHtml } from '../../../src/run/styled-html';

const red = { foreground: 'red' } as const;

describe('a line as it was seen last', () => {
  const rows: Readonly<Record<string, readonly [written: string, text: string]>> = {
    progress: ['10 %\r20 %\rdone', 'done'],
    'erased first': ['waiting …\r\x1b[Kok', 'ok'],
    'erased wholly': ['waiting …\x1b[2Kok', 'ok'],
    'written over in part': ['abcdef\rxy', 'xycdef'],
    'a cursor that goes back': ['abc\x1b[2Dx', 'axc'],
    'a column': ['abc\x1b[2Gx', 'axc'],
    'a cursor that goes ahead': ['a\x1b[40Cb', 'a b'],
    'another line': ['one\x1b[Atwo', 'one\ntwo'],
  };
  for (const [name, [written, text]] of Object.entries(rows))
    test(name, () => assert.equal(terminalText(written).text, text));
});

describe('the style of a text', () => {
  const rows: Readonly<Record<string, readonly [written: string, styles: readonly TextStyle[]]>> = {
    none: ['plain', []],
    'a colour and its end': ['a\x1b[31mb\x1b[0mc', [{ start: 1, end: 2, ...red }]],
    'over a line break': [
      '\x1b[31ma\nb',
      [
        { start: 0, end: 1, ...red },
        { start: 2, end: 3, ...red },
      ],
    ],
    'several at once': [
      '\x1b[1;4;91;42ma',
      [{ start: 0, end: 1, bold: true, underline: true, foreground: 'brightRed', background: 'green' }],
    ],
    'ended one by one': [
      '\x1b[1;31ma\x1b[22mb\x1b[39mc',
      [
        { start: 0, end: 1, bold: true, ...red },
        { start: 1, end: 2, ...red },
      ],
    ],
    'of 256': [
      '\x1b[38;5;9ma\x1b[38;5;196mb\x1b[48;5;244mc',
      [
        { start: 0, end: 1, foreground: 'brightRed' },
        { start: 1, end: 2, foreground: '#ff0000' },
        { start: 2, end: 3, foreground: '#ff0000', background: '#808080' },
      ],
    ],
    'of all': [
      '\x1b[38;2;1;2;255ma\x1b[m\x1b[48:2::1:2:3mb',
      [
        { start: 0, end: 1, foreground: '#0102ff' },
        { start: 1, end: 2, background: '#010203' },
      ],
    ],
    'that nobody knows': ['\x1b[38;5;999m\x1b[123ma', []],
    'of what was written over': ['\x1b[31mabc\r\x1b[0mx', [{ start: 1, end: 3, ...red }]],
  };
  for (const [name, [written, styles]] of Object.entries(rows))
    test(name, () => assert.deepEqual(terminalText(written).styles, styles));
});

describe('standard error in a report', () => {
  const secret = 'Zx8Kq2Lw9Rt5Vb3Nm7';
  const scrubber = new Scrubber([secret]);

  test('masks a secret that colours break up', () => {
    const written = `\x1b[31mtoken ${secret.slice(0, 6)}\x1b[32m${secret.slice(6)}\x1b[0m, \x1b[33mend`;
    assert.deepEqual(stderrReport(written, scrubber), {
      stderr: 'token [redacted], end',
      stderrStyles: [
        { start: 0, end: 16, ...red },
        { start: 18, end: 21, foreground: 'yellow' },
      ],
    });
  });

  test('does not tell a secret by the numbers of its colours', () => {
    const bytes = [...Buffer.from(secret, 'latin1')];
    const colors = [0, 3, 6, 9, 12, 15].map((at) => `\x1b[38;2;${bytes.slice(at, at + 3).join(';')}mx`);
    assert.deepEqual(stderrReport(colors.join(''), scrubber).stderrStyles, []);
  });

  test('has its styles in order and within, whatever is written', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '\x1b[31m',
        '\x1b[0m',
        '\x1b[1;44m',
        '\r',
        '\n',
        '\b',
        '\x1b[K',
        '\x1b[3D',
        secret,
        secret.slice(0, 14),
      ),
      fc.string({ maxLength: 8 }),
      fc.constant('é'.repeat(9000)),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        const { stderr, stderrStyles } = stderrReport(pieces.join(''), scrubber);
        let done = 0;
        for (const { start, end } of stderrStyles) {
          assert.ok(done <= start && start < end && end <= stderr.length, JSON.stringify(stderrStyles));
          done = end;
        }
        const visible = styledHtml(stderr, stderrStyles).replace(/<[^>]*>/g, '');
        assert.equal(visible, styledHtml(stderr));
        assert.ok(!stderr.includes(secret.slice(0, 12)));
      }),
      { numRuns: 300 },
    );
  });
});

test('a text in colours is escaped, and its classes are ours', () => {
  assert.equal(
    styledHtml('<a> & b', [
      { start: 0, end: 3, ...red, bold: true },
      { start: 4, end: 5, background: '#010203' },
    ]),
    '<span class="bold fg-red">&lt;a&gt;</span> <span class="" data-bg="#010203">&amp;</span> b',
  );
});
