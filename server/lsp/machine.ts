import type { Environment, PatientFiles } from '../environment';
import { windowFocused } from '../protocol';
import type { KnownMachine } from '../rules/rule';
import { chosenPaths, OwnFiles } from '../shares';
import { filePath } from './documents';
import { FileCache, withFiles } from './file-cache';
import type { Session } from './session';
import { letGo } from './timers';
import { WatchedFiles } from './watched-files';
import type { Connection } from './wire/connection';

/** How often files are looked at again for a client that never says that one has changed. */
const pollMs = 4000;

/** This machine as checks see it: a file is looked at once, until somebody says that it may have changed. */
export class Machine {
  readonly environment: Environment;
  readonly #files: FileCache;
  readonly #patient: PatientFiles | undefined;
  readonly #watched: WatchedFiles | undefined;
  /** Paths of what was opened. */
  readonly #checked = new Set<string>();

  /** `changed`: everything is to be checked again. */
  constructor(
    connection: Connection,
    environment: Environment,
    session: Session,
    private readonly changed: () => void,
  ) {
    const { patientFiles } = environment;
    this.#files = new FileCache(patientFiles ?? environment.files);
    if (patientFiles) patientFiles.changed = () => this.#lookAgain();
    this.#patient = patientFiles;
    const chosen = () => [...chosenPaths(environment), ...session.kubeconfig, ...this.#checked];
    const own = environment.platform === 'win32' ? new OwnFiles(this.#files, chosen) : this.#files;
    this.environment = withFiles(environment, own);
    const { watchesFiles, tellsFocus } = session;
    const refresh = () => this.refresh();
    if (watchesFiles) this.#watched = new WatchedFiles(connection, this.#files, refresh);
    connection.onDidChangeWatchedFiles(refresh);
    connection.onNotification(windowFocused, refresh);
    if (!watchesFiles && !tellsFocus) letGo(setInterval(refresh, pollMs));
  }

  /** What was found may be kept as long as this says so. */
  get known(): KnownMachine {
    return this.#files;
  }

  refresh(): void {
    this.#patient?.forget();
    this.#lookAgain();
  }

  #lookAgain(): void {
    this.#files.forget();
    this.changed();
    this.#watched?.update();
  }

  /** The user has opened a document: what lies beside it may be looked at. */
  open(uri: string): void {
    this.#checked.add(filePath(uri) ?? '');
  }

  /**
   * Does the work of checking a document, and has the client watch what it looks at. `isWhole`: nothing was withheld that
   * it has asked for.
   */
  checking<R>(uri: string, work: () => R): { readonly result: R; readonly isWhole: boolean } {
    this.open(uri);
    const { result, paths } = this.#files.noting(work);
    this.#watched?.set(uri, paths);
    return { result, isWhole: this.#files.knows(paths) };
  }

  /** A document is no longer checked. What its files held is not kept: it may be a key. */
  release(uri: string): void {
    this.#patient?.drop();
    this.#files.forget();
    this.#watched?.delete(uri);
  }
}
