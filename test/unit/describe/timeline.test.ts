import assert from 'node:assert/strict';
import { test } from 'node:test';
import { phaseRows, timelineOf } from '../../../server/describe/timeline';
import { noPhases } from '../../../server/plugin/phases';

test('each phase begins where the one before it ended', () => {
  const timeline = timelineOf({
    resolvedMs: 0.4,
    startedMs: 2,
    firstByteMs: 30,
    exitedMs: 42.6,
    decodedMs: 43,
    judgedMs: 43.1,
  });
  assert.deepEqual(
    timeline.map(({ name, time }) => [name, time?.start, time?.end]),
    [
      ['Resolve', 0, 0.4],
      ['Start', 0.4, 2],
      ['First byte', 2, 30],
      ['Exit', 30, 42.6],
      ['Decode', 42.6, 43],
      ['Judge', 43, 43.1],
    ],
  );
  const [row] = phaseRows(timeline);
  assert.equal(
    row?.value,
    'resolve 0.4 ms, start 1.6 ms, first byte 28 ms, exit 13 ms, decode 0.4 ms, judge 0.1 ms',
  );
});

test('a plugin may write nothing, or end before its output is seen', () => {
  const timeline = timelineOf({ ...noPhases, resolvedMs: 1, startedMs: 2, exitedMs: 9 });
  assert.deepEqual(
    timeline.map(({ time }) => time?.end),
    [1, 2, undefined, 9, undefined, undefined],
  );
  const late = timelineOf({ ...noPhases, resolvedMs: 1, startedMs: 2, firstByteMs: 9, exitedMs: 8 });
  assert.deepEqual(late[3]?.time, { start: 9, end: 9 });
});

test('of what was not run there is none', () => {
  assert.deepEqual(timelineOf(noPhases), []);
  assert.deepEqual(phaseRows([]), []);
});
