import { resolve } from 'node:path';
import { Kubeconfig } from '../document/kubeconfig';
import type { DocumentKind } from '../document/located-document';
import { Merged, type MergedFile } from '../document/merged';
import { readDocument } from '../document/read-document';
import { nodeEnvironment } from '../environment-node';
import { readMerged } from '../merged-files';
import { check, checkTogether } from '../rules/check';
import type { Levels } from '../rules/levels';
import { type Findings, type Made, type Repaired, repair } from '../rules/repair';
import { decodeFile, type Encoded, encodeFile } from './encoding';
import { type InputFile, kindOf } from './read';

/** A file, and what its fixes have made of it. */
export interface FixedFile {
  readonly path: string;
  readonly kind: DocumentKind | 'other';
  readonly before: string;
  readonly after: string;
  readonly made: readonly Made[];
  /** Of the text after all fixes. */
  readonly left: Findings['files'][number];
  /** Offset in the text as it was first. */
  originalOffset(offset: number): number;
  /** To be written; `undefined`: nothing has changed. */
  readonly bytes: Buffer | undefined;
  /** What has been read. */
  readonly source: Uint8Array;
}

/** A file on its own. */
export function fixFile(
  { path, bytes, directory }: Pick<InputFile, 'path' | 'bytes' | 'directory'>,
  kind: DocumentKind | undefined,
  kubernetesVersion: string | undefined,
  levels?: Levels,
): FixedFile {
  const encoded = decodeFile(bytes);
  const found = kind ?? kindOf(path, encoded.text);
  const context = { environment: nodeEnvironment, directory, kubernetesVersion, levels };
  const repaired = repair(found ? [encoded.mended] : [], ([text = '']) => ({
    files: found ? [check(readDocument(found, text), context, path)] : [],
  }));
  return fixedFile({ path, kind: found ?? 'other', encoded, source: bytes }, repaired, 0);
}

/** Files that kubectl merges; those that do not exist are left out. */
export function fixTogether(
  listed: readonly string[],
  kubernetesVersion: string | undefined,
  levels?: Levels,
) {
  const { merged, missing } = readMerged(listed, nodeEnvironment);
  const files = merged.files.map((file) => ({ file, source: sourceOf(file) }));
  const read = files.map(({ source }) => decodeFile(source));
  const texts = read.map(({ mended }) => mended);
  const repaired = repair(texts, (now) => {
    const documents = files.map(({ file }, index) => {
      const text = now[index] ?? '';
      return { ...file, document: text === file.document.text ? file.document : new Kubeconfig(text) };
    });
    return checkTogether(new Merged(documents), { environment: nodeEnvironment, kubernetesVersion, levels });
  });
  const fixed = files.map(({ file, source }, index) =>
    fixedFile(
      { path: file.displayPath, kind: 'kubeconfig', encoded: read[index] ?? decodeFile(source), source },
      repaired,
      index,
    ),
  );
  return { fixed, missing };
}

/** One that can't be read has nothing to fix. */
function sourceOf({ path, document }: MergedFile): Uint8Array {
  if (document.text === '') return new Uint8Array();
  return nodeEnvironment.files.read(resolve(path));
}

interface Source extends Pick<FixedFile, 'path' | 'kind' | 'source'> {
  readonly encoded: Encoded;
}

function fixedFile({ encoded, ...file }: Source, repaired: Repaired, index: number): FixedFile {
  const after = repaired.texts[index] ?? encoded.mended;
  const own = repaired.made.filter((each) => each.file === index);
  const made = [...mending(encoded, index), ...own];
  return {
    ...file,
    before: encoded.text,
    after,
    made,
    left: repaired.findings.files[index] ?? { diagnostics: [], contexts: [] },
    originalOffset: (offset) => repaired.originalOffset(offset, index),
    bytes: made.length > 0 ? encodeFile(after, encoded.encoding) : undefined,
  };
}

function mending({ fault }: Encoded, file: number): Made[] {
  if (!fault) return [];
  const { start, end } = fault;
  const title = 'Write it in valid UTF-8';
  return [{ code: 'syntax', severity: 'error', title, kind: 'repair', file, start, end }];
}
