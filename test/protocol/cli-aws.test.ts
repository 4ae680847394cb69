import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { kubeconfigExec } from './command';
import { execKubeconfig } from './kubeconfigs';
import { assertNoTrace } from './spill';
import { temporaryFolder } from './temporary';

const folder = temporaryFolder();
const { status, stdout: version } = spawnSync('aws', ['--version'], { encoding: 'utf8' });
const skip = (status !== 0 || !version.startsWith('aws-cli/')) && 'there is no working "aws" on PATH';

/** It signs an address with the keys and asks nobody, so made-up keys do. */
const keys = {
  AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
  AWS_SECRET_ACCESS_KEY: randomBytes(30).toString('base64'),
  AWS_EC2_METADATA_DISABLED: 'true',
};
const args = ['eks', 'get-token', '--cluster-name', 'sample', '--region', 'eu-central-1'];

test('aws eks get-token is run and accepted', { skip, timeout: 60_000 }, async () => {
  const text = execKubeconfig({
    command: 'aws',
    args,
    env: keys,
    apiVersion: 'client.authentication.k8s.io/v1beta1',
    interactiveMode: 'IfAvailable',
  });
  const file = folder.write('kubeconfig', text);
  const { code, stdout, stderr } = await kubeconfigExec(['run', file, '--yes', '--format', 'json']);
  const report = JSON.parse(stdout);
  assert.deepEqual([code, report.verdict, report.kubectl, stderr], [0, 'accepted', null, ''], stdout);
  const { token, expirationTimestamp } = report.credential;
  assert.match(token.kind, /EKS/);
  assert.equal(token.jwt, null);
  const left = Date.parse(expirationTimestamp) - Date.now();
  assert.ok(left > 0 && left < 20 * 60_000, expirationTimestamp);
  assertNoTrace(Buffer.from(stdout), keys.AWS_SECRET_ACCESS_KEY, 'the secret key');
  assert.ok(!stdout.includes('k8s-aws-v1.'), 'no token');
});
