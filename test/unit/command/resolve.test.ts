import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { resolveCommand } from '../../../server/command/resolve';
import { type FakeFile, fakeEnvironment } from '../plugin/fakes';

const kubeconfig = '/home/jane/.kube/config';
const plain: FakeFile = { executable: false };
const folder: FakeFile = { kind: 'directory' };

interface PosixRow {
  readonly command: string;
  readonly PATH?: string;
  readonly files?: Readonly<Record<string, FakeFile>>;
  readonly path: string | null;
  /** How messages name it, if not as it was configured. */
  readonly named?: string;
}

const posixRows: Readonly<Record<string, PosixRow>> = {
  'an absolute path is not looked at': { command: '/x/nope/../p', path: '/x/nope/../p' },
  'a relative path counts from the kubeconfig': {
    command: './bin/../p',
    path: '/home/jane/.kube/p',
    named: '/home/jane/.kube/p',
  },
  'a relative path without a dot': {
    command: 'a//b',
    path: '/home/jane/.kube/a/b',
    named: '/home/jane/.kube/a/b',
  },
  'a slash at the end': { command: './p/', path: '/home/jane/.kube/p', named: '/home/jane/.kube/p' },
  'a tilde is a name': { command: '~/p', path: '/home/jane/.kube/~/p', named: '/home/jane/.kube/~/p' },
  'a backslash is a character': {
    command: 'a\\p',
    PATH: '/bin',
    files: { '/bin/a\\p': {} },
    path: '/bin/a\\p',
  },
  'arguments are not split off': { command: 'p --flag', PATH: '/bin', files: { '/bin/p': {} }, path: null },
  'the first folder of PATH': {
    command: 'p',
    PATH: '/a:/b',
    files: { '/a/p': {}, '/b/p': {} },
    path: '/a/p',
  },
  'what is not executable is passed over': {
    command: 'p',
    PATH: '/a:/b',
    files: { '/a/p': plain, '/b/p': {} },
    path: '/b/p',
  },
  'so is a folder': { command: 'p', PATH: '/a:/b', files: { '/a/p': folder, '/b/p': {} }, path: '/b/p' },
  'nothing but what is not executable': { command: 'p', PATH: '/a', files: { '/a/p': plain }, path: null },
  'not beside the kubeconfig': { command: 'p', PATH: '/a', files: { '/home/jane/.kube/p': {} }, path: null },
  'not in the working folder': { command: 'p', PATH: '/a', files: { '/here/p': {} }, path: null },
  'a match in a relative folder ends the search': {
    command: 'p',
    PATH: 'rel:/b',
    files: { '/here/rel/p': {}, '/b/p': {} },
    path: null,
  },
  'a relative folder without a match does not': {
    command: 'p',
    PATH: 'rel:/b',
    files: { '/b/p': {} },
    path: '/b/p',
  },
  'an empty folder is the working one': {
    command: 'p',
    PATH: ':/b',
    files: { '/here/p': {}, '/b/p': {} },
    path: null,
  },
  'an empty PATH': { command: 'p', PATH: '', files: { '/here/p': {} }, path: null },
  'no command': { command: '', PATH: '/a', files: { '/a': {} }, path: null },
};

describe('finding the executable on POSIX', () => {
  for (const [name, { command, PATH, files = {}, path, named = command }] of Object.entries(posixRows)) {
    it(name, () => {
      const environment = fakeEnvironment({ files, variables: { PATH } });
      assert.deepEqual(resolveCommand(command, kubeconfig, environment), { command: named, path });
    });
  }
});

interface WindowsRow {
  readonly command: string;
  readonly variables?: Readonly<Record<string, string>>;
  readonly files?: readonly string[];
  readonly path: string | null;
  readonly named?: string;
}

const windowsRows: Readonly<Record<string, WindowsRow>> = {
  'an extension may be left out': { command: 'p', files: ['C:\\a\\p.exe'], path: 'C:\\a\\p.exe' },
  'a later folder of PATH': {
    command: 'p',
    variables: { PATH: 'C:\\a;C:\\b' },
    files: ['C:\\b\\p.exe'],
    path: 'C:\\b\\p.exe',
  },
  'in the order of PATHEXT': {
    command: 'p',
    variables: { PATHEXT: '.CMD;.EXE' },
    files: ['C:\\a\\p.exe', 'C:\\a\\p.cmd'],
    path: 'C:\\a\\p.cmd',
  },
  'a PATHEXT without dots, with an empty entry': {
    command: 'p',
    variables: { PATHEXT: ';PY' },
    files: ['C:\\a\\p.py', 'C:\\a\\p'],
    path: 'C:\\a\\p.py',
  },
  'an empty PATHEXT is the usual one': {
    command: 'p',
    variables: { PATHEXT: '' },
    files: ['C:\\a\\p.bat'],
    path: 'C:\\a\\p.bat',
  },
  'a name with any extension is tried as it is': {
    command: 'p.sh',
    files: ['C:\\a\\p.sh'],
    path: 'C:\\a\\p.sh',
  },
  'and then with one more': { command: 'p.sh', files: ['C:\\a\\p.sh.exe'], path: 'C:\\a\\p.sh.exe' },
  'without an extension the file itself does not count': { command: 'p', files: ['C:\\a\\p'], path: null },
  'names of variables ignore case': {
    command: 'p',
    variables: { pAtH: 'C:\\b' },
    files: ['C:\\b\\p.exe'],
    path: 'C:\\b\\p.exe',
  },
  'a folder in quotes': {
    command: 'p',
    variables: { PATH: '"C:\\with;semicolon";C:\\a' },
    files: ['C:\\with;semicolon\\p.exe', 'C:\\a\\p.exe'],
    path: 'C:\\with;semicolon\\p.exe',
  },
  'an empty folder is skipped': {
    command: 'p',
    variables: { PATH: ';;C:\\a' },
    files: ['C:\\a\\p.exe'],
    path: 'C:\\a\\p.exe',
  },
  'the working folder is seen first, and refused': {
    command: 'p',
    files: ['C:\\work\\p.exe', 'C:\\a\\p.exe'],
    path: null,
  },
  'unless PATH has the same one': {
    command: 'p',
    variables: { PATH: 'C:\\WORK' },
    files: ['C:\\work\\p.exe'],
    path: 'C:\\WORK\\p.exe',
  },
  'or it is not to be searched': {
    command: 'p',
    variables: { NoDefaultCurrentDirectoryInExePath: '1' },
    files: ['C:\\work\\p.exe', 'C:\\a\\p.exe'],
    path: 'C:\\a\\p.exe',
  },
  'a relative folder is refused': {
    command: 'p',
    variables: { PATH: 'rel' },
    files: ['C:\\work\\rel\\p.exe'],
    path: null,
  },
  'a relative path counts from the kubeconfig': {
    command: '.\\bin\\p',
    files: ['C:\\kube\\bin\\p.exe'],
    path: 'C:\\kube\\bin\\p.exe',
    named: 'C:\\kube\\bin\\p',
  },
  'a path with slashes from the working folder': {
    command: './p',
    files: ['C:\\work\\p.exe'],
    path: 'C:\\work\\p.exe',
  },
  'a path without a drive is relative': {
    command: '\\tools\\p.exe',
    path: 'C:\\kube\\tools\\p.exe',
    named: 'C:\\kube\\tools\\p.exe',
  },
  'an absolute path with a usual extension is not looked at': { command: 'D:\\p.exe', path: 'D:\\p.exe' },
  'an absolute path without one is': { command: 'D:\\p', files: ['D:\\p.cmd'], path: 'D:\\p.cmd' },
  'and may not be there': { command: 'D:\\p', path: null },
  'a share': { command: '\\\\server\\share\\p.exe', path: '\\\\server\\share\\p.exe' },
};

describe('finding the executable on Windows', () => {
  for (const [name, { command, variables = {}, files = [], path, named = command }] of Object.entries(
    windowsRows,
  )) {
    it(name, () => {
      const hasPath = Object.keys(variables).some((key) => key.toUpperCase() === 'PATH');
      const environment = fakeEnvironment({
        platform: 'win32',
        files: Object.fromEntries(files.map((file) => [file, {}])),
        variables: hasPath ? variables : { PATH: 'C:\\a', ...variables },
      });
      assert.deepEqual(resolveCommand(command, 'C:\\kube\\config', environment), { command: named, path });
    });
  }
});
