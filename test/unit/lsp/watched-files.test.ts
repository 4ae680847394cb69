import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { watchersFor } from '../../../server/lsp/watched-files';
import { fakeEnvironment } from '../plugin/fakes';

const folder = { kind: 'directory' } as const;
const { files } = fakeEnvironment({
  files: { '/': folder, '/a': folder, '/a/b': folder, '/a/file': {}, '/proc': folder, '/dev': folder },
});

const many = Array.from({ length: 30 }, (_, n) => `/a/f${n}`);

/** What is watched for some paths: `folder pattern`. */
const rows: Readonly<Record<string, readonly [paths: readonly string[], watched: readonly string[]]>> = {
  'a file': [['/a/file'], ['/a file']],
  'one that is not there yet': [['/a/gone'], ['/a gone']],
  'several in a folder': [
    ['/a/file', '/a/gone', '/a/b/c'],
    ['/a {file,gone}', '/a/b c'],
  ],
  'a folder that is not there yet': [['/a/b/x/y/z'], ['/a/b x']],
  'below a file': [['/a/file/x'], ['/a file']],
  'nothing at the root': [['/file', '/opt/bin/tool'], []],
  'nothing of the kernel’s': [['/proc/sys/fs/x', '/dev/null'], []],
  'a name that means something in a pattern': [['/a/[x]'], ['/a *']],
  'too many names': [many, ['/a *']],
};

test('the links on the way to a file are watched, and what is at its end', () => {
  const links = (path: string) => (path === '/a/link' ? ['/a/link', '/a/b/link', '/a/file'] : []);
  const watched = watchersFor(['/a/link', '/a/b/c'], { ...files, links });
  assert.deepEqual(
    watched.map(({ globPattern }) => typeof globPattern === 'object' && globPattern.pattern),
    ['{file,link}', '{c,link}'],
  );
});

describe('what the client is to watch', () => {
  for (const [title, [paths, watched]] of Object.entries(rows)) {
    test(title, () => {
      const found = watchersFor(paths, files).map(({ globPattern }) => {
        assert.ok(typeof globPattern === 'object');
        const { baseUri, pattern } = globPattern;
        return `${baseUri} ${pattern}`.replace('file://', '');
      });
      assert.deepEqual(found, watched);
    });
  }
});
