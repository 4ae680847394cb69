import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { outcomeOf, outcomeWithTime } from '../../server/last-run';
import type { LastRun } from '../../server/protocol';

const now = Date.parse('2030-01-01T00:00:00Z');
const [second, minute, hour, day] = [1000, 60_000, 3_600_000, 86_400_000];

/** `left`: milliseconds until it expires. */
function accepted(left: number | null, more: Partial<LastRun> = {}): LastRun {
  return {
    verdict: 'accepted',
    why: null,
    summary: '',
    endedAt: new Date(now).toISOString(),
    expiresAt: left === null ? null : new Date(now + left).toISOString(),
    ...more,
  };
}
const words = (run: LastRun, at = now) => outcomeOf(run, at).text;

describe('how a run has ended', () => {
  test('tells the time that is left in whole units', () => {
    const told = [
      1,
      59 * second,
      minute,
      14 * minute + 59 * second,
      119 * minute,
      2 * hour,
      47 * hour,
      3 * day,
    ];
    assert.deepEqual(
      told.map((left) => words(accepted(left)).replace('accepted, expires in ', '')),
      ['less than a minute', 'less than a minute', '1 min', '14 min', '119 min', '2 h', '47 h', '3 days'],
    );
  });

  test('says when nothing expires, and what has expired', () => {
    assert.equal(words(accepted(null)), 'accepted');
    assert.deepEqual(outcomeOf(accepted(0), now), {
      text: 'accepted, has expired',
      is: 'expired',
      changesInMs: null,
    });
  });

  test('says why it was rejected, and what speaks against one that was not', () => {
    const rejected = accepted(hour, { verdict: 'rejected', why: 'exit status 1' });
    assert.deepEqual(outcomeOf(rejected, now), {
      text: 'rejected: exit status 1',
      is: 'bad',
      changesInMs: null,
    });
    assert.equal(words(accepted(null, { verdict: 'stopped', why: 'timed out' })), 'stopped: timed out');
    assert.deepEqual(outcomeOf(accepted(null, { verdict: 'unjudged', why: 'it is too much' }), now), {
      text: 'not judged: it is too much',
      is: 'open',
      changesInMs: null,
    });
    const forced = accepted(hour, { why: 'kubectl refuses the context' });
    assert.equal(words(forced), 'accepted, but kubectl refuses the context');
  });

  test('changes just when it says so', () => {
    for (let left = 3 * day + 1, changes = 0; left > 0; changes++) {
      const run = accepted(left);
      const { text, changesInMs } = outcomeOf(run, now);
      assert.ok(changesInMs !== null && changesInMs > 0 && changes < 400, text);
      assert.notEqual(words(run, now + changesInMs), text);
      assert.equal(words(run, now + changesInMs - 1), text);
      left -= changesInMs;
    }
  });

  test('names the time where nobody is told of changes', () => {
    const { text, changesInMs } = outcomeWithTime(accepted(hour), now);
    assert.match(text, /^accepted, expires on 20(?:29|30)-\d\d-\d\d at \d\d:\d\d$/);
    assert.equal(changesInMs, null);
    for (const run of [accepted(null), accepted(0), accepted(1, { verdict: 'rejected' })]) {
      assert.deepEqual(outcomeWithTime(run, now), outcomeOf(run, now));
    }
  });
});
