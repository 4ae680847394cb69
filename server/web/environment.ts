import { type Environment, FileError } from '../environment';

/** A browser's worker: it has a clock, and neither files nor variables nor programs. */
export const webEnvironment: Environment = {
  platform: 'browser',
  cwd: '/',
  home: '/',
  variables: {},
  now: () => Date.now(),
  files: {
    read(path) {
      throw new FileError(path, 'no such file or directory');
    },
    stat: () => undefined,
    list: () => [],
  },
};
