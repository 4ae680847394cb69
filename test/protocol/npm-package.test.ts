import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { execKubeconfig } from './kubeconfigs';
import { root } from './paths';
import { temporaryFolder } from './temporary';

// pre-commit packs this repository and installs the package. Everything here works without a network.

const folder = temporaryFolder();
const windows = process.platform === 'win32';

function npm(...args: string[]): string {
  // A script on Windows.
  const options = { cwd: root, encoding: 'utf8', shell: windows } as const;
  const { status, stdout, stderr } = spawnSync('npm', args, options);
  assert.equal(status, 0, stderr);
  return stdout.trim();
}

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly files: string;
}
const hooks = parse(readFileSync(path.join(root, '.pre-commit-hooks.yaml'), 'utf8')) as readonly Hook[];

test('the package is the command line alone, and its command works where it is installed', () => {
  // Built already, and not to be built again under the other tests.
  const name = npm('pack', '--ignore-scripts', '--pack-destination', folder.path);
  const prefix = path.join(folder.path, 'prefix');
  npm('install', '--global', '--offline', '--prefix', prefix, path.join(folder.path, name));
  const installed = path.join(prefix, windows ? '' : 'lib', 'node_modules/kubeconfig-exec');
  assert.deepEqual(readdirSync(installed).sort(), ['LICENSE', 'README.md', 'dist', 'package.json']);
  // The licences of what is bundled are written where it is minified.
  const notices = existsSync(path.join(root, 'dist/NOTICES.txt')) ? ['NOTICES.txt'] : [];
  assert.deepEqual(readdirSync(path.join(installed, 'dist')), [...notices, 'server', 'server.js']);

  folder.write('bad.kubeconfig', execKubeconfig({ command: '' }));
  for (const { entry } of hooks) {
    const [command = '', ...args] = entry.split(' ');
    const file = path.join(prefix, windows ? '' : 'bin', command);
    const options = { cwd: folder.path, encoding: 'utf8', shell: windows } as const;
    const { status, stdout, error } = spawnSync(file, [...args, 'bad.kubeconfig'], options);
    assert.equal(error, undefined);
    assert.equal(status, 1);
    assert.match(stdout, /^bad\.kubeconfig:\d+:\d+ error command-missing /);
  }
});

test('npm pack prints the name of the package and nothing else, whatever prepack prints', () => {
  assert.equal(npm('config', 'get', 'foreground-scripts', '--location', 'project'), 'false');
});

describe('the hooks get kubeconfigs', () => {
  const mine = [
    'kubeconfig',
    'a/kubeconfig',
    'dev.kubeconfig',
    'dev-kubeconfig',
    'kubeconfig-dev',
    '.kube/config',
  ];
  const other = [
    'config',
    'kubeconfig-secret.yaml',
    'docs/kubeconfig.md',
    'kubeconfigs/readme',
    '.kube/cache/x.json',
  ];
  for (const { id, files } of hooks) {
    test(id, () => {
      const pattern = new RegExp(files);
      const matched = [...mine, 'dev.kubeconfig.yaml', 'kubeconfig.json', ...other].filter((file) =>
        pattern.test(file),
      );
      assert.deepEqual(matched, [...mine, 'dev.kubeconfig.yaml', 'kubeconfig.json']);
    });
  }
});
