import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cleanPath } from '../../../server/go/path';

test('a path is cleaned as filepath.Clean does', () => {
  const table: [path: string, clean: string][] = [
    ['', '.'],
    ['aws', 'aws'],
    ['./aws', 'aws'],
    ['.', '.'],
    ['..', '..'],
    ['../aws', '../aws'],
    ['a//b', 'a/b'],
    ['a/', 'a'],
    ['/a/x/../b', '/a/b'],
    ['/../a', '/a'],
    ['/', '/'],
    ['//', '/'],
    ['/a/b//', '/a/b'],
    ['a b', 'a b'],
    ['a\\..\\b', 'a\\..\\b'],
  ];
  for (const [path, clean] of table) assert.equal(cleanPath(path, 'linux'), clean, path);
});

test('on Windows slashes are turned', () => {
  assert.equal(cleanPath('C:/tools/x/../aws.exe', 'win32'), 'C:\\tools\\aws.exe');
  assert.equal(cleanPath('C:\\', 'win32'), 'C:\\');
  assert.equal(cleanPath('C:\\a\\', 'win32'), 'C:\\a');
  assert.equal(cleanPath('aws', 'win32'), 'aws');
});
