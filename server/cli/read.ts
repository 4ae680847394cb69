import { dirname, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { decodeBytes } from '../document/bytes';
import { Kubeconfig } from '../document/kubeconfig';
import type { DocumentKind, LocatedDocument } from '../document/located-document';
import { readDocument } from '../document/read-document';
import { FileError } from '../environment';
import { nodeEnvironment } from '../environment-node';
import { goWords } from '../plugin/errno';
import { recognize } from '../recognize';

export interface InputFile {
  /** As the user named it. */
  readonly path: string;
  /** Absolute; for standard input a name in the working folder. */
  readonly absolute: string;
  readonly directory: string;
  readonly bytes: Uint8Array;
  readonly text: string;
  /** `undefined`: some other YAML or JSON. */
  readonly document: LocatedDocument | undefined;
}

/** Reads a file, or standard input for `-`. Rejects with a `FileError`. */
export async function readInput(path: string, kind?: DocumentKind): Promise<InputFile> {
  const read = await readBytes(path);
  const { text, fault } = decodeBytes(read.bytes);
  const faults = fault ? [fault] : [];
  const found = kind ?? kindOf(path, text);
  const document = found && readDocument(found, text, faults);
  return { ...read, text, document };
}

export async function readBytes(path: string): Promise<Omit<InputFile, 'text' | 'document'>> {
  const absolute = resolve(path);
  const bytes = path === '-' ? await standardInput() : nodeEnvironment.files.read(absolute);
  return { path, absolute, directory: dirname(absolute), bytes };
}

/** As a stream: a pipe of another program may answer "try again" to a plain read. */
async function standardInput(): Promise<Buffer> {
  try {
    return await buffer(process.stdin);
  } catch (error) {
    throw new FileError('-', goWords(error), 'read');
  }
}

const fields = [
  'apiVersion',
  'clusters',
  'contexts',
  'current-context',
  'extensions',
  'kind',
  'preferences',
  'users',
];

/** A file that is named on the command line is a kubeconfig unless there is something else in it. */
export function kindOf(path: string, text: string): DocumentKind | undefined {
  const found = recognize(path === '-' ? undefined : path, text);
  if (found) return found;
  const document = new Kubeconfig(text);
  const kind = document.entry<unknown>('kind')?.decoded.value ?? 'Config';
  const own = document.fields.every(({ name }) => fields.includes(name));
  return own && kind === 'Config' ? 'kubeconfig' : undefined;
}
