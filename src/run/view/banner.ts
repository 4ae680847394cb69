import { outcomeWords } from '../../../server/describe/outcome';
import { type Html, html } from './html';
import type { Shown } from './shown';

/** For the eye; the word beside it is for everyone. */
const marks = {
  accepted: html`<path d="m4.5 8.5 2.5 2.5 4.5-5.5"/>`,
  rejected: html`<path d="m5.3 5.3 5.4 5.4m0-5.4-5.4 5.4"/>`,
  stopped: html`<path d="M5 8h6"/>`,
  unjudged: html`<path d="M5 8h6"/>`,
} as const;

export function banner({ description, can }: Shown): Html {
  const { outcome, headline, about, simulated, kubectl } = description;
  return html`<header class="verdict ${outcome}">
<svg class="mark" viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="7"/>${marks[outcome]}</svg>
<div class="says">
<h1>${outcomeWords[outcome]}</h1>
<p class="headline">${headline}</p>
<p class="about">${about.map(({ label, value }) => html`<span>${label} <code>${value}</code></span>`)}</p>
${simulated.length > 0 && simulation(simulated)}
${kubectl !== null && html`<p class="note">kubectl prints</p><pre tabindex="0">${kubectl}</pre>`}
${actions(description.of, can)}
</div>
</header>`;
}

function simulation(simulated: readonly string[]): Html {
  const parts = simulated.map((word) => html` <vscode-badge>${word}</vscode-badge>`);
  return html`<p class="simulated">Simulated${parts}</p>`;
}

function actions(of: 'run' | 'document', can: Shown['can']): Html {
  const again = `${of === 'run' ? 'Run' : 'Judge'} again`;
  return html`<div class="actions">
${can.runAgain && button('runAgain', again)}
${of === 'run' && can.runWith && button('runWith', 'Run with…', can.runAgain)}
${can.compare && button('compare', 'Compare with…', true)}
${button('copyReport', 'Copy report', true)}
</div>`;
}

function button(request: string, label: string, secondary = false): Html {
  return html`<vscode-button id="${request}" data-request="${request}"${secondary && html` secondary`}>${label}</vscode-button>`;
}
