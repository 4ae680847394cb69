import assert from 'node:assert/strict';
import { cpSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { kubeconfigExec } from './command';
import { root } from './paths';
import { temporaryFolder } from './temporary';

interface FileResult {
  readonly path: string;
  readonly kind: string;
  readonly contexts: readonly {
    name: string | null;
    current: boolean;
    accepted: boolean;
    kubectl: string | null;
  }[];
  readonly diagnostics: readonly { severity: string; code: string; message: string }[];
}

// A copy: what lies beside a kubeconfig must not matter.
const folder = temporaryFolder();
cpSync(path.join(root, 'test/conformance/realworld'), folder.path, { recursive: true });

async function check(directory: string): Promise<{ code: number | null; files: FileResult[] }> {
  const cwd = path.join(folder.path, directory);
  const names = readdirSync(cwd).filter((name) => name.endsWith('.yaml'));
  assert.ok(names.length > 0);
  const { code, stdout, stderr } = await kubeconfigExec(['check', ...names, '--format', 'json'], { cwd });
  assert.equal(stderr, '');
  const { files } = JSON.parse(stdout);
  assert.deepEqual(
    files.map((file: FileResult) => file.path),
    names,
  );
  return { code, files };
}

describe('kubeconfigs of the real world', () => {
  test('have no error and a context to use where kubectl has no complaint', async () => {
    const { code, files } = await check('.');
    for (const { path, kind, contexts, diagnostics } of files) {
      assert.equal(kind, 'kubeconfig', path);
      assert.deepEqual(
        diagnostics.filter(({ severity }) => severity === 'error'),
        [],
        path,
      );
      const current = contexts.filter((context) => context.current);
      assert.deepEqual(
        current.map(({ accepted, kubectl }) => ({ accepted, kubectl })),
        [{ accepted: true, kubectl: null }],
        path,
      );
    }
    assert.equal(code, 0);
  });

  test('have an error and kubectl’s words where it refuses', async () => {
    const { code, files } = await check('rejected');
    for (const { path, contexts, diagnostics } of files) {
      assert.ok(
        diagnostics.some(({ severity }) => severity === 'error'),
        path,
      );
      const current = contexts.find((context) => context.current);
      assert.equal(current?.accepted, false, path);
      assert.match(current.kubectl ?? '', /^(error: |Error in configuration: )/, path);
    }
    assert.equal(code, 1);
  });
});
