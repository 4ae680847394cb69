import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { nodePrograms } from '../../server/programs-node';

const { fingerprint, state, realPath } = nodePrograms;
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'kubeconfig-exec-programs-')));
after(() => rmSync(folder, { recursive: true, force: true }));
const posix = { skip: process.platform === 'win32' && 'links and pipes of POSIX' };
const megabyte = 2 ** 20;

function fileWith(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('the fingerprint of a file', () => {
  test('is the digest of the whole content, however large', async () => {
    for (const size of [0, 1, 2 ** 18, 2 ** 18 + 1, 40 * megabyte + 7]) {
      const content = Buffer.alloc(size, 'kubeconfig');
      const path = fileWith('large', content);
      const expected = createHash('sha256').update(content).digest('hex');
      assert.equal(await fingerprint(path), `sha256:${expected}`, `${size} bytes`);
    }
  });

  test('sees the last byte of a large one, with its size and its time of modification kept', async () => {
    const content = Buffer.alloc(20 * megabyte, 'a');
    const path = fileWith('dated', content);
    const { atime, mtime } = statSync(path);
    const before = [await fingerprint(path), state(path)];
    content.write('b', content.length - 1);
    writeFileSync(path, content);
    utimesSync(path, atime, mtime);
    assert.notEqual(await fingerprint(path), before[0]);
    assert.notEqual(state(path), before[1]);
  });

  test('of a file that is at rest is worked out once', async () => {
    const first = fingerprint(process.execPath);
    assert.equal(fingerprint(process.execPath), first);
    const expected = createHash('sha256').update(readFileSync(process.execPath)).digest('hex');
    assert.equal(await first, `sha256:${expected}`);
  });

  test('of a file that has changed just now is worked out again', async () => {
    const path = fileWith('fresh', 'x');
    assert.notEqual(fingerprint(path), fingerprint(path));
    assert.equal(await fingerprint(path), await fingerprint(path));
  });

  test('leaves time for others while it is worked out', async () => {
    const path = fileWith('patience', Buffer.alloc(32 * megabyte));
    let turns = 0;
    let done = false;
    const count = () => {
      turns++;
      if (!done) setImmediate(count);
    };
    setImmediate(count);
    await fingerprint(path);
    done = true;
    assert.ok(turns > 20, `${turns} turns`);
  });

  test('of one that changes while it is read is never the same again', async () => {
    const path = fileWith('changing', Buffer.alloc(8 * megabyte));
    const during = fingerprint(path);
    appendFileSync(path, 'more');
    assert.doesNotMatch(await during, /^sha256:/);
    assert.notEqual(await during, await fingerprint(path));
  });

  test('of what is no file or too large is what the file system says of it', async () => {
    const path = fileWith('huge', '');
    truncateSync(path, 2 ** 30 + 1);
    assert.equal(await fingerprint(path), `file:${state(path)}`);
    assert.equal(await fingerprint(folder), `file:${state(folder)}`);
    assert.equal(await fingerprint(join(folder, 'gone')), 'file:none');
    unlinkSync(path);
  });

  test('does not wait for a pipe that nobody writes to', posix, async () => {
    const path = join(folder, 'pipe');
    execFileSync('mkfifo', [path]);
    assert.equal(await fingerprint(path), `file:${state(path)}`);
  });
});

describe('the state of a file', () => {
  test('differs when another file takes its place', () => {
    const path = fileWith('replaced', 'same');
    const before = state(path);
    assert.equal(state(path), before);
    renameSync(fileWith('other', 'same'), path);
    assert.notEqual(state(path), before);
  });

  test('there is none where nothing is', () => {
    assert.equal(state(join(folder, 'gone')), undefined);
    assert.equal(realPath(join(folder, 'gone')), undefined);
  });
});

test('a real path has no link in it', posix, () => {
  const first = fileWith('first', '1');
  const link = join(folder, 'link');
  symlinkSync(first, join(folder, 'inner'));
  symlinkSync('inner', link);
  assert.equal(realPath(link), first);
});
