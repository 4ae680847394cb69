import type { Environment, FileStat, Files, FolderItem } from './environment';
import { FileError } from './environment';

/** The server of a share, as in `\\server\share\file`; `undefined` for a path that leads to none. Windows only. */
export function serverOfShare(path: string): string | undefined {
  return /^[\\/]{2}([^\\/]+)/.exec(path)?.[1]?.toLowerCase();
}

/**
 * Files, but for those on a share of a server that the user has nothing to do with. To look at one, Windows logs in
 * there, with the user's name and a proof of the password, and a kubeconfig may name any.
 */
export class OwnFiles implements Files {
  constructor(
    private readonly files: Files,
    /** Paths that the user has chosen. Asked for only when there is a share to look at. */
    private readonly own: () => readonly string[],
  ) {}

  withholds(path: string): boolean {
    const server = serverOfShare(path);
    return server !== undefined && !this.own().some((each) => serverOfShare(each) === server);
  }

  read(path: string, length?: number): Uint8Array {
    if (this.withholds(path))
      throw new FileError(path, 'it is on a share of a server that nobody has chosen');
    return this.files.read(path, length);
  }

  stat(path: string): FileStat | undefined {
    return this.withholds(path) ? undefined : this.files.stat(path);
  }

  list(path: string): readonly FolderItem[] {
    return this.withholds(path) ? [] : this.files.list(path);
  }
}

/** What leads the user to a server anyway: the folders and variables of this process. */
export function chosenPaths({ cwd, home, variables }: Environment): string[] {
  return [cwd, home, ...Object.values(variables).flatMap((value) => value?.split(';') ?? [])];
}
