import { type Files, type Programs, Withheld } from '../environment';

/** The far disk that a path leads to, if it is not known to answer. */
export type SilentDisk = (path: string) => string | undefined;

/** Files for somebody who does wait, as a run does, but not for a disk that does not answer. */
export function guardedFiles(files: Files, silent: SilentDisk): Files {
  return {
    ...files,
    withholds: (path) => silent(path) !== undefined,
    read(path, length) {
      const mount = silent(path);
      if (mount !== undefined) throw new Withheld(path, `the disk at ${mount} does not answer`);
      return files.read(path, length);
    },
    stat: (path) => (silent(path) === undefined ? files.stat(path) : undefined),
    list: (path) => (silent(path) === undefined ? files.list(path) : []),
  };
}

export function guardedPrograms(programs: Programs, silent: SilentDisk): Programs {
  return {
    realPath: (path) => (silent(path) === undefined ? programs.realPath(path) : undefined),
    state: (path) => (silent(path) === undefined ? programs.state(path) : undefined),
    // Never that of a file that was approved.
    fingerprint: (path) =>
      silent(path) === undefined ? programs.fingerprint(path) : Promise.resolve('file:none'),
  };
}
