import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Scrubber } from '../../../server/plugin/scrub';
import { stderrReport } from '../../../server/plugin/stderr-report';
import type { RunReport } from '../../../server/protocol';

const secret = 'q7Xz93LmPd02RkTnVb5sYc81wHfJ46aE';

function stderrOf(written: string, ...secrets: string[]) {
  return stderrReport(written, new Scrubber(secrets));
}

/** Each style by its text. */
function looks({ stderr, stderrStyles }: Pick<RunReport, 'stderr' | 'stderrStyles'>) {
  return stderrStyles.map(({ start, end, ...look }) => [stderr.slice(start, end), look]);
}

describe('the styles of stderr', () => {
  const rows: Readonly<Record<string, readonly [written: string, ...looks: unknown[]]>> = {
    plain: ['a\x1b[0mb\x1b[m'],
    'a colour': ['a\x1b[31mb\x1b[39mc', ['b', { foreground: 'red' }]],
    'bright ones': ['\x1b[97;104mb', ['b', { foreground: 'brightWhite', background: 'brightBlue' }]],
    'of the palette': [
      '\x1b[38;5;9ma\x1b[38;5;208mb\x1b[48;5;232mc',
      ['a', { foreground: 'brightRed' }],
      ['b', { foreground: '#ff8700' }],
      ['c', { foreground: '#ff8700', background: '#080808' }],
    ],
    'of any colour': ['\x1b[38;2;1;2;255;1ma', ['a', { foreground: '#0102ff', bold: true }]],
    'with colons': [
      '\x1b[38:2::1:2:255ma\x1b[38:2:3:2:255mb',
      ['a', { foreground: '#0102ff' }],
      ['b', { foreground: '#0302ff' }],
    ],
    'that is none': ['\x1b[38;5;256ma\x1b[38;2;1;2mb\x1b[38mc\x1b[199md'],
    attributes: [
      '\x1b[1;2;3;4;7;9ma\x1b[22;24;27mb\x1b[23;29mc',
      ['a', { bold: true, dim: true, italic: true, underline: true, inverse: true, strikethrough: true }],
      ['b', { italic: true, strikethrough: true }],
    ],
    'over lines, as one': [
      '\x1b[31ma\nb\r\n\x1b[31mc',
      ['a', { foreground: 'red' }],
      ['b', { foreground: 'red' }],
      ['c', { foreground: 'red' }],
    ],
    'what is written over': [
      '\x1b[31mabcd\r\x1b[32mxy',
      ['xy', { foreground: 'green' }],
      ['cd', { foreground: 'red' }],
    ],
    'the same again': ['\x1b[31ma\x1b[0;31mb', ['ab', { foreground: 'red' }]],
    'of characters beyond the first plane': [
      '\u{1f600}\x1b[31m\u{1f680}',
      ['\u{1f680}', { foreground: 'red' }],
    ],
  };
  for (const [name, [written, ...expected]] of Object.entries(rows))
    it(name, () => assert.deepEqual(looks(stderrOf(written)), expected));

  it('of a masked piece is that of its first character', () => {
    const written = `\x1b[31m${secret.slice(0, 9)}\x1b[32m${secret.slice(9)}x\x1b[0m ${secret.slice(0, 14)}\x1b[34m${secret.slice(14)}`;
    const report = stderrOf(written, secret);
    assert.equal(report.stderr, '[redacted]x [redacted]');
    assert.deepEqual(looks(report), [
      ['[redacted]', { foreground: 'red' }],
      ['x', { foreground: 'green' }],
    ]);
  });

  it('moves behind what looks like a secret', () => {
    const report = stderrOf(
      '\x1b[31mpassword=hunter22\x1b[0m ok \x1b[1mBearer abc123def456\x1b[0m \x1b[4mend',
    );
    assert.equal(report.stderr, 'password=[redacted] ok Bearer [redacted] end');
    assert.deepEqual(looks(report), [
      ['password=[redacted]', { foreground: 'red' }],
      ['Bearer [redacted]', { bold: true }],
      ['end', { underline: true }],
    ]);
  });

  it('is right before and behind what is left out', () => {
    const report = stderrOf(`\x1b[31ma\x1b[0m${'x'.repeat(100_000)}\x1b[32mb`);
    assert.match(report.stderr, /left out/);
    assert.deepEqual(looks(report), [
      ['a', { foreground: 'red' }],
      ['b', { foreground: 'green' }],
    ]);
    const all = stderrOf(`\x1b[31m${'\u{1f600}'.repeat(50_000)}`);
    assert.deepEqual(
      all.stderrStyles.map(({ start, end }) => [start, end]),
      [[0, all.stderr.length]],
    );
  });

  it('is not there if its colours spell a secret', () => {
    const bytes = [...Buffer.from(secret)];
    const spelled = bytes.map((byte) => `\x1b[38;2;${byte};${byte};0mx`).join('');
    const apart = bytes.map((_, at) => `\x1b[48;2;${bytes.slice(3 * at, 3 * at + 3).join(';')}mx`).join('');
    assert.notDeepEqual(stderrOf(spelled, secret).stderrStyles, []);
    assert.deepEqual(stderrOf(apart, secret).stderrStyles, []);
  });

  it('has an end', () => {
    const report = stderrOf('\x1b[31mx\x1b[32mx'.repeat(5000));
    assert.equal(report.stderr.length, 10_000);
    assert.equal(report.stderrStyles.length, 2000);
  });

  it('is in order and within the text, and changes nothing in it', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '\x1b[31m',
        '\x1b[0m',
        '\x1b[1;44m',
        '\r',
        '\n',
        '\b',
        '\x1b[K',
        '\x1b[3C',
        '\x1b[2D',
        '\x1b[A',
      ),
      fc.constantFrom(secret, secret.slice(3, 17), 'token=abc', 'plain words', '\u{1f600}', '[redacted]'),
    );
    const property = fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const written = pieces.join('');
      const { stderr, stderrStyles } = stderrOf(written, secret);
      let last = 0;
      for (const { start, end } of stderrStyles) {
        assert.ok(last <= start && start < end && end <= stderr.length);
        last = end;
      }
      const colourless = pieces.filter((each) => !each.endsWith('m')).join('');
      assert.equal(stderr, stderrOf(colourless, secret).stderr);
    });
    fc.assert(property, { numRuns: 300, seed: 5 });
  });
});
