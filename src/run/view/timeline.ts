import { milliseconds } from '../../../server/describe/time';
import type { TimelinePhase } from '../../../server/describe-report';
import { type Html, html } from './html';

/** Of the picture, which is stretched to the room that there is. */
const width = 1000;
/** What took next to no time can be seen all the same. */
const leastWidth = 5;

/** One line for each phase, to scale; the words beside a bar say what it shows. */
export function timelineList(timeline: readonly TimelinePhase[]): Html {
  const end = Math.max(...timeline.map(({ time }) => time?.end ?? 0));
  const last = timeline.findLastIndex(({ time }) => time);
  const items = timeline.map((phase, index) => phaseItem(phase, end, index < last));
  return html`<ol class="timeline" aria-label="Phases">${items}</ol>
<p class="total">${milliseconds(end)} to the ${last === timeline.length - 1 ? 'verdict' : 'end'}</p>`;
}

/** `passed`: whether the run came further than this phase. */
function phaseItem({ name, about, time }: TimelinePhase, end: number, passed: boolean): Html {
  if (!time) {
    const words = passed ? 'nothing written' : 'not reached';
    return html`<li class="none" title="${about}"><span>${name}</span><span class="track"></span><span class="took">${words}</span></li>`;
  }
  const scale = (ms: number) => Math.round((width * ms) / end);
  const length = Math.max(leastWidth, scale(time.end - time.start));
  const x = Math.min(scale(time.start), width - length);
  return html`<li title="${about}"><span>${name}</span><span class="track"><svg viewBox="0 0 ${width} 1" preserveAspectRatio="none" aria-hidden="true"><rect x="${x}" width="${length}" height="1"/></svg></span><span class="took">${milliseconds(time.end - time.start)}</span></li>`;
}
