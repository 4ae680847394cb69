import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { farMounts } from '../../../server/disk/far-mounts';
import { linksTo } from '../../../server/disk/links';
import { temporaryFolder } from '../../protocol/temporary';

const folder = temporaryFolder();
const at = (...names: string[]) => path.join(folder.path, ...names);
const skip = process.platform === 'win32' && 'Windows has no table of mounts';

describe('the far disk that a path leads to', { skip }, () => {
  const table = [
    'overlay / overlay rw 0 0',
    `server:/home ${at('far')} nfs4 rw 0 0`,
    `tmpfs ${at('far', 'near')} tmpfs rw 0 0`,
    `jane@host: ${at('a\\040b')} fuse.sshfs rw 0 0`,
    `/dev/sdb ${at('stick')} fuseblk rw 0 0`,
    'lxcfs /proc/stat fuse.lxcfs rw 0 0',
  ].join('\n');
  const mountOf = farMounts(table);

  test('is that of its folder', () => {
    assert.equal(mountOf(at('far')), at('far'));
    assert.equal(mountOf(at('far', 'deep', 'token')), at('far'));
    assert.equal(mountOf(at('a b', 'token')), at('a b'));
  });

  test('is none for what lies on a disk of this machine', () => {
    for (const each of [at('token'), at('farther', 'token'), at('stick', 'token'), '/proc/stat', '/']) {
      assert.equal(mountOf(each), undefined, each);
    }
  });

  test('is found through links, however they are written, and without a look at it', () => {
    mkdirSync(at('home'));
    symlinkSync(at('far', 'certs'), at('home', 'certs'));
    symlinkSync('home/certs', at('both'));
    assert.equal(mountOf(at('home', 'certs', 'ca.crt')), at('far'));
    assert.equal(mountOf(at('both', 'ca.crt')), at('far'));
  });

  test('is none where links lead in a circle', () => {
    symlinkSync(at('round'), at('round'));
    assert.equal(mountOf(at('round')), undefined);
  });

  test('is none for a machine that has nothing but one', () => {
    assert.equal(farMounts('server:/root / nfs rw 0 0')('/here/token'), undefined);
  });
});

test('the links on the way to a file, and its end', { skip }, () => {
  mkdirSync(at('one', 'two'), { recursive: true });
  folder.write('one/two/token', '');
  symlinkSync('one', at('first'));
  symlinkSync(at('first', 'two', 'token'), at('link'));
  assert.deepEqual(linksTo(at('link')), [at('link'), at('first'), at('one', 'two', 'token')]);
  assert.deepEqual(linksTo(at('one', 'two', 'token')), []);
  assert.deepEqual(linksTo(at('one', 'nothing')), []);
});
