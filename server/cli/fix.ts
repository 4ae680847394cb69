import { LineIndex } from '../document/line-index';
import { FileError } from '../environment';
import { printable } from '../printable';
import type { CheckArguments } from './check-arguments';
import { type FileResult, fileResult, fixedResult, nothing } from './file-result';
import { type FixedFile, fixFile, fixTogether } from './fix-files';
import { failure } from './output';
import { readBytes } from './read';
import { replaceFile } from './write-file';

/** What `check --fix` and `--fix-dry-run` have to print. */
export interface Fixed {
  readonly files: readonly FileResult[];
  /** How many could not be read or written. */
  readonly failed: number;
  /** The fixed document of standard input, to be printed. */
  readonly output: Uint8Array | undefined;
}

export async function fixFiles(request: CheckArguments): Promise<Fixed> {
  const { paths, listed, kind, kubernetesVersion, levels, fix } = request;
  const write = fix === 'write';
  const files: FileResult[] = [];
  let failed = 0;
  let output: Uint8Array | undefined;
  const take = (file: FixedFile) => {
    const problem = write && file.bytes && file.path !== '-' ? written(file, file.bytes) : undefined;
    if (problem) failed += 1;
    else files.push(resultOf(file, write));
    if (write && file.path === '-') output = file.bytes ?? file.source;
  };
  const { fixed, missing } = fixTogether(listed, kubernetesVersion, levels);
  for (const file of fixed) take(file);
  for (const path of missing) {
    process.stderr.write(`kubeconfig-exec: ${printable(path)} does not exist, so kubectl skips it.\n`);
    files.push(fileResult(path, 'kubeconfig', '', nothing));
  }
  for (const path of paths) {
    try {
      take(fixFile(await readBytes(path), kind, kubernetesVersion, levels));
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      failure(`cannot read ${path}: ${error.reason}`);
      failed += 1;
    }
  }
  return { files, failed, output };
}

/** Words that have been said, if it could not be done. */
function written({ path, source }: FixedFile, bytes: Uint8Array): string | undefined {
  const problem = replaceFile(path, source, bytes);
  if (problem) failure(`${path} is left as it is: ${problem}`);
  return problem;
}

/** Places in what is there now; where nothing is written, in the text that is still there. */
function resultOf(file: FixedFile, isWritten: boolean): FileResult {
  const { path, kind, before, after, left, made } = file;
  const lines = new LineIndex(before);
  const diagnostics = left.diagnostics.map((each) => ({
    ...each,
    start: file.originalOffset(each.start),
    end: file.originalOffset(each.end),
  }));
  const result = isWritten
    ? fileResult(path, kind, after, left)
    : fileResult(path, kind, before, { ...left, diagnostics });
  return { ...result, fixed: made.map((each) => fixedResult(each, lines)) };
}
