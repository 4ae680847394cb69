import type { DocumentKind } from '../document/located-document';
import { FileError } from '../environment';
import { nodeEnvironment } from '../environment-node';
import { type Checked, check } from '../rules/check';
import { withoutUrlPasswords } from '../url-passwords';
import { formatOf, parse } from './arguments';
import { textOf } from './check-text';
import { helpText } from './help';
import { LineIndex } from './line-index';
import { failure, usageError, write, writeJson } from './output';
import { type InputFile, readInput } from './read';

interface Request {
  readonly paths: readonly string[];
  readonly kind: DocumentKind | undefined;
  readonly format: 'text' | 'json';
}

export type FileResult = ReturnType<typeof resultOf>;

/** `check`: returns the exit status. */
export async function checkCommand(args: readonly string[]): Promise<number> {
  const request = requestOf(args);
  if (request === 'help') {
    write(helpText('check'));
    return 0;
  }
  if (typeof request === 'string') return usageError(request, 'check');
  const { files, unreadable } = await checkFiles(request);
  if (request.format === 'json') writeJson({ files });
  else {
    const { lines, summary } = textOf(files, unreadable);
    write(lines);
    process.stderr.write(summary);
  }
  if (unreadable > 0) return 2;
  return files.some((file) => file.diagnostics.some(({ severity }) => severity === 'error')) ? 1 : 0;
}

function requestOf(args: readonly string[]): Request | string {
  const parsed = parse(args, { format: { type: 'string' }, kind: { type: 'string' } });
  if ('problem' in parsed) return parsed.problem;
  if (parsed.help) return 'help';
  const { values, positionals: paths } = parsed;
  const format = formatOf(values.format);
  if (typeof format !== 'string') return format.problem;
  const { kind } = values;
  if (kind !== undefined && kind !== 'kubeconfig' && kind !== 'exec-credential') {
    return `unknown kind "${kind}": use kubeconfig or exec-credential`;
  }
  if (paths.length === 0) return 'no file is named';
  if (paths.filter((path) => path === '-').length > 1) return 'standard input can be read only once';
  return { paths, kind, format };
}

async function checkFiles({ paths, kind }: Request) {
  const files: FileResult[] = [];
  let unreadable = 0;
  for (const path of paths) {
    try {
      files.push(resultOf(await readInput(path, kind)));
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      failure(`cannot read ${path}: ${error.reason}`);
      unreadable += 1;
    }
  }
  return { files, unreadable };
}

function resultOf({ path, directory, document, text }: InputFile) {
  const checked: Pick<Checked, 'diagnostics' | 'contexts'> = document
    ? check(document, { environment: nodeEnvironment, directory }, path)
    : { diagnostics: [], contexts: [] };
  const lines = new LineIndex(text);
  return {
    path,
    kind: document?.kind ?? ('other' as const),
    contexts: checked.contexts.map((context) => ({
      ...context,
      kubectl: withoutUrlPasswords(context.kubectl),
    })),
    diagnostics: checked.diagnostics.map(({ code, severity, message, start, end, kubectl }) => ({
      code,
      severity,
      message: withoutUrlPasswords(message),
      range: { start: lines.positionAt(start), end: lines.positionAt(end) },
      kubectl: withoutUrlPasswords(kubectl),
    })),
  };
}
