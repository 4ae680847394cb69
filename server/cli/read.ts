import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { decodeBytes } from '../document/bytes';
import { Kubeconfig } from '../document/kubeconfig';
import { type DocumentKind, LocatedDocument } from '../document/located-document';
import { nodeEnvironment } from '../environment-node';
import { recognize } from '../recognize';

export interface InputFile {
  /** As the user named it. */
  readonly path: string;
  /** Absolute; for standard input a name in the working folder. */
  readonly absolute: string;
  readonly directory: string;
  readonly text: string;
  /** `undefined`: some other YAML or JSON. */
  readonly document: LocatedDocument | undefined;
}

/** Reads a file, or standard input for `-`. Throws a `FileError`, or node's own error for `-`. */
export function readInput(path: string, kind?: DocumentKind): InputFile {
  const absolute = resolve(path);
  const bytes = path === '-' ? readFileSync(0) : nodeEnvironment.files.read(absolute);
  const { text, fault } = decodeBytes(bytes);
  const faults = fault ? [fault] : [];
  const found = kind ?? kindOf(path, text);
  const document =
    found === 'kubeconfig'
      ? new Kubeconfig(text, faults)
      : found && new LocatedDocument('exec-credential', text, faults);
  return { path, absolute, directory: dirname(absolute), text, document };
}

/** A file that is named on the command line is a kubeconfig unless it plainly is something else. */
function kindOf(path: string, text: string): DocumentKind | undefined {
  const found = recognize(path === '-' ? undefined : path, text);
  if (found) return found;
  const document = new Kubeconfig(text);
  return document.fields.some((field) => field.name !== 'apiVersion') ? undefined : 'kubeconfig';
}
