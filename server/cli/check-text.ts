import type { FileResult } from './check';
import { printable } from './output';

/** One line per diagnostic, as compilers print them, and a summary that is not meant for programs. */
export function textOf(
  files: readonly FileResult[],
  unreadable: number,
): { readonly lines: string; readonly summary: string } {
  return { lines: files.flatMap(linesOf).join(''), summary: summaryOf(files, unreadable) };
}

function linesOf({ path, diagnostics }: FileResult): string[] {
  return diagnostics.map(({ range, severity, code, message }) => {
    const { line, character } = range.start;
    return `${printable(`${path}:${line + 1}:${character + 1} ${severity} ${code} ${message}`)}\n`;
  });
}

function summaryOf(files: readonly FileResult[], unreadable: number): string {
  const severities = files.flatMap((file) => file.diagnostics.map(({ severity }) => severity));
  const number = (wanted: string) => severities.filter((severity) => severity === wanted).length;
  const skipped = files
    .filter((file) => file.kind === 'other')
    .map((file) => `${printable(file.path)} is no kubeconfig, ExecCredential or kuberc; not checked.\n`);
  const problems = `${count(number('error'), 'error')}, ${count(number('warning'), 'warning')}`;
  const rest = unreadable > 0 ? `; ${unreadable} could not be read` : '';
  return `${skipped.join('')}${problems} in ${count(files.length, 'file')}${rest}.\n`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
