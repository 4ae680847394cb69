import assert from 'node:assert/strict';
import { it } from 'node:test';
import { noPhases, Phases } from '../../../server/plugin/phases';

it('tells the phases that were reached, to a tenth of a millisecond', () => {
  const phases = new Phases();
  assert.deepEqual(phases.report, noPhases);
  phases.reach('resolvedMs');
  const { resolvedMs } = phases.report;
  assert.ok(resolvedMs !== null && resolvedMs >= 0 && Number.isInteger(Math.round(resolvedMs * 1e6) / 1e5));
  assert.deepEqual({ ...phases.report, resolvedMs: null }, noPhases);
});

it('counts only the first time', () => {
  const phases = new Phases();
  phases.reach('firstByteMs');
  const before = phases.report;
  for (const end = performance.now() + 2; performance.now() < end; );
  phases.reach('firstByteMs');
  assert.deepEqual(phases.report, before);
});
