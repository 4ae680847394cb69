import { rules } from '../../server/rules';

interface Manifest {
  readonly contributes: {
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
  };
}

interface Setting {
  readonly default: unknown;
  readonly description?: string;
  readonly markdownDescription?: string;
}

/** A row for each setting of the manifest. */
export function settingsTable({ contributes }: Manifest): string {
  const rows = Object.entries(contributes.configuration.properties).map(([name, setting]) => [
    `\`${name}\``,
    `\`${JSON.stringify(setting.default)}\``,
    setting.markdownDescription ?? setting.description ?? '',
  ]);
  return table(['Setting', 'Default', 'Meaning'], rows);
}

/** A row for each rule, in the order of its code. */
export function checksTable(): string {
  const rows = rules
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code, severity, title, link }) => [`[\`${code}\`](${link})`, severity, title]);
  return table(['Check', 'Severity', 'What is wrong'], rows);
}

/** Columns are aligned, as the formatter wants them. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [first = [], ...others] = cells;
  return [line(first), line(widths.map((width) => '-'.repeat(width))), ...others.map(line)].join('\n');
}

/** Puts a table between its two marks. Throws when the marks are not there. */
export function withTable(text: string, name: string, content: string): string {
  const marks = new RegExp(`(<!-- ${name}: [^>]*-->\n)[\\s\\S]*?(<!-- /${name} -->)`);
  if (!marks.test(text)) throw new Error(`README.md has no marks for the table of ${name}`);
  return text.replace(marks, (_, start: string, end: string) => `${start}${content}\n${end}`);
}

export function withTables(text: string, manifest: Manifest): string {
  return withTable(withTable(text, 'settings', settingsTable(manifest)), 'checks', checksTable());
}
