import { type Environment, FileError } from '../../../../server/environment';

/** A machine on which some files are there and may be executed. */
export function machineWith(options: {
  readonly files: readonly string[];
  readonly platform?: string;
  readonly path?: string;
}): Environment {
  const { files, platform = 'linux', path = '/usr/bin' } = options;
  const stat = { kind: 'file', executable: true, modified: 0, size: 1 } as const;
  return {
    platform,
    cwd: platform === 'win32' ? 'C:\\' : '/',
    home: platform === 'win32' ? 'C:\\Users\\jane' : '/home/jane',
    variables: { PATH: path },
    now: () => 0,
    files: {
      read(file) {
        throw new FileError(file, 'permission denied');
      },
      stat: (file) => (files.includes(file) ? stat : undefined),
      list: () => [],
    },
  };
}
