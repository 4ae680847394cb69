import type { Row, Section } from '../../../server/describe-report';
import { claimNotes } from '../claim-notes';
import { styledHtml } from '../styled-html';
import { chainList } from './chain';
import { Html, html } from './html';
import { inputText } from './input';
import { lifeBar } from './life';
import { timelineList } from './timeline';

/** `now`: milliseconds since the epoch. */
export function sectionPart(section: Section, now: number): Html {
  const { title, note, life, timeline, chain } = section;
  return html`<details class="section" open data-title="${title}"><summary><h2>${title}</h2></summary>
<div class="body">
${life && lifeBar(life, now)}
${timeline && timelineList(timeline)}
${rowList(section)}
${chain && chainList(chain, now)}
${note !== undefined && html`<p>${note}</p>`}
${textOf(section)}
</div></details>`;
}

function rowList({ rows, claims }: Section): Html | undefined {
  const shown = rows.filter(({ drawn }) => !drawn);
  if (shown.length === 0) return undefined;
  const items = shown.map((each) => row(each, claims && claimNotes.get(each.label)));
  return html`<dl${claims && html` class="claims"`}>${items}</dl>`;
}

function row({ label, value, verbatim }: Row, note: string | undefined): Html {
  const shown = verbatim ? html`<code>${value}</code>` : html`${value}`;
  return html`<div><dt>${label}</dt><dd>${shown}</dd>${note !== undefined && html`<dd class="note">${note}</dd>`}</div>`;
}

/** Can be scrolled with the keyboard. */
function textOf({ title, text, styles, input }: Section): Html | undefined {
  if (input) return inputText(input);
  return text === undefined
    ? undefined
    : html`<pre tabindex="0" role="group" aria-label="${title}">${new Html(styledHtml(text, styles))}</pre>`;
}
