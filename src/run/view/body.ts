import { banner } from './banner';
import { findingList } from './findings';
import { type Html, html } from './html';
import { sectionPart } from './section';
import type { RunChoice, Shown } from './shown';

/** All that the page shows. Every text in it is escaped: names, claims and stderr are strangers' words. */
export function resultBody(shown: Shown): string {
  const { id, description, runs, now } = shown;
  return html`${runs.length > 1 && chooser(runs, id)}
${banner(shown)}
${findingList(description.findings)}
${description.sections.map((each) => sectionPart(each, now))}`.text;
}

function chooser(runs: readonly RunChoice[], id: number): Html {
  const options = runs.map(
    (run) =>
      html`<vscode-option value="${run.id}"${run.id === id && html` selected`}>${run.label}</vscode-option>`,
  );
  return html`<nav class="runs" aria-label="Runs of this window"><vscode-single-select id="runs" label="Run to look at">${options}</vscode-single-select></nav>`;
}
