import assert from 'node:assert/strict';
import { chmodSync, cpSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { kubeconfigExec } from './command';
import { root } from './paths';
import { assertNoTrace, leaks, leakyKubeconfig, newToken, pemBody, sampleKey } from './spill';
import { temporaryFolder } from './temporary';

const folder = temporaryFolder();

for (const format of ['text', 'json']) {
  describe(`no secret is in the ${format} of a run`, () => {
    for (const mode of leaks) {
      test(`of a plugin that spills its token: ${mode}`, async () => {
        const token = newToken();
        const file = folder.write(`${mode}.kubeconfig`, leakyKubeconfig(mode, token));
        const result = await kubeconfigExec(['run', file, '--yes', '--format', format]);
        assert.equal(result.code, mode === 'chatty' ? 0 : 1, result.stderr);
        assertNoTrace(Buffer.from(result.stdout + result.stderr), token, mode);
      });
    }

    test('of a certificate with its key', {
      skip: process.platform === 'win32' && 'the sample plugin is a shell script',
    }, async () => {
      cpSync(path.join(root, 'test/sample'), folder.path, { recursive: true });
      chmodSync(path.join(folder.path, 'bin/sample-plugin'), 0o755);
      const args = ['run', 'good.kubeconfig', '--user', 'with-certificate', '--yes', '--format', format];
      const { code, stdout, stderr } = await kubeconfigExec(args, { cwd: folder.path });
      assert.equal(code, 0);
      assertNoTrace(Buffer.from(stdout + stderr), pemBody(sampleKey), 'the key');
    });
  });
}
