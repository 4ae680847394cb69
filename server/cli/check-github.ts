import { printable } from '../printable';
import type { FileResult } from './file-result';
import { repositoryPath } from './reported-path';

type Diagnostic = FileResult['diagnostics'][number];

const commands: Readonly<Record<Diagnostic['severity'], string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** The diagnostics as workflow commands of GitHub Actions, which shows them beside the lines. */
export function githubOf(files: readonly FileResult[]): string {
  return files
    .flatMap(({ path, diagnostics }) => diagnostics.map((diagnostic) => commandOf(path, diagnostic)))
    .join('');
}

function commandOf(path: string, { code, severity, message, range: { start, end } }: Diagnostic): string {
  const oneLine = start.line === end.line;
  const properties = {
    file: repositoryPath(path),
    line: start.line + 1,
    endLine: end.line + 1,
    // Columns are allowed on a single line only; the last one belongs to the place.
    ...(oneLine && { col: start.character + 1, endColumn: Math.max(start.character + 1, end.character) }),
    title: code,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${commands[severity]} ${list.join(',')}::${data(printable(message))}\n`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
