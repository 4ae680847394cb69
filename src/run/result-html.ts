import type { Description, Row, Section } from '../../server/describe-report';
import type { ReportFinding } from '../../server/protocol';
import { claimNotes } from './claim-notes';
import { escapeHtml } from './escape-html';
import { styledHtml } from './styled-html';

export interface Resources {
  /** What the webview serves its own files from. */
  readonly cspSource: string;
  readonly style: string;
  readonly script: string;
}

/** The result view. Every text in it is escaped: names, claims and stderr are strangers' words. */
export function resultHtml(description: Description, { cspSource, style, script }: Resources): string {
  const policy = `default-src 'none'; style-src ${cspSource}; script-src ${cspSource}`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${escapeHtml(style)}">
<title>Exec plugin</title>
</head>
<body>
<main>
${banner(description)}
${findingList(description.findings)}
${description.sections.map(section).join('\n')}
</main>
<script src="${escapeHtml(script)}"></script>
</body>
</html>`;
}

const words = { accepted: 'Accepted', rejected: 'Rejected', stopped: 'Stopped' } as const;

function banner({ of, outcome, headline, kubectl }: Description): string {
  const said = kubectl === null ? '' : `<p class="says">kubectl prints:</p>\n${block(kubectl)}`;
  return `<header class="verdict ${outcome}">
<h1 role="status"><span class="badge">${words[outcome]}</span> ${escapeHtml(headline)}</h1>
${said}
<div class="actions">
<button type="button" data-request="runAgain">${of === 'run' ? 'Run' : 'Judge'} again</button>
<button type="button" class="secondary" data-request="copyReport">Copy report</button>
</div>
</header>`;
}

function findingList(findings: readonly ReportFinding[]): string {
  if (findings.length === 0) return '';
  const items = findings.map((finding, index) => {
    const { severity, code, message } = finding;
    const text = `${escapeHtml(message)} <code>${escapeHtml(code)}</code>${fixButton(finding, index)}`;
    return `<li class="${severity}"><span class="severity">${capitalized(severity)}</span> <span>${text}</span></li>`;
  });
  return `<section aria-labelledby="findings"><h2 id="findings">Findings</h2>\n<ul class="findings">${items.join('\n')}</ul></section>`;
}

function fixButton({ fix }: ReportFinding, index: number): string {
  if (!fix) return '';
  const title = escapeHtml(fix.title);
  return ` <button type="button" class="secondary" data-request="fix" data-finding="${index}">${title}</button>`;
}

function section({ title, rows, text, styles, claims }: Section, index: number): string {
  const id = `section-${index}`;
  const list =
    rows.length > 0
      ? `<dl>${rows.map((each) => row(each, claims ? claimNotes.get(each.label) : undefined)).join('\n')}</dl>`
      : '';
  return `<section aria-labelledby="${id}"><h2 id="${id}">${escapeHtml(title)}</h2>\n${list}${text === undefined ? '' : block(text, styles)}</section>`;
}

function row({ label, value, verbatim }: Row, note?: string): string {
  const shown = verbatim ? `<code>${escapeHtml(value)}</code>` : escapeHtml(value);
  return `<div><dt>${escapeHtml(label)}</dt><dd>${shown}${note === undefined ? '' : `<div class="note">${escapeHtml(note)}</div>`}</dd></div>`;
}

/** Can be scrolled with the keyboard. */
function block(text: string, styles?: Section['styles']): string {
  return `<pre tabindex="0">${styledHtml(text, styles)}</pre>`;
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
