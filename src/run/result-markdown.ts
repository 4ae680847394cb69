import { type Description, outcomeWords, type Row, type Section } from '../../server/describe-report';

/** The report as it goes into an issue tracker. `machine`: what it was made on. */
export function resultMarkdown(
  { of, outcome, headline, kubectl, findings, sections }: Description,
  machine: readonly Row[] = [],
): string {
  const parts = [
    `# ${of === 'run' ? 'Exec plugin' : 'ExecCredential'}: ${outcomeWords[outcome].toLowerCase()}`,
    escapeMarkdown(headline),
    ...(kubectl === null ? [] : [`kubectl prints:\n\n${fenced(kubectl)}`]),
    ...(findings.length > 0
      ? [
          findings
            .map(({ severity, code, message }) => `- ${severity} \`${code}\`: ${escapeMarkdown(message)}`)
            .join('\n'),
        ]
      : []),
    ...sections.map(section),
    ...(machine.length > 0 ? [section({ title: 'Versions', rows: machine })] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

function section({ title, rows, note, text }: Section): string {
  const lines = rows.map(({ label, value, verbatim }) => {
    return `- ${escapeMarkdown(label)}: ${verbatim ? code(value) : escapeMarkdown(value)}`;
  });
  const body = [
    ...(lines.length > 0 ? [lines.join('\n')] : []),
    ...(note === undefined ? [] : [escapeMarkdown(note)]),
    ...(text === undefined ? [] : [fenced(text)]),
  ];
  return [`## ${title}`, ...body].join('\n\n');
}

/** A fence longer than any in the text, so that the text can't end it. */
function fenced(text: string): string {
  const fence = '`'.repeat(Math.max(2, longestRun(text)) + 1);
  return `${fence}\n${text}\n${fence}`;
}

function code(text: string): string {
  const fence = '`'.repeat(longestRun(text) + 1);
  return `${fence} ${text.replace(/\s+/g, ' ')} ${fence}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}

export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|]/g, '\\$&').replace(/\s+/g, ' ');
}
