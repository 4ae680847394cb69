import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { Scrubber } from '../../../server/plugin/scrub';
import { inTime } from './fakes';

const secret = 'q7Xz93LmPd02RkTnVb5sYc81';
const scrubber = new Scrubber([secret, 'hunter2']);
const base64 = (text: string | Buffer) => Buffer.from(text).toString('base64url');
const hex = (text: string) => Buffer.from(text).toString('hex');

describe('a secret inside of something', () => {
  const rows: Readonly<Record<string, readonly [text: string, shown: string]>> = {
    base64: [`a ${base64(base64(secret))} b`, 'a [redacted] b'],
    hex: [`a ${hex(base64(secret))} b`, 'a [redacted] b'],
    'the middle of base64': [`a ${base64(base64(`{"id":1,"t":"${secret}","next":2}`))} b`, ''],
    gzip: [`a ${base64(gzipSync(secret))} b`, 'a [redacted] b'],
    'gzip with a file name': [`a ${base64(withName(gzipSync(secret)))} b`, 'a [redacted] b'],
    'two gzips': [
      `${base64(gzipSync('x'.repeat(50)))} ${base64(gzipSync(secret))}`,
      `${base64(gzipSync('x'.repeat(50)))} [redacted]`,
    ],
    'numbers of Go': [`got [${[...Buffer.from(secret)].join(' ')}] b`, 'got [[redacted]] b'],
  };
  for (const [name, [text, shown]] of Object.entries(rows)) {
    it(name, () => {
      const known = scrubber.known(text);
      assert.notEqual(known, text);
      if (shown !== '') assert.equal(known, shown);
    });
  }

  it('what can not be inflated is not shown from where it begins', () => {
    const broken = base64(
      Buffer.concat([gzipSync(secret).subarray(0, 10), Buffer.from('no such block, this')]),
    );
    assert.equal(scrubber.known(`a ${broken}`), 'a [redacted]');
    const bomb = base64(gzipSync(Buffer.alloc(10_000_000)));
    assert.equal(
      inTime(() => scrubber.known(`a ${bomb} b`)),
      'a [redacted]',
    );
  });

  it('nothing is masked by chance', () => {
    for (const text of [
      'It took 65 66 67 ms.',
      base64('nothing of interest'.repeat(40)),
      'cafe babe '.repeat(90),
    ])
      assert.equal(scrubber.known(text), text);
  });

  it('is looked for in time that grows with the text only', () => {
    const layers = (depth: number, text: string): string =>
      depth === 0 ? text : base64(layers(depth - 1, text));
    const hostile = [
      'QUFB'.repeat(16_000),
      layers(3, 'QUFB'.repeat(6000)),
      '33'.repeat(32_000),
      'H4sI'.repeat(16_000),
      '\\"&amp;%25=41\\\\'.repeat(4000),
      '65 '.repeat(21_000),
      '\x1b[31m'.repeat(12_000),
      '\\'.repeat(62_000),
    ];
    for (const text of hostile) inTime(() => scrubber.known(text));
  });
});

/** As `gzip FILE` writes it. */
function withName(zipped: Buffer): Buffer {
  const header = Buffer.from(zipped.subarray(0, 10));
  header[3] = 8;
  return Buffer.concat([header, Buffer.from('token.json\0'), zipped.subarray(10)]);
}
