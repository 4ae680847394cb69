import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { kubeconfigExec } from './command';
import { assertNoTrace, leaks, leakyKubeconfig, newToken } from './spill';
import { temporaryFolder } from './temporary';
import { parseXml } from './xml';

const folder = temporaryFolder();

const ways: readonly (readonly string[])[] = [
  ['--format', 'junit'],
  ['--matrix', 'apiVersion'],
  ['--matrix', 'apiVersion', '--format', 'json'],
  ['--matrix', 'apiVersion', '--format', 'junit', '--expect', 'rejected'],
];
for (const way of ways) {
  describe(`no secret is in the output with ${way.join(' ')}`, () => {
    for (const mode of leaks) {
      test(`of a plugin that spills its token: ${mode}`, async () => {
        const token = newToken();
        const file = folder.write(`${mode}.kubeconfig`, leakyKubeconfig(mode, token));
        const { code, stdout, stderr } = await kubeconfigExec(['run', file, '--yes', ...way]);
        assert.ok(code === 0 || code === 1, stderr);
        if (way.includes('junit')) parseXml(stdout);
        assertNoTrace(Buffer.from(stdout + stderr), token, mode);
      });
    }
  });
}
