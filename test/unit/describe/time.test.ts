import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fineSpan, remaining } from '../../../server/describe/time';
import { outcomeOf } from '../../../server/last-run';
import { lifeAt } from '../../../src/run/view/life';

const [second, minute, hour, day] = [1000, 60_000, 3_600_000, 86_400_000];

const cases = [
  [0, '0 s', '0 s'],
  [59 * second + 999, '59 s', '59 s'],
  [minute, '1 min', '1 min 00 s'],
  [14 * minute + 59 * second, '14 min', '14 min 59 s'],
  [2 * hour - 1, '119 min', '119 min 59 s'],
  [2 * hour, '2 h', '2 h 00 min'],
  [2 * day - 1, '47 h', '47 h 59 min'],
  [3 * day - 1, '2 days', '2 days'],
  [400 * day, '400 days', '400 days'],
] as const;

for (const [ms, words, fine] of cases) {
  test(`${ms} ms are ${words}, in whole units`, () => {
    assert.equal(remaining(ms), `in ${words}`);
    assert.equal(fineSpan(ms), fine);
    if (ms > 0) assert.equal(remaining(-ms), `${words} ago`);
  });
}

test('command line, result view and lens say the same of the life that is left', () => {
  for (let left = minute; left < 400 * day; left = Math.floor(left * 1.07)) {
    const words = remaining(left).replace('in ', '');
    const last = { verdict: 'accepted', why: null, summary: '', endedAt: '' } as const;
    const lens = outcomeOf({ ...last, expiresAt: new Date(left).toISOString() }, 0);
    assert.equal(lens.text, `accepted, expires in ${words}`);
    assert.ok(lifeAt({ from: 0, until: left }, 0).text.startsWith(words), `${left}`);
  }
});
