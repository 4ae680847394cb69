import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { opensToLinks } from './security';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');
const page = readFileSync(path.join(root, 'SECURITY.md'), 'utf8');

test('the security page names tests that exist', () => {
  const named = [...page.matchAll(/`(test\/[\w/.-]+)`/g)].map(([, name = '']) => name);
  assert.ok(named.length >= 12);
  assert.deepEqual(
    named.filter((name) => !existsSync(path.join(root, name))),
    [],
  );
});

test('nothing can be run by a link', () => {
  assert.deepEqual(opensToLinks(path.join(root, 'src')), []);
});
