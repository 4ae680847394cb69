import type { Description, Section } from './describe-report';
import { printable } from './printable';

/** A run in words for a person: the outcome first, then what it rests on. Lines end with a line feed. */
export function descriptionText({ headline, kubectl, findings, sections }: Description): string {
  return textOf([
    [headline, ...indented(kubectl)],
    findings.map(({ severity, message }) => `${severity}: ${message}`),
    ...sections.map(linesOf),
  ]);
}

function linesOf({ title, rows, text, note }: Section): string[] {
  const width = Math.max(0, ...rows.map(({ label }) => label.length)) + 1;
  const lines = rows.map(({ label, value }) => `  ${`${label}:`.padEnd(width)} ${value}`);
  return [`${title}:`, ...lines, ...indented(note ?? null), ...indented(text ?? null)];
}

/** The lines of a text below something else. */
export function indented(text: string | null): string[] {
  if (!text) return [];
  const lines = text.trimEnd().split('\n');
  return lines.map((line) => `  ${line}`);
}

/** Of sections of lines that may quote anything. */
export function textOf(sections: readonly (readonly string[])[]): string {
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => `${printable(line)}\n`).join(''))
    .join('\n');
}
