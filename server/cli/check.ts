import type { DocumentKind } from '../document/located-document';
import { FileError } from '../environment';
import { nodeEnvironment } from '../environment-node';
import { readMerged } from '../merged-files';
import { type Checked, check, checkTogether } from '../rules/check';
import { withoutUrlPasswords } from '../url-passwords';
import { type CheckArguments, checkArguments } from './check-arguments';
import { textOf } from './check-text';
import { helpText } from './help';
import { LineIndex } from './line-index';
import { failure, printable, usageError, write, writeJson } from './output';
import { type InputFile, readInput } from './read';

export type FileResult = ReturnType<typeof fileResult>;

/** `check`: returns the exit status. */
export async function checkCommand(args: readonly string[]): Promise<number> {
  const request = checkArguments(args);
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

async function checkFiles({ paths, listed, kind, kubernetesVersion }: CheckArguments) {
  const files: FileResult[] = listedResults(listed, kubernetesVersion);
  let unreadable = 0;
  for (const path of paths) {
    try {
      files.push(resultOf(await readInput(path, kind), kubernetesVersion));
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      failure(`cannot read ${path}: ${error.reason}`);
      unreadable += 1;
    }
  }
  return { files, unreadable };
}

function resultOf({ path, directory, document, text }: InputFile, kubernetesVersion: string | undefined) {
  const checked = document
    ? check(document, { environment: nodeEnvironment, directory, kubernetesVersion }, path)
    : { diagnostics: [], contexts: [] };
  return fileResult(path, document?.kind ?? 'other', text, checked);
}

/** kubectl skips a file that does not exist; if none does, it works without a context. */
function listedResults(listed: readonly string[], kubernetesVersion: string | undefined): FileResult[] {
  const { merged, missing } = readMerged(listed, nodeEnvironment);
  const { files } = checkTogether(merged, { environment: nodeEnvironment, kubernetesVersion });
  const results = merged.files.map(({ displayPath, document }, index) =>
    fileResult(displayPath, 'kubeconfig', document.text, files[index] ?? nothing),
  );
  const skipped = missing.map((path, index) => {
    process.stderr.write(`kubeconfig-exec: ${printable(path)} does not exist, so kubectl skips it.\n`);
    return fileResult(path, 'kubeconfig', '', results.length === 0 && index === 0 ? noContext : nothing);
  });
  return [...results, ...skipped];
}

type Findings = Pick<Checked, 'diagnostics' | 'contexts'>;

const nothing: Findings = { diagnostics: [], contexts: [] };
const noContext: Findings = {
  diagnostics: [],
  contexts: [{ name: null, current: true, accepted: true, kubectl: null }],
};

function fileResult(
  path: string,
  kind: DocumentKind | 'other',
  text: string,
  { contexts, diagnostics }: Findings,
) {
  const lines = new LineIndex(text);
  return {
    path,
    kind,
    contexts: contexts.map((context) => ({ ...context, kubectl: withoutUrlPasswords(context.kubectl) })),
    diagnostics: diagnostics.map(({ code, severity, message, start, end, kubectl }) => ({
      code,
      severity,
      message: withoutUrlPasswords(message),
      range: { start: lines.positionAt(start), end: lines.positionAt(end) },
      kubectl: withoutUrlPasswords(kubectl),
    })),
  };
}
