import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { closeSync, constants, openSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { askingFar } from '../../../server/disk/far-files';
import { FarFiles } from '../../../server/disk/patient-files';
import { FileError, Withheld } from '../../../server/environment';
import { promptFiles } from '../../../server/environment-node';
import { temporaryFolder } from '../../protocol/temporary';

const folder = temporaryFolder();
const far = path.join(folder.path, 'far');
const skip = process.platform === 'win32' && 'Windows has no named pipes in its file system';

/** A helper whose look at a pipe does not return before somebody writes into it, as one at a dead disk. */
const hanging = folder.write(
  'hanging.cjs',
  `const { readFileSync, statSync } = require('node:fs');
process.on('message', ({ id, question: { what, path } }) => {
  const answer = what === 'stat' ? { value: { size: statSync(path).size } } : { value: readFileSync(path) };
  process.send({ id, answer });
});
process.on('disconnect', () => process.exit());
`,
);

/** Files whose far disks are the folders of \`far\`. */
function start(t: TestContext): { files: FarFiles; change: () => Promise<void>; count: () => number } {
  const mountOf = (file: string) =>
    file.startsWith(far) ? path.join(far, file.slice(far.length + 1)[0] ?? '') : undefined;
  let count = 0;
  const ask = askingFar([hanging]);
  const files = new FarFiles(promptFiles, mountOf, (...args) => {
    count++;
    ask(...args);
  });
  // The helpers hold no test up.
  const alive = setInterval(() => {}, 1000);
  t.after(() => clearInterval(alive));
  const change = () =>
    new Promise<void>((resolve) => {
      files.changed = resolve;
    });
  return { files, change, count: () => count };
}

/** The other end of a pipe, once somebody waits at this one: before, it can't be opened without waiting. */
async function whenRead(pipe: string): Promise<number> {
  for (;;) {
    try {
      return openSync(pipe, constants.O_WRONLY | constants.O_NONBLOCK);
    } catch (error) {
      assert.equal((error as NodeJS.ErrnoException).code, 'ENXIO');
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
}

describe('files on a far disk', { skip }, () => {
  test('are withheld until they are known, and nobody waits', async (t) => {
    const { files, change } = start(t);
    const token = folder.write('far/a/token', 'made up');
    assert.throws(() => files.read(token), Withheld);
    await change();
    assert.equal(Buffer.from(files.read(token)).toString(), 'made up');
  });

  test('are looked at once, and again when they may have changed', async (t) => {
    const { files, change, count } = start(t);
    const token = folder.write('far/b/token', 'one');
    assert.throws(() => files.read(token), Withheld);
    assert.throws(() => files.read(token), Withheld);
    await change();
    files.read(token);
    assert.equal(count(), 1);
    folder.write('far/b/token', 'other');
    files.forget();
    assert.equal(Buffer.from(files.read(token)).toString(), 'one', 'what was known is still told');
    await change();
    assert.equal(Buffer.from(files.read(token)).toString(), 'other');
    assert.equal(count(), 2);
  });

  test('hold up no other disk when theirs does not answer, and are known once it does', async (t) => {
    const { files, change } = start(t);
    const token = folder.write('far/d/token', 'made up');
    folder.write('far/c/x', '');
    const pipe = path.join(far, 'c/pipe');
    execFileSync('mkfifo', [pipe]);
    const begin = performance.now();
    assert.throws(() => files.read(pipe), Withheld);
    assert.throws(() => files.read(token), Withheld);
    assert.ok(performance.now() - begin < 1000);
    await change();
    assert.equal(Buffer.from(files.read(token)).toString(), 'made up');
    assert.throws(() => files.read(pipe), Withheld);
    const changed = change();
    closeSync(await whenRead(pipe));
    await changed;
    assert.equal(files.read(pipe).length, 0);
  });
});

describe('a server waits for no file', { skip }, () => {
  test('that is a pipe or a device', () => {
    const pipe = path.join(folder.path, 'pipe');
    execFileSync('mkfifo', [pipe]);
    for (const each of [pipe, '/dev/zero', '/dev/tty'])
      assert.throws(() => promptFiles.read(each), FileError);
    assert.throws(() => promptFiles.read(pipe, 1), Withheld);
    assert.equal(promptFiles.read('/dev/null').length, 0);
  });

  test('that is too large, and reads what the kernel makes up', {
    skip: process.platform !== 'linux' && 'Linux only',
  }, () => {
    const huge = folder.write('huge', '');
    execFileSync('truncate', ['-s', '100G', huge]);
    assert.throws(() => promptFiles.read(huge), Withheld);
    assert.equal(promptFiles.read(huge, 100).length, 100);
    assert.equal(statSync('/proc/self/status').size, 0);
    assert.match(Buffer.from(promptFiles.read('/proc/self/status')).toString(), /^Name:/);
  });

  test('and says of others what Go says', () => {
    assert.throws(() => promptFiles.read(folder.path), /^FileError: read .*: is a directory$/);
    assert.throws(
      () => promptFiles.read(path.join(folder.path, 'none')),
      /^FileError: open .*: no such file/,
    );
  });
});
