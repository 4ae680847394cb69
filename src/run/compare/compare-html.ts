import type { Difference } from '../../../server/compare-reports';
import { factSections } from '../../../server/report-facts';
import { escapeHtml } from '../escape-html';
import type { Resources } from '../result-html';
import { changedParts, whole } from './changed-parts';
import { type Comparison, headlineOf } from './comparison';
import { lineDiff } from './line-diff';
import type { Side } from './side';

/** Two runs side by side. Every text in it is escaped: names, claims and standard error are strangers' words. */
export function compareHtml(comparison: Comparison, { cspSource, style, script }: Resources): string {
  const { before, after, differences } = comparison;
  const policy = `default-src 'none'; style-src ${cspSource}; script-src ${cspSource}`;
  const equal = differences.filter(({ kind }) => kind === 'equal').length;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${escapeHtml(style)}">
<title>Two runs compared</title>
</head>
<body>
<main>
<div role="status"><h1>${escapeHtml(headlineOf(comparison))}</h1></div>
<div class="actions">
<button type="button" data-request="others">Compare others…</button>
<button type="button" class="secondary" data-request="swap">Swap sides</button>
<button type="button" class="secondary" data-request="copy">Copy comparison</button>
<label><input type="checkbox" id="equal"> Show what is equal (${equal})</label>
</div>
<table>
<thead><tr><td></td>${sideHead('Before', before)}${sideHead('After', after)}</tr></thead>
${sections(differences).join('\n')}
</table>
</main>
<script src="${escapeHtml(script)}"></script>
</body>
</html>`;
}

function sideHead(when: string, { name, place, verdict, at }: Side): string {
  const tone = verdict === 'Not judged' ? '' : ` ${verdict.toLowerCase()}`;
  const mark = `<span class="verdict${tone}">${verdict}</span>`;
  return `<th scope="col"><span class="when">${when}</span><span class="name">${escapeHtml(name)}</span> ${mark}<div class="note">${escapeHtml(`${place} · ${at}`)}</div></th>`;
}

function sections(differences: readonly Difference[]): string[] {
  return factSections.flatMap((section) => {
    const rows = differences.filter((difference) => difference.section === section);
    if (rows.length === 0) return [];
    const hidden = rows.every(({ kind }) => kind === 'equal') ? ' class="equal"' : '';
    const head = `<tr><th scope="rowgroup" colspan="3">${escapeHtml(section)}</th></tr>`;
    const body = rows.map(section === 'Standard error' ? linesRow : row);
    return `<tbody${hidden}>\n${[head, ...body].join('\n')}\n</tbody>`;
  });
}

const marks = {
  differs: ['≠', 'Differs'],
  varies: ['~', 'Another in each run'],
  equal: ['=', 'Equal'],
} as const;

function rowHead({ kind, label }: Difference): string {
  const [mark, words] = marks[kind];
  const hint = `<span class="mark" aria-hidden="true" title="${words}">${mark}</span><span class="unseen">${words}: </span>`;
  return `<th scope="row">${hint}${escapeHtml(label)}</th>`;
}

function row(difference: Difference): string {
  const { kind, before, after, verbatim } = difference;
  const head = `<tr class="${kind}">${rowHead(difference)}`;
  if (kind === 'equal')
    return `${head}<td colspan="2">${value(escapeHtml(before ?? ''), verbatim)}</td></tr>`;
  const [first, second] =
    kind === 'differs' ? changedParts(before ?? '', after ?? '') : [whole(before ?? ''), whole(after ?? '')];
  const cell = (text: string | null, parts: typeof first) =>
    `<td>${text === null ? '<span class="none">none</span>' : value(marked(parts), verbatim)}</td>`;
  return `${head}${cell(before, first)}${cell(after, second)}</tr>`;
}

/** `html`: escaped. */
function value(html: string, verbatim: boolean): string {
  // A long text scrolls, with the keyboard, too.
  if (html.includes('\n') || html.length > 400) return `<pre tabindex="0">${html}</pre>`;
  return verbatim ? `<code>${html}</code>` : html;
}

function marked([start, changed, end]: readonly [string, string, string]): string {
  const middle = changed === '' ? '' : `<mark>${escapeHtml(changed)}</mark>`;
  return `${escapeHtml(start)}${middle}${escapeHtml(end)}`;
}

const tags = { same: ['  ', 'span'], removed: ['- ', 'del'], added: ['+ ', 'ins'] } as const;

function linesRow(difference: Difference): string {
  const { kind, before, after } = difference;
  const lines = lineDiff(before ?? '', after ?? '')
    .filter((line) => line.kind === 'same' || (line.kind === 'removed' ? before : after) !== null)
    .map(({ kind, text }) => {
      const [sign, tag] = tags[kind];
      return `<${tag}>${sign}${escapeHtml(text)}</${tag}>`;
    });
  return `<tr class="${kind}">${rowHead(difference)}<td colspan="2"><pre tabindex="0">${lines.join('\n')}</pre></td></tr>`;
}
