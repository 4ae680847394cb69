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
  if (left <= 0) return { text: `Expired ${span(-left)} ago`, percent: 0, state: 'expired' };
  const percent = until > from ? Math.min(100, (100 * left) / (until - from)) : 100;
  return { text: `${span(left)} left`, percent, state: percent < 10 ? 'ending' : 'fresh' };
}

/** The two largest units; the smaller one always with two digits, so that nothing moves when it changes. */
function span(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const [minutes, hours, days] = [60, 3600, 86_400].map((unit) => Math.floor(seconds / unit)) as [
    number,
    number,
    number,
  ];
  const two = (value: number) => String(value).padStart(2, '0');
  if (days > 1) return `${days} days`;
  if (hours > 0) return `${hours} h ${two(minutes % 60)} min`;
  return minutes > 0 ? `${minutes} min ${two(seconds % 60)} s` : `${seconds} s`;
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
