import { URI } from 'vscode-uri';
import type { Entry } from '../document/entry';
import { LineIndex } from '../document/line-index';
import type { MergedFile } from '../document/merged';
import { nodeAt, pairOf } from '../document/node';
import type { Place } from '../protocol';

/** An entry and the file that it stands in. */
export interface EntryOrigin {
  readonly entry: Entry;
  readonly file: MergedFile;
}

/** The entries that a target is made of; `null`: there is none. */
export interface Origin {
  readonly user: EntryOrigin;
  readonly context: EntryOrigin | null;
  readonly cluster: EntryOrigin | null;
}

type Path = readonly (string | number)[];

/** Turns offsets of kubeconfigs into places, counting the lines of each file once. */
export class Places {
  readonly #lines = new Map<string, LineIndex>();

  /** `mayShow`: whether a path may be told; one that holds a secret may not. */
  constructor(private readonly mayShow: (path: string) => boolean) {}

  /** `offset`: from the start of the entry. */
  at({ entry, file }: EntryOrigin, offset: number): Place | undefined {
    if (!this.mayShow(file.path)) return undefined;
    const lines = this.#lines.get(file.path) ?? new LineIndex(file.document.text);
    this.#lines.set(file.path, lines);
    return { uri: URI.file(file.path).toString(), ...lines.positionAt(entry.base + offset) };
  }

  /** The value at a path of an entry, or the nearest key above it, if there is no value that fits on a line. */
  near(origin: EntryOrigin, path: Path): Place | undefined {
    return this.at(origin, startNear(origin.entry, path));
  }
}

function startNear(entry: Entry, path: Path): number {
  const value = entry.at(...path);
  if (value?.kind === 'scalar' && value.value !== null && !value.multiline) return value.start;
  for (let length = path.length; length > 0; length--) {
    const parent = nodeAt(entry.node, ...path.slice(0, length - 1));
    const pair = pairOf(parent, String(path[length - 1]));
    if (pair) return pair.key.start;
  }
  return entry.node.start;
}
