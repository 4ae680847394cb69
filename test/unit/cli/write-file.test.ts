import assert from 'node:assert/strict';
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { replaceFile } from '../../../server/cli/write-file';
import { temporaryFolder } from '../../protocol/temporary';

const folder = temporaryFolder();
const [before, after] = [Buffer.from('before'), Buffer.from('after')];

describe('a file that is replaced', () => {
  test('keeps its permissions, and leaves nothing beside it', () => {
    const path = folder.write('own/config', before, 0o640);
    assert.equal(replaceFile(path, before, after), undefined);
    assert.equal(readFileSync(path, 'utf8'), 'after');
    assert.equal(statSync(path).mode & 0o777, 0o640);
    assert.deepEqual(readdirSync(join(folder.path, 'own')), ['config']);
  });

  test('may be behind a link, which stays', {
    skip: process.platform === 'win32' && 'links need rights',
  }, () => {
    const target = folder.write('linked/target', before);
    const link = join(folder.path, 'link');
    symlinkSync(target, link);
    assert.equal(replaceFile(link, before, after), undefined);
    assert.ok(lstatSync(link).isSymbolicLink());
    assert.equal(readFileSync(target, 'utf8'), 'after');
  });
});

describe('a file is left as it is', () => {
  test('if it has changed meanwhile', () => {
    const path = folder.write('changed/config', before);
    writeFileSync(path, 'by somebody else');
    assert.equal(replaceFile(path, before, after), 'it has changed meanwhile');
    assert.equal(readFileSync(path, 'utf8'), 'by somebody else');
    assert.deepEqual(readdirSync(join(folder.path, 'changed')), ['config']);
  });

  test('if it is none, or is gone', () => {
    const path = join(folder.path, 'a folder');
    mkdirSync(path);
    assert.equal(replaceFile(path, before, after), 'it is no regular file');
    assert.equal(replaceFile(join(path, 'none'), before, after), 'no such file or directory');
  });
});
