import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { opensToLinks, sourcesWith } from './security';

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

test('no source of the extension synchronizes what was approved', () => {
  assert.deepEqual(sourcesWith(path.join(root, 'src'), /setKeysForSync/), []);
});

test('a workspace sets only what decides nothing about a run', () => {
  const { contributes, capabilities } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const settings: [string, { scope: string }][] = Object.entries(contributes.configuration.properties);
  const open = settings.filter(([, { scope }]) => scope !== 'machine' && scope !== 'application');
  assert.deepEqual(open.map(([name]) => name).sort(), [
    'kubeconfigExec.kubeconfig',
    'kubeconfigExec.kubernetesVersion',
    'kubeconfigExec.maxFileSize',
    'kubeconfigExec.rules',
  ]);
  assert.deepEqual(capabilities.untrustedWorkspaces.restrictedConfigurations, [
    'kubeconfigExec.kubeconfig',
    'kubeconfigExec.rules',
  ]);
});

test('the page stays out of the package', () => {
  assert.doesNotMatch(readFileSync(path.join(root, '.vscodeignore'), 'utf8'), /^!.*SECURITY/im);
});
