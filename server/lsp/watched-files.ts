import { basename, dirname } from 'node:path';
import type { Disposable } from 'vscode-jsonrpc';
import type { DidChangeWatchedFilesRegistrationOptions, FileSystemWatcher } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { Files } from '../environment';
import type { Connection } from './wire/connection';

/** A pause in typing, before the client is told anew what to watch. */
const pauseMs = 300;
/** A pattern with more names than this would be longer than it is worth. */
const mostNames = 20;

/** Has the client watch what the checks of open documents have looked at, also where nothing was yet. */
export class WatchedFiles {
  readonly #paths = new Map<string, ReadonlySet<string>>();
  #timer: NodeJS.Timeout | undefined;
  #watchers = '[]';
  #registration: Promise<Disposable | undefined> | undefined;

  /** `watching` is called when the client watches something new: what has changed before was not noticed. */
  constructor(
    private readonly connection: Connection,
    private readonly files: Files,
    private readonly watching: () => void,
  ) {}

  /** The paths that the check of a document has looked at. */
  set(uri: string, paths: ReadonlySet<string>): void {
    const before = this.#paths.get(uri) ?? new Set();
    if (before.size === paths.size && [...paths].every((path) => before.has(path))) return;
    this.#paths.set(uri, paths);
    this.update();
  }

  delete(uri: string): void {
    if (this.#paths.delete(uri)) this.update();
  }

  /** Folders may have come that files were waited for in. */
  update(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#register(), pauseMs);
  }

  async #register(): Promise<void> {
    const watchers = watchersFor(
      new Set([...this.#paths.values()].flatMap((paths) => [...paths])),
      this.files,
    );
    const text = JSON.stringify(watchers);
    if (text === this.#watchers) return;
    this.#watchers = text;
    const before = this.#registration;
    this.#registration = watchers.length > 0 ? this.#ask(watchers) : undefined;
    (await before)?.dispose();
    if (await this.#registration) this.watching();
  }

  /** `undefined` when the client refuses, which is told in its log. */
  #ask(watchers: FileSystemWatcher[]): Promise<Disposable | undefined> {
    return register(this.connection, { watchers }).catch(() => {
      this.connection.console.info('The client refuses to watch files.');
      return undefined;
    });
  }
}

let registrations = 0;

async function register(
  connection: Connection,
  registerOptions: DidChangeWatchedFilesRegistrationOptions,
): Promise<Disposable> {
  const own = { id: `files-${++registrations}`, method: 'workspace/didChangeWatchedFiles' };
  await connection.sendRequest('client/registerCapability', { registrations: [{ ...own, registerOptions }] });
  // "unregisterations" is how the protocol has it.
  const dispose = () =>
    void connection.sendRequest('client/unregisterCapability', { unregisterations: [own] }).catch(() => {});
  return { dispose };
}

/** One for each folder; a path whose folder is missing is represented by the first part of it that is. */
export function watchersFor(paths: Iterable<string>, files: Files): FileSystemWatcher[] {
  const folders = new Map<string, Set<string>>();
  for (const path of withLinks(paths, files)) {
    const [folder, name] = nearest(path, files);
    // Nothing is installed at the root, and the kernel's own files send no events.
    if (dirname(folder) === folder || /^\/(?:proc|dev|sys)(?:\/|$)/.test(folder)) continue;
    folders.set(folder, (folders.get(folder) ?? new Set()).add(name));
  }
  return [...folders].sort().map(([folder, names]) => ({
    globPattern: { baseUri: URI.file(folder).toString(), pattern: patternOf([...names].sort()) },
  }));
}

/** Who changes the file behind a link does not touch the link, and the other way round. */
function withLinks(paths: Iterable<string>, files: Files): Set<string> {
  return new Set([...paths].flatMap((path) => [path, ...(files.links?.(path) ?? [])]));
}

/** The nearest folder that exists, and the name in it that leads to the path. */
function nearest(path: string, files: Files): [folder: string, name: string] {
  const folder = dirname(path);
  const exists = folder === path || dirname(folder) === folder || files.stat(folder)?.kind === 'directory';
  return exists ? [folder, basename(path)] : nearest(folder, files);
}

function patternOf(names: readonly string[]): string {
  if (names.length > mostNames || names.some((name) => /[*?{}[\]!,\\]/.test(name))) return '*';
  return names.length === 1 ? (names[0] ?? '*') : `{${names.join(',')}}`;
}
