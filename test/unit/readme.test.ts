import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import manifest from '../../package.json';
import { withTables } from '../readme/tables';
import { root } from '../runner/phases';

const readme = readFileSync(path.join(root, 'README.md'), 'utf8');

test('the tables of the README are those of the manifest and the rules (else: npm run readme)', () => {
  assert.equal(readme, withTables(readme, manifest));
});

test('the pictures and pages that the README shows are there', () => {
  const links = [...readme.matchAll(/\]\((?!https?:|#)([^)]+)\)/g)].map(([, link = '']) => link);
  assert.ok(links.length >= 3);
  assert.deepEqual(
    links.filter((link) => !existsSync(path.join(root, link))),
    [],
  );
});
