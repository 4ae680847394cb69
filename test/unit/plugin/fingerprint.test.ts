import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import type { Environment } from '../../../server/environment';
import { nodeEnvironment } from '../../../server/environment-node';
import { fingerprint } from '../../../server/plugin/fingerprint';

describe('the fingerprint of an executable', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kubeconfig-exec-'));
  after(() => rmSync(folder, { recursive: true }));

  /** The real one, which counts how often a file is read. */
  function counting(): { readonly environment: Environment; reads(): number } {
    let reads = 0;
    const { files } = nodeEnvironment;
    const read: Environment['files']['read'] = (path, length) => {
      reads++;
      return files.read(path, length);
    };
    return {
      environment: { ...nodeEnvironment, files: { ...files, stat: files.stat, list: files.list, read } },
      reads: () => reads,
    };
  }

  test('is null without a file', () => {
    assert.equal(fingerprint(null, nodeEnvironment), null);
    assert.equal(fingerprint(join(folder, 'absent'), nodeEnvironment), null);
  });

  test('of a large one reads it once until it changes', () => {
    const path = join(folder, 'large');
    writeFileSync(path, Buffer.alloc(20 * 1024 * 1024, 'a'));
    const { environment, reads } = counting();
    const first = fingerprint(path, environment);
    assert.equal(fingerprint(path, environment), first);
    assert.equal(reads(), 1);
    appendFileSync(path, 'b');
    assert.notEqual(fingerprint(path, environment), first);
    assert.equal(reads(), 2);
  });

  test('sees other bytes of the same size and time of modification', () => {
    const path = join(folder, 'dated');
    const { environment } = counting();
    writeFileSync(path, Buffer.alloc(2 * 1024 * 1024, 'a'));
    const { atime, mtime } = statSync(path);
    const first = fingerprint(path, environment);
    writeFileSync(path, Buffer.alloc(2 * 1024 * 1024, 'b'));
    utimesSync(path, atime, mtime);
    assert.notEqual(fingerprint(path, environment), first);
  });
});
