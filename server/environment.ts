/**
 * The ports: everything through which rules, features and the plugin runner touch the world.
 * `nodeEnvironment` (environment-node.ts) is the real one; tests give fakes, the web build gives none.
 */
export interface Environment {
  /** `process.platform`: decides the path separator and how a command is looked up. */
  readonly platform: string;
  /** The folder that relative arguments count from, absolute. */
  readonly cwd: string;
  /** The home folder, absolute. */
  readonly home: string;
  /** The variables that a plugin inherits. A name without a value is absent. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since the epoch. */
  now(): number;
  readonly files: Files;
  /** The same for checks, which may not wait for a far disk. Absent: none is far. */
  readonly patientFiles?: PatientFiles;
  /** Absent: no program can be told from another, and none is approved. */
  readonly programs?: Programs;
}

/** What programs are, to tell whether one is still what it was. */
export interface Programs {
  /** Where a path leads when every link is followed; `undefined` when nothing is there. */
  realPath(path: string): string | undefined;
  /** Differs when the file was written to, or another has taken its place; `undefined` when nothing is there. */
  state(path: string): string | undefined;
  /**
   * `sha256:` and the digest of a file's content in hex. Of what can't be read, is no file or exceeds 1 GiB: `file:` and
   * its state.
   */
  fingerprint(path: string): Promise<string>;
}

export interface Files {
  /** Throws a `FileError`. `length`: how many bytes from the start are wanted; default: all. */
  read(path: string, length?: number): Uint8Array;
  /** `undefined` when nothing is there or it may not be looked at. Follows links. */
  stat(path: string): FileStat | undefined;
  /** What is in a folder, at most some thousands; nothing when there is no such folder. */
  list(path: string): readonly FolderItem[];
  /** Whether it is not to be looked at unasked, so that nothing can be said of it. Absent: nothing is withheld. */
  withholds?(path: string): boolean;
  /** Where each link on the way to a file stands, and where the way ends. Absent: it is not told. */
  links?(path: string): readonly string[];
}

/** They throw `Withheld` for what is not known yet. */
export interface PatientFiles extends Files {
  /** Called when more is known than before, or something else. */
  changed: () => void;
  /** What is known may be so no more: it is still told, and looked at again. */
  forget(): void;
  /** Nothing of what files held is kept. */
  drop(): void;
}

export interface FolderItem {
  readonly name: string;
  /** `other` may be a link to either. */
  readonly kind: 'file' | 'directory' | 'other';
}

export interface FileStat {
  readonly kind: 'file' | 'directory' | 'other';
  /** Whether this process may execute it (always true for files on Windows). */
  readonly executable: boolean;
  /** Whether every user may write to this program, or replace it in its folder. Never on Windows. */
  readonly othersWrite?: boolean;
  /** Milliseconds since the epoch. */
  readonly modified: number;
  readonly size: number;
}

/** Why a file could not be read, in the words of Go's `os` package: `no such file or directory`, … */
export class FileError extends Error {
  constructor(
    readonly path: string,
    readonly reason: string,
    /** The system call that failed, as Go names it. */
    readonly operation: 'open' | 'read' | 'stat' = 'open',
  ) {
    super(`${operation} ${path}: ${reason}`);
    this.name = 'FileError';
  }
}

/** What is not read, or not known yet, although another program may read it: nothing can be said that rests on it. */
export class Withheld extends FileError {}
