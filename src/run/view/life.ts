import { fineSpan } from '../../../server/describe/time';
import type { Life } from '../../../server/describe-report';
import { type Html, html } from './html';

export interface LifeNow {
  /** Such as `14 min 05 s left`. */
  readonly text: string;
  /** How much of it is left, in percent. */
  readonly percent: number;
  readonly state: 'fresh' | 'ending' | 'expired';
}

/** `now`: milliseconds since the epoch. */
export function lifeAt({ from, until }: Pick<Life, 'from' | 'until'>, now: number): LifeNow {
  const left = until - now;
  if (left <= 0) return { text: `Expired ${fineSpan(-left)} ago`, percent: 0, state: 'expired' };
  const percent = until > from ? Math.min(100, (100 * left) / (until - from)) : 100;
  return { text: `${fineSpan(left)} left`, percent, state: percent < 10 ? 'ending' : 'fresh' };
}

/** The page lets it move; see page.ts. */
export function lifeBar(life: Life, now: number): Html {
  const { text, percent, state } = lifeAt(life, now);
  const until = new Date(life.until).toISOString().replace('T', ' ').replace(/\..*/, ' UTC');
  return html`<div class="life ${state}" data-from="${life.from}" data-until="${life.until}">
<div class="life-text"><span class="left">${text}</span> <span class="until">until ${until}, by ${life.by}</span></div>
<vscode-progress-bar role="group" aria-label="Remaining life of the credential" value="${percent}"></vscode-progress-bar>
</div>`;
}
