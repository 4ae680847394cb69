import {
  type Environment,
  FileError,
  type FileStat,
  type Files,
  type FolderItem,
  Withheld,
} from '../environment';
import type { KnownMachine } from '../rules/rule';

/** So that names that somebody types one letter after the other don't pile up. */
const mostAnswers = 20_000;

/** Files that are looked at once, until they are to be forgotten: typing must not wait for a disk. */
export class FileCache implements Files, KnownMachine {
  readonly #answers = new Map<string, Answer<unknown>>();
  /** Paths of which something was asked that can't be told. */
  readonly #withheld = new Set<string>();
  #state = {};
  #noted: Set<string> | undefined;

  constructor(private readonly files: Files) {}

  read(path: string, length?: number): Uint8Array {
    return this.#ask(path, `read ${length ?? ''}`, () => this.files.read(path, length));
  }

  stat(path: string): FileStat | undefined {
    return this.#ask(path, 'stat', () => this.#unless(undefined, () => this.files.stat(path)));
  }

  list(path: string): readonly FolderItem[] {
    return this.#ask(path, 'list', () => this.#unless([], () => this.files.list(path)));
  }

  links(path: string): readonly string[] {
    return this.#ask(path, 'links', () => this.files.links?.(path) ?? []);
  }

  /** Whether all that was asked of some paths could be told. */
  knows(paths: Iterable<string>): boolean {
    if (this.#withheld.size === 0) return true;
    return [...paths].every((path) => !this.#withheld.has(path));
  }

  /** The files may have changed. */
  forget(): void {
    this.#answers.clear();
    this.#withheld.clear();
    this.#state = {};
  }

  /** Another object when the files may have changed. */
  get state(): object {
    return this.#state;
  }

  /** Which paths some synchronous work asks for, also those that are known. */
  noting<R>(work: () => R): { readonly result: R; readonly paths: ReadonlySet<string> } {
    const around = this.#noted;
    const paths = new Set<string>();
    this.#noted = paths;
    try {
      return { result: work(), paths };
    } finally {
      this.#noted = around;
      this.note(paths);
    }
  }

  /** Paths that some work would have asked for if it had been done again. */
  note(paths: Iterable<string>): void {
    for (const path of paths) this.#noted?.add(path);
  }

  #ask<R>(path: string, what: string, ask: () => R): R {
    this.#noted?.add(path);
    const key = `${what} ${path}`;
    const known = this.#answers.get(key) as Answer<R> | undefined;
    const answer = known ?? answerOf(ask);
    if (this.#answers.size >= mostAnswers) this.forget();
    if (!known) this.#answers.set(key, answer);
    if ('error' in answer) {
      if (answer.error instanceof Withheld) this.#withheld.add(path);
      throw answer.error;
    }
    return answer.value;
  }

  #unless<R>(otherwise: R, ask: () => R): R {
    try {
      return ask();
    } catch (error) {
      if (!(error instanceof Withheld)) throw error;
      this.#withheld.add(error.path);
      return otherwise;
    }
  }
}

type Answer<R> = { readonly value: R } | { readonly error: FileError };

function answerOf<R>(ask: () => R): Answer<R> {
  try {
    return { value: ask() };
  } catch (error) {
    if (error instanceof FileError) return { error };
    throw error;
  }
}

/** The same machine, but for its files. */
export function withFiles(environment: Environment, files: Files): Environment {
  return Object.create(environment, { files: { value: files, enumerable: true } });
}
