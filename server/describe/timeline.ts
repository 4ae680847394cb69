import type { RunPhases } from '../protocol';
import type { Row, TimelinePhase } from './description';
import { milliseconds } from './time';

type Phase = readonly [key: keyof RunPhases, name: string, about: string];

/** In the order in which a run comes to them. */
const phaseNames: readonly Phase[] = [
  ['resolvedMs', 'Resolve', 'the program is found, its input put together'],
  ['startedMs', 'Start', 'the process is started'],
  ['firstByteMs', 'First byte', 'until it writes to standard output'],
  ['exitedMs', 'Exit', 'until it ends'],
  ['decodedMs', 'Decode', 'its output is read'],
  ['judgedMs', 'Judge', 'the credential is judged as kubectl would'],
];

/** Each phase begins where the one before it ended. Empty if the run did not come to the first. */
export function timelineOf(phases: RunPhases): TimelinePhase[] {
  let start = 0;
  const timeline = phaseNames.map(([key, name, about]): TimelinePhase => {
    const reached = phases[key];
    if (reached === null) return { name, about, time: null };
    const end = Math.max(start, reached);
    const time = { start, end };
    start = end;
    return { name, about, time };
  });
  return start === 0 ? [] : timeline;
}

/** How long each phase took, in words. */
export function phaseRows(timeline: readonly TimelinePhase[]): Row[] {
  const words = timeline.flatMap(({ name, time }) =>
    time ? [`${name.toLowerCase()} ${milliseconds(time.end - time.start)}`] : [],
  );
  return words.length === 0 ? [] : [{ label: 'Phases', value: words.join(', '), drawn: true }];
}
