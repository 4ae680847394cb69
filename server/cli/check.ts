import { FileError } from '../environment';
import { nodeEnvironment } from '../environment-node';
import { readMerged } from '../merged-files';
import { printable } from '../printable';
import { check, checkTogether } from '../rules/check';
import { type CheckArguments, checkArguments } from './check-arguments';
import { githubOf } from './check-github';
import { sarifOf } from './check-sarif';
import { textOf } from './check-text';
import { type FileResult, type Findings, fileResult, nothing } from './file-result';
import { helpText } from './help';
import { failure, usageError, write, writeJson } from './output';
import { type InputFile, readInput } from './read';

/** `check`: returns the exit status. */
export async function checkCommand(args: readonly string[]): Promise<number> {
  const request = checkArguments(args);
  if (request === 'help') {
    write(helpText('check'));
    return 0;
  }
  if (typeof request === 'string') return usageError(request, 'check');
  return print(request, request.fix ? await fixed(request) : await checkFiles(request));
}

async function fixed(request: CheckArguments): Promise<Report> {
  return (await import('./fix')).fixFiles(request);
}

interface Report {
  readonly files: readonly FileResult[];
  /** How many could not be read or written. */
  readonly failed: number;
  /** Takes the place of the report on standard output. */
  readonly output?: Uint8Array | undefined;
}

function print({ format, fix }: CheckArguments, { files, failed, output }: Report): number {
  if (format === 'json') writeJson({ files });
  else if (format === 'sarif') writeJson(sarifOf(files, failed));
  else {
    const { lines, summary } = textOf(files, failed, fix);
    if (output) process.stdout.write(output);
    (output ? process.stderr : process.stdout).write(format === 'github' ? githubOf(files) : lines);
    process.stderr.write(summary);
  }
  if (failed > 0) return 2;
  return files.some((file) => file.diagnostics.some(({ severity }) => severity === 'error')) ? 1 : 0;
}

async function checkFiles(request: CheckArguments): Promise<Report> {
  const files: FileResult[] = listedResults(request);
  let failed = 0;
  for (const path of request.paths) {
    try {
      files.push(resultOf(await readInput(path, request.kind), request));
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      failure(`cannot read ${path}: ${error.reason}`);
      failed += 1;
    }
  }
  return { files, failed };
}

type Judged = Pick<CheckArguments, 'kubernetesVersion' | 'levels'>;

function resultOf(
  { path, directory, document, text }: InputFile,
  { kubernetesVersion, levels }: Judged,
): FileResult {
  const checked = document
    ? check(document, { environment: nodeEnvironment, directory, kubernetesVersion, levels }, path)
    : { diagnostics: [], contexts: [] };
  return fileResult(path, document?.kind ?? 'other', text, checked);
}

/** kubectl skips a file that does not exist; if none does, it works without a context. */
function listedResults({ listed, kubernetesVersion, levels }: CheckArguments): FileResult[] {
  const { merged, missing } = readMerged(listed, nodeEnvironment);
  const { files } = checkTogether(merged, { environment: nodeEnvironment, kubernetesVersion, levels });
  const results = merged.files.map(({ displayPath, document }, index) =>
    fileResult(displayPath, 'kubeconfig', document.text, files[index] ?? nothing),
  );
  const skipped = missing.map((path, index) => {
    process.stderr.write(`kubeconfig-exec: ${printable(path)} does not exist, so kubectl skips it.\n`);
    return fileResult(path, 'kubeconfig', '', results.length === 0 && index === 0 ? noContext : nothing);
  });
  return [...results, ...skipped];
}

const noContext: Findings = {
  diagnostics: [],
  contexts: [{ name: null, current: true, accepted: true, kubectl: null }],
};
