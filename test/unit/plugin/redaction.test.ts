import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { breaks, contexts, forms } from './redaction/forms';
import { places } from './redaction/places';
import { failureOf, leaksOf } from './redaction/property';
import { regressions, usual } from './redaction/regressions';

/** The same cases each time; `npm run test:redaction` tries others, and many more. */
const trial = { runs: 1000, seed: 1 };

describe('no piece of a secret is in a report', () => {
  it('wherever it comes from, however it is written and broken up', () => {
    assert.equal(failureOf(trial), undefined);
  });

  it('whichever place it has', () => {
    for (const place of Object.keys(places)) assert.deepEqual(leaksOf({ ...usual, place }), [], place);
  });

  it('whichever place it has, when nothing but that gives it away', () => {
    const short = { ...usual, kind: 'a short password', secret: 'kTpXq2vLmZw9b' };
    for (const place of Object.keys(places)) assert.deepEqual(leaksOf({ ...short, place }), [], place);
  });

  it('whichever form it has', () => {
    for (const form of Object.keys(forms)) assert.deepEqual(leaksOf({ ...usual, form }), [], form);
  });

  it('whatever stands around it', () => {
    for (const around of Object.keys(contexts)) assert.deepEqual(leaksOf({ ...usual, around }), [], around);
  });

  it('however it is broken up', () => {
    for (const broken of Object.keys(breaks)) assert.deepEqual(leaksOf({ ...usual, broken }), [], broken);
  });

  it('in 10 MB of noise, and where noise leaves a part of it', () => {
    const [much, less] = [5 * 1024 * 1024, usual.kept - 80];
    for (const noise of [
      [much, much],
      [less, much],
      [much, less],
      [0, much],
    ] as const)
      assert.deepEqual(leaksOf({ ...usual, noise }), [], String(noise));
  });

  for (const [name, found] of Object.entries(regressions)) {
    it(name, () => assert.deepEqual(leaksOf({ ...usual, ...found }), []));
  }
});

describe('a failure', () => {
  it('is told without the secret', () => {
    const unknown = { ...usual, place: 'nowhere', secret: 'correct-horse-battery-staple' };
    const leaks = leaksOf(unknown);
    assert.match(leaks.join(), /pieces of the secret/);
    assert.doesNotMatch(leaks.join(), /horse/);
  });
});
