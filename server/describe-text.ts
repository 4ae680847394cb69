import type { Description, Section } from './describe-report';
import { printable } from './printable';

/** A run in words for a person: the outcome first, then what it rests on. Lines end with a line feed. */
export function descriptionText(description: Description): string {
  return textOf([...verdictLines(description), ...description.sections.map(linesOf)]);
}

/** The other way round, for where the end of a text is what is seen of it. */
export function descriptionLog(description: Description): string {
  return textOf([...description.sections.map(linesOf).reverse(), ...verdictLines(description)]);
}

function verdictLines({ headline, kubectl, findings }: Description): string[][] {
  return [
    [headline, ...indented(kubectl)],
    findings.map(({ severity, message }) => `${severity}: ${message}`),
  ];
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
