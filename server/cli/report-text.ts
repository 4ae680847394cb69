import { describeReport, type Section } from '../describe-report';
import { printable } from '../printable';
import type { RunReport } from '../protocol';
import type { RefusalReport } from './refusal-report';
import type { AnyReport } from './run-outcome';

/** The report of `run` for a person: verdict first, then what it rests on. */
export function textReport(report: RunReport): string {
  const { headline, kubectl, findings, sections } = describeReport(report);
  return textOf([
    [headline, ...indented(kubectl)],
    findings.map(({ severity, message }) => `${severity}: ${message}`),
    ...sections.map(linesOf),
  ]);
}

/** For a file that kubectl refuses before it runs the plugin. */
export function refusalText({ summary, kubectl }: RefusalReport): string {
  return textOf([[summary ?? '', ...indented(kubectl)]]);
}

/** Why a run ended as it did, without what only this one has, such as its duration. */
export function reasonText({ summary, kubectl, findings, stderr }: AnyReport): string[] {
  const said = (findings ?? []).map(({ severity, message }) => `  ${severity}: ${message}`);
  const written = stderr ? ['  Standard error:', ...indented(stderr).map((line) => `  ${line}`)] : [];
  return [`  ${summary ?? ''}`, ...indented(kubectl).map((line) => `  ${line}`), ...said, ...written];
}

function linesOf({ title, rows, text, note }: Section): string[] {
  const width = Math.max(0, ...rows.map(({ label }) => label.length)) + 1;
  const lines = rows.map(({ label, value }) => `  ${`${label}:`.padEnd(width)} ${value}`);
  return [`${title}:`, ...lines, ...indented(note ?? null), ...indented(text ?? null)];
}

function indented(text: string | null): string[] {
  if (!text) return [];
  const lines = text.trimEnd().split('\n');
  return lines.map((line) => `  ${line}`);
}

export function textOf(sections: readonly (readonly string[])[]): string {
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => `${printable(line)}\n`).join(''))
    .join('\n');
}
