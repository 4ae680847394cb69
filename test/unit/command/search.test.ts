import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { knownFolders } from '../../../server/command/known-folders';
import { type Search, searchFor } from '../../../server/command/search';
import { type FakeFile, fakeEnvironment } from '../plugin/fakes';

const nothing: Search = {
  folders: ['/a', '/b'],
  onPath: undefined,
  relative: undefined,
  notExecutable: undefined,
  elsewhere: [],
};

interface Row {
  readonly PATH?: string;
  readonly files?: Readonly<Record<string, FakeFile>>;
  readonly found?: Partial<Search>;
}

const rows: Readonly<Record<string, Row>> = {
  nowhere: {},
  'in a folder of PATH': { files: { '/b/p': {} }, found: { onPath: '/b/p' } },
  'there without the right to execute it': {
    files: { '/a/p': { executable: false } },
    found: { notExecutable: '/a/p' },
  },
  'a folder is no program': { files: { '/a/p': { kind: 'directory' } } },
  'in a relative folder of PATH': {
    PATH: 'rel:/b',
    files: { '/here/rel/p': {} },
    found: { folders: ['rel', '/b'], relative: 'rel' },
  },
  'in the working folder': {
    PATH: '/a::/b',
    files: { '/here/p': {} },
    found: { relative: '' },
  },
  'each folder counts once': { PATH: '/a:/b:/a' },
  'no PATH': { PATH: '', found: { folders: [] } },
  'in a well-known folder': {
    files: { '/opt/homebrew/bin/p': {}, '/home/jane/.local/bin/p': {}, '/snap/bin/p': { executable: false } },
    found: { elsewhere: ['/opt/homebrew/bin/p', '/home/jane/.local/bin/p'] },
  },
  'in one that is on PATH': {
    PATH: '/usr/local/bin',
    files: { '/usr/local/bin/p': {} },
    found: { folders: ['/usr/local/bin'], onPath: '/usr/local/bin/p' },
  },
};

describe('where a program is', () => {
  for (const [name, { PATH = '/a:/b', files = {}, found = {} }] of Object.entries(rows)) {
    it(name, () => {
      const environment = fakeEnvironment({ files, variables: { PATH } });
      assert.deepEqual(searchFor('p', environment), { ...nothing, ...found });
    });
  }

  it('on Windows, with an extension', () => {
    const environment = fakeEnvironment({
      platform: 'win32',
      variables: { Path: 'C:\\a' },
      files: { 'C:\\Users\\jane\\scoop\\shims\\p.exe': {} },
    });
    assert.deepEqual(searchFor('p', environment), {
      ...nothing,
      folders: ['C:\\a'],
      elsewhere: ['C:\\Users\\jane\\scoop\\shims\\p.exe'],
    });
  });
});

it('well-known folders are absolute or below the home folder', () => {
  for (const folder of knownFolders('linux')) assert.match(folder, /^(?:~\/|\/)[\w./-]+$/);
  for (const folder of knownFolders('win32')) assert.match(folder, /^(?:~|C:)\\[\w. ()\\-]+$/);
});
