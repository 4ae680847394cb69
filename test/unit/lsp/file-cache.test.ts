import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FileError } from '../../../server/environment';
import { FileCache, withFiles } from '../../../server/lsp/file-cache';
import { counting } from '../counting';
import { fakeEnvironment } from '../plugin/fakes';

const machine = fakeEnvironment({ files: { '/a': { content: 'abc' } } });

test('a file is read and looked at once, until it is to be forgotten', () => {
  const { files, accesses } = counting(machine.files);
  const cache = new FileCache(files);
  const look = () => [Buffer.from(cache.read('/a')).toString(), cache.stat('/a')?.size, cache.stat('/gone')];
  for (let times = 0; times < 3; times++) assert.deepEqual(look(), ['abc', 3, undefined]);
  assert.deepEqual(accesses, ['read /a', 'stat /a', 'stat /gone']);
  cache.forget();
  look();
  assert.equal(accesses.length, 6);
});

test('the beginning of a file is not taken for all of it', () => {
  const cache = new FileCache(machine.files);
  assert.equal(Buffer.from(cache.read('/a', 2)).toString(), 'ab');
  assert.equal(Buffer.from(cache.read('/a')).toString(), 'abc');
});

test('that a file can’t be read is remembered, too', () => {
  const { files, accesses } = counting(machine.files);
  const cache = new FileCache(files);
  for (let times = 0; times < 2; times++) assert.throws(() => cache.read('/gone'), FileError);
  assert.deepEqual(accesses, ['read /gone']);
});

test('another failure is not', () => {
  let fails = true;
  const cache = new FileCache({
    ...machine.files,
    stat: (path) => {
      if (fails) throw new TypeError();
      return machine.files.stat(path);
    },
  });
  assert.throws(() => cache.stat('/a'), TypeError);
  fails = false;
  assert.equal(cache.stat('/a')?.size, 3);
});

test('what some work asks for is noted, known or not', () => {
  const cache = new FileCache(machine.files);
  cache.stat('/a');
  const { result, paths } = cache.noting(() => [cache.stat('/a'), cache.stat('/b')].length);
  cache.stat('/c');
  assert.equal(result, 2);
  assert.deepEqual([...paths], ['/a', '/b']);
  assert.throws(() => cache.noting(() => cache.read('/gone')));
  assert.deepEqual([...cache.noting(() => cache.stat('/a')).paths], ['/a']);
});

test('all else of the machine stays as it is', () => {
  let cwd = '/one';
  const environment = withFiles(
    {
      ...machine,
      get cwd() {
        return cwd;
      },
    },
    new FileCache(machine.files),
  );
  assert.equal(environment.cwd, '/one');
  cwd = '/two';
  assert.equal(environment.cwd, '/two');
  assert.equal(environment.platform, 'linux');
  assert.ok(environment.files instanceof FileCache);
});
