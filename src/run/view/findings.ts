import type { Finding } from '../../../server/describe-report';
import { type Html, html } from './html';

export function findingList(findings: readonly Finding[]): Html | undefined {
  if (findings.length === 0) return undefined;
  return html`<details class="section" open data-title="Findings"><summary><h2>Findings</h2></summary>
<div class="body"><ul class="findings">${findings.map(findingItem)}</ul></div></details>`;
}

const severities = { error: 'Error', warning: 'Warning', information: 'Information', hint: 'Hint' } as const;

function findingItem({ severity, code, message, at, fix }: Finding, index: number): Html {
  const goTo =
    at !== undefined &&
    html`<vscode-button secondary id="place${index}" data-request="goTo" data-finding="${index}">Go to ${at}</vscode-button>`;
  const repair =
    fix &&
    html`<vscode-button id="fix${index}" data-request="fix" data-finding="${index}">${fix.title}</vscode-button>`;
  const controls = (goTo || repair) && html`<div class="actions">${repair}${goTo}</div>`;
  return html`<li class="${severity}"><span class="severity">${severities[severity]}</span><div>${message} <code>${code}</code>${controls}</div></li>`;
}
