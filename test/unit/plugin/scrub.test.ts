import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Scrubber } from '../../../server/plugin/scrub';
import { inTime } from './fakes';

const secret = 'q7Xz93LmPd02RkTnVb5sYc81';
const scrubber = new Scrubber([secret, 'hunter2']);
const known = (text: string) => scrubber.known(text);

describe('known secrets', () => {
  it('are masked where they stand, and nothing else is', () => {
    assert.equal(known(`a ${secret} b`), 'a [redacted] b');
    assert.equal(known('plain text about nothing'), 'plain text about nothing');
    assert.equal(known(''), '');
  });

  it('are masked in pieces of twelve characters', () => {
    assert.equal(known(`a ${secret.slice(3, 15)} b`), 'a [redacted] b');
    assert.equal(known(`a ${secret.slice(3, 14)} b`), `a ${secret.slice(3, 14)} b`);
  });

  it('are masked whole when they are shorter', () => {
    assert.equal(known('login hunter2, HUNTER2!'), 'login [redacted], [redacted]!');
    assert.equal(new Scrubber(['abc']).known('abc'), 'abc');
  });

  it('become one when they touch', () => {
    assert.equal(known(`${secret}${secret}`), '[redacted]');
    assert.equal(known(`${secret} ${secret}`), '[redacted] [redacted]');
  });

  it('are masked in names and values', () => {
    assert.deepEqual(scrubber.value({ [secret]: [secret, 1, null, { a: 'hunter2' }] }), {
      '[redacted]': ['[redacted]', 1, null, { a: '[redacted]' }],
    });
  });
});

describe('secrets that another knows', () => {
  it('are masked, too', () => {
    const both = new Scrubber(['another1'], scrubber);
    assert.equal(both.known(`a ${secret} another1`), 'a [redacted] [redacted]');
    assert.equal(known('another1'), 'another1');
  });
});

describe('more than can be searched for', () => {
  const long = Array.from({ length: 30_000 }, (_, at) => (at * 7919).toString(36)).join('');

  it('leaves nothing to show', () => {
    const scrubber = new Scrubber([long.repeat(20)]);
    assert.equal(scrubber.masksAll, true);
    assert.deepEqual([scrubber.known('anything'), scrubber.known('')], ['[redacted]', '']);
    assert.equal(new Scrubber([], scrubber).masksAll, true);
    assert.equal(new Scrubber(Array.from({ length: 200_000 }, (_, at) => `secret-${at}`)).masksAll, true);
  });

  it('and just less is found in reasonable time', () => {
    const part = long.slice(0, 120_000);
    const scrubber = inTime(() => new Scrubber([part]));
    assert.equal(scrubber.masksAll, false);
    assert.equal(
      inTime(() => scrubber.known(part.slice(50_000, 110_000))),
      '[redacted]',
    );
    const words = Array.from({ length: 10_000 }, (_, at) => `word${at}x`);
    const text = 'no such thing here. '.repeat(3_000);
    assert.equal(
      inTime(() => new Scrubber(words).known(text)),
      text,
    );
  });
});
