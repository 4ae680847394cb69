import { printable } from '../printable';
import type { CheckArguments } from './check-arguments';
import type { FileResult } from './file-result';

/** One line per diagnostic, as compilers print them, and a summary that is not meant for programs. */
export function textOf(
  files: readonly FileResult[],
  failed: number,
  fix?: CheckArguments['fix'],
): { readonly lines: string; readonly summary: string } {
  const word = fix === 'dry-run' ? 'would-fix' : 'fixed';
  const lines = files.flatMap((file) => [...fixedLinesOf(file, word), ...linesOf(file)]).join('');
  return { lines, summary: summaryOf(files, failed, fix) };
}

/** In the same form, with the word in the place of the severity. */
function fixedLinesOf({ path, fixed = [] }: FileResult, word: string): string[] {
  return fixed.map(({ range: { start }, code, title }) => {
    return `${printable(`${path}:${start.line + 1}:${start.character + 1} ${word} ${code} ${title}`)}\n`;
  });
}

function linesOf({ path, diagnostics }: FileResult): string[] {
  return diagnostics.map(({ range, severity, code, message }) => {
    const { line, character } = range.start;
    return `${printable(`${path}:${line + 1}:${character + 1} ${severity} ${code} ${message}`)}\n`;
  });
}

function summaryOf(files: readonly FileResult[], failed: number, fix: CheckArguments['fix']): string {
  const severities = files.flatMap((file) => file.diagnostics.map(({ severity }) => severity));
  const number = (wanted: string) => severities.filter((severity) => severity === wanted).length;
  const skipped = files
    .filter((file) => file.kind === 'other')
    .map((file) => `${printable(file.path)} is no kubeconfig, ExecCredential or kuberc; not checked.\n`);
  const problems = `${count(number('error'), 'error')}, ${count(number('warning'), 'warning')}`;
  const rest = failed > 0 ? `; ${failed} could not be read${fix === 'write' ? ' or written' : ''}` : '';
  const fixes = files.reduce((sum, { fixed = [] }) => sum + fixed.length, 0);
  const made =
    fix === 'write'
      ? `${count(fixes, 'fix', 'fixes')} made; `
      : `${count(fixes, 'fix', 'fixes')} would be made; `;
  const first = fix ? made : '';
  return `${skipped.join('')}${first}${problems}${fix ? ' left' : ''} in ${count(files.length, 'file')}${rest}.\n`;
}

function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}
