import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { nodeEnvironment } from '../../server/environment-node';
import { FileCache } from '../../server/lsp/file-cache';
import { counting } from './counting';

const folder = mkdtempSync(join(tmpdir(), 'kubeconfig-exec-list-'));
after(() => rmSync(folder, { recursive: true, force: true }));
writeFileSync(join(folder, 'b-file'), '');
mkdirSync(join(folder, 'a-folder'));
symlinkSync(join(folder, 'a-folder'), join(folder, 'c-link'));

describe('what is in a folder', () => {
  const { files } = nodeEnvironment;

  test('its names, in order, and what they are', () => {
    assert.deepEqual(files.list(folder), [
      { name: 'a-folder', kind: 'directory' },
      { name: 'b-file', kind: 'file' },
      { name: 'c-link', kind: 'other' },
    ]);
  });

  test('nothing where there is no folder', () => {
    assert.deepEqual(files.list(join(folder, 'nowhere')), []);
    assert.deepEqual(files.list(join(folder, 'b-file')), []);
  });

  test('is looked at once, until it may have changed', () => {
    const { files: counted, accesses } = counting(files);
    const cache = new FileCache(counted);
    assert.equal(cache.list(folder).length, 3);
    assert.equal(cache.list(folder).length, 3);
    assert.deepEqual(accesses, [`list ${folder}`]);
    cache.forget();
    cache.list(folder);
    assert.equal(accesses.length, 2);
  });
});
