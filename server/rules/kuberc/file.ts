import { posix, win32 } from 'node:path';
import { decodeBytes } from '../../document/bytes';
import { readKuberc } from '../../document/kuberc';
import type { LocatedDocument } from '../../document/located-document';
import { type Environment, FileError, type Files } from '../../environment';

/** What there is where kubectl looks for its user's preferences. */
export type KubercFile =
  | { readonly kind: 'none' }
  /** kubectl can't use it. `stops`: it says so and does nothing, instead of going on without. */
  | { readonly kind: 'unusable'; readonly path: string; readonly kubectl: string; readonly stops: boolean }
  | { readonly kind: 'read'; readonly path: string; readonly document: LocatedDocument };

/** Nobody's preferences are as long. */
const mostBytes = 2 ** 20;

/** Finds and reads it as kubectl does (kubectl, `DefaultGetPreferences`). */
export function kubercFile(
  environment: Environment,
  isUsable: (document: LocatedDocument) => boolean,
): KubercFile {
  const place = placeOf(environment);
  if (!place) return { kind: 'none' };
  const { path, explicit } = place;
  const unusable = (why: string): KubercFile => ({
    kind: 'unusable',
    path,
    stops: explicit,
    kubectl: explicit
      ? `error occurred while applying preferences kuberc error kuberc: ${why}`
      : `kuberc: no preferences loaded from ${path}: ${why}`,
  });
  try {
    const document = documentAt(place.absolute, environment.files);
    if (document === undefined || document === 'blank') return { kind: 'none' };
    if (isUsable(document)) return { kind: 'read', path, document };
    return unusable(`no valid preferences found in ${path}, use --v=5 to see details`);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    const { operation, reason } = error;
    if (!explicit && reason === 'no such file or directory') return { kind: 'none' };
    return unusable(`${operation} ${path}: ${reason}`);
  }
}

/** `path`: as kubectl names it. `explicit`: the user has named it. */
function placeOf({ variables, home, cwd, platform }: Environment) {
  const flavour = platform === 'win32' ? win32 : posix;
  const { KUBERC: named, KUBECTL_KUBERC: gate = '' } = variables;
  if (named === 'off' || gate.toLowerCase() === 'false') return undefined;
  const path = named || flavour.join(home, '.kube', 'kuberc');
  return { path, absolute: flavour.resolve(cwd, path), explicit: Boolean(named) };
}

interface Reading {
  readonly modified: number;
  readonly size: number;
  readonly document: LocatedDocument | 'blank';
}

const readings = new WeakMap<Files, Map<string, Reading>>();

/** Read again when its time of modification changes. `undefined` for what is not to be read; throws a `FileError`. */
function documentAt(path: string, files: Files): Reading['document'] | undefined {
  const stat = files.stat(path);
  if (stat?.kind === 'other' || (stat && stat.size > mostBytes)) return undefined;
  const own = readings.get(files) ?? new Map<string, Reading>();
  readings.set(files, own);
  const known = own.get(path);
  if (known && stat && known.modified === stat.modified && known.size === stat.size) return known.document;
  const { text, fault } = decodeBytes(files.read(path));
  const document = text.trim() === '' ? 'blank' : readKuberc(text, fault ? [fault] : []);
  if (stat) own.set(path, { modified: stat.modified, size: stat.size, document });
  return document;
}
