import { FileError } from '../environment';
import { nodeEnvironment } from '../environment-node';
import { type Checked, check } from '../rules/check';
import { formatOf, parse } from './arguments';
import { helpText, usageError } from './help';
import { LineIndex } from './line-index';
import { type InputFile, readInput } from './read';

type FileResult = ReturnType<typeof resultOf>;

/** `check`: returns the exit status. */
export async function checkCommand(args: readonly string[]): Promise<number> {
  const parsed = parse(args, {
    format: { type: 'string' },
    kind: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  });
  if ('problem' in parsed) return usageError(parsed.problem, 'check');
  const { values, positionals } = parsed;
  if (values.help) {
    process.stdout.write(helpText('check'));
    return 0;
  }
  const format = formatOf(values.format);
  if (typeof format !== 'string') return usageError(format.problem, 'check');
  const { kind } = values;
  if (kind !== undefined && kind !== 'kubeconfig' && kind !== 'exec-credential') {
    return usageError(`unknown kind "${kind}": use kubeconfig or exec-credential`, 'check');
  }
  if (positionals.length === 0) return usageError('no file is named', 'check');
  const { files, unreadable } = checkFiles(positionals, kind);
  process.stdout.write(format === 'json' ? `${JSON.stringify({ files }, null, 2)}\n` : textOf(files));
  if (format === 'text') process.stderr.write(summaryOf(files));
  if (unreadable) return 2;
  return files.some((file) => file.diagnostics.some(({ severity }) => severity === 'error')) ? 1 : 0;
}

function checkFiles(paths: readonly string[], kind: 'kubeconfig' | 'exec-credential' | undefined) {
  const files: FileResult[] = [];
  let unreadable = false;
  for (const path of paths) {
    try {
      files.push(resultOf(readInput(path, kind)));
    } catch (error) {
      unreadable = true;
      const reason = error instanceof FileError ? error.reason : String(error);
      process.stderr.write(`kubeconfig-exec: cannot read ${path}: ${reason}\n`);
    }
  }
  return { files, unreadable };
}

function resultOf({ path, directory, document, text }: InputFile) {
  const checked: Checked = document
    ? check(document, { environment: nodeEnvironment, directory }, path)
    : { diagnostics: [], contexts: [] };
  const lines = new LineIndex(text);
  return {
    path,
    kind: document?.kind ?? ('other' as const),
    contexts: checked.contexts,
    diagnostics: checked.diagnostics.map(({ code, severity, message, start, end, kubectl }) => ({
      code,
      severity,
      message,
      range: { start: lines.positionAt(start), end: lines.positionAt(end) },
      kubectl,
    })),
  };
}

/** One line per diagnostic, as compilers print them. */
function textOf(files: readonly FileResult[]): string {
  const lines = files.flatMap(({ path, diagnostics }) =>
    diagnostics.map(({ range, severity, code, message }) => {
      const { line, character } = range.start;
      return `${path}:${line + 1}:${character + 1} ${severity} ${code} ${message}\n`;
    }),
  );
  return lines.join('');
}

function summaryOf(files: readonly FileResult[]): string {
  const count = (wanted: string) =>
    files.flatMap((file) => file.diagnostics).filter(({ severity }) => severity === wanted).length;
  const others = files.filter((file) => file.kind === 'other').map((file) => file.path);
  const skipped = others.map(
    (path) => `${path} is neither a kubeconfig nor an ExecCredential; not checked.\n`,
  );
  const numbers = [number(count('error'), 'error'), number(count('warning'), 'warning')].join(', ');
  return `${skipped.join('')}${numbers} in ${number(files.length, 'file')}.\n`;
}

function number(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
