import { banner } from './banner';
import { findingList } from './findings';
import { html } from './html';
import { sectionPart } from './section';
import type { Shown } from './shown';

/** All that is said of a run. Every text in it is escaped: names, claims and stderr are strangers' words. */
export function resultBody(shown: Shown): string {
  const { description, now } = shown;
  return html`${banner(shown)}
${findingList(description.findings)}
${description.sections.map((each) => sectionPart(each, now))}`.text;
}

/** Which run to look at, if there are several. `id`: of the one that is shown. */
export function runChooser({ runs, id }: Shown): string {
  if (runs.length < 2) return '';
  const options = runs.map(
    (run) =>
      html`<vscode-option value="${run.id}"${run.id === id && html` selected`}>${run.label}</vscode-option>`,
  );
  return html`<vscode-single-select id="runs" label="Run to look at">${options}</vscode-single-select>`.text;
}
