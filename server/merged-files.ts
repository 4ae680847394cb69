import { resolve } from 'node:path';
import { decodeBytes } from './document/bytes';
import { Kubeconfig } from './document/kubeconfig';
import { Merged } from './document/merged';
import { type Environment, FileError, Withheld } from './environment';

/** The files of a KUBECONFIG, in order, without empty segments and repetitions. */
export function listedFiles(list: string, platform: string): string[] {
  const segments = list.split(platform === 'win32' ? ';' : ':');
  return [...new Set(segments.filter((segment) => segment !== ''))];
}

export interface ReadFiles {
  readonly merged: Merged;
  /** Those that do not exist: kubectl skips them. */
  readonly missing: readonly string[];
}

/**
 * Reads the files that kubectl would merge. One that exists and can't be read is there as one that kubectl
 * can't load. `open`: what is open in an editor, by absolute path.
 */
export function readMerged(
  files: readonly string[],
  environment: Environment,
  open: (path: string) => Kubeconfig | undefined = () => undefined,
): ReadFiles {
  const missing: string[] = [];
  const found = files.flatMap((displayPath) => {
    const path = resolve(environment.cwd, displayPath);
    const document = open(path) ?? read(path, displayPath, environment);
    if (document) return [{ path, displayPath, document }];
    missing.push(displayPath);
    return [];
  });
  return { merged: new Merged(found), missing };
}

function read(path: string, displayPath: string, environment: Environment): Kubeconfig | undefined {
  try {
    return kubeconfigIn(environment.files.read(path));
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    // Whoever asks is told of it by its own cache.
    if (error instanceof Withheld || error.reason === 'no such file or directory') return undefined;
    const message = `This file cannot be read: ${error.reason}. Correct KUBECONFIG, or make it readable.`;
    return new Kubeconfig('', [
      { start: 0, end: 0, message, kubectl: `${error.operation} ${displayPath}: ${error.reason}` },
    ]);
  }
}

/** The language server reads a file once until it may have changed, and is asked for what is in it at every key press. */
const known = new WeakMap<Uint8Array, Kubeconfig>();

function kubeconfigIn(bytes: Uint8Array): Kubeconfig {
  const old = known.get(bytes);
  if (old) return old;
  const { text, fault } = decodeBytes(bytes);
  const document = new Kubeconfig(text, fault ? [fault] : []);
  known.set(bytes, document);
  return document;
}
