import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeBytes } from '../../server/document/bytes';
import { Kubeconfig } from '../../server/document/kubeconfig';
import type { LocatedNode } from '../../server/document/node';
import type { Environment } from '../../server/environment';
import { type Refactoring, refactorings } from '../../server/features/refactor';

/** A kubeconfig of the corpora. */
export interface CorpusFile {
  /** Such as `realworld/stackit.yaml`. */
  readonly name: string;
  readonly directory: string;
  readonly path: string;
}

/** `root`: the folder that holds the corpora, here or a copy. */
export function filesIn(root: string): CorpusFile[] {
  return ['load/cases', 'realworld', 'realworld/rejected'].flatMap((folder) => {
    const directory = join(root, folder);
    const names = readdirSync(directory).filter((name) => /\.(?:ya?ml|json)$/.test(name));
    return names.map((name) => ({ name: `${folder}/${name}`, directory, path: join(directory, name) }));
  });
}

export function textOf({ path }: CorpusFile): string {
  return decodeBytes(readFileSync(path)).text;
}

/** All that are offered anywhere in a document, each once. */
export function offeredIn(text: string, directory: string, environment: Environment): Refactoring[] {
  const document = new Kubeconfig(text);
  const found = new Map<string, Refactoring>();
  for (const offset of new Set(offsetsIn(document))) {
    const at = { start: offset, end: offset };
    for (const each of refactorings(document, at, { environment, directory })) {
      found.set(JSON.stringify(each), each);
    }
  }
  return [...found.values()];
}

/** Every place where a key or a value begins. */
function* offsetsIn(document: Kubeconfig): Generator<number> {
  for (const { keyStart, entries } of document.fields) {
    yield keyStart;
    for (const { base, node } of entries) for (const offset of offsetsOf(node)) yield base + offset;
  }
}

function* offsetsOf(node: LocatedNode): Generator<number> {
  yield node.start;
  if (node.kind === 'sequence') for (const item of node.items) yield* offsetsOf(item);
  if (node.kind !== 'mapping') return;
  for (const { key, value } of node.pairs) {
    yield key.start;
    yield* offsetsOf(value);
  }
}
