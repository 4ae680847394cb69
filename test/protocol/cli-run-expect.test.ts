import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { kubeconfigExec } from './command';
import { execKubeconfig } from './kubeconfigs';
import { Picky } from './picky';
import { temporaryFolder } from './temporary';

const folder = temporaryFolder();
const good = new Picky(folder);
const bad = new Picky(folder, 'v1');

const rows: readonly (readonly [picky: Picky, expected: string, code: number, line: string])[] = [
  [good, 'accepted', 0, 'As expected: accepted.'],
  [good, 'rejected', 1, 'Expected: rejected. It was: accepted.'],
  [good, 'rejected=no-status', 1, 'Expected: rejected, no-status. It was: accepted.'],
  [bad, 'rejected', 0, 'As expected: rejected.'],
  [bad, 'rejected=exit-status', 0, 'As expected: rejected, exit-status.'],
  [bad, 'rejected=no-status', 1, 'Expected: rejected, no-status. It was: rejected, exit-status.'],
  [bad, 'accepted', 1, 'Expected: accepted. It was: rejected, exit-status.'],
];
const starts = { text: /^kubectl would /, json: /^\{\n {2}"verdict": /, junit: /^<\?xml / };
for (const [format, start] of Object.entries(starts)) {
  describe(`--expect with ${format}`, () => {
    for (const [picky, expected, code, line] of rows) {
      test(`${expected}: ${line}`, async () => {
        const result = await picky.run('--expect', expected, '--format', format);
        assert.deepEqual([result.code, result.stderr], [code, `${line}\n`]);
        assert.match(result.stdout, start);
      });
    }
  });
}

describe('a kubeconfig that kubectl refuses', () => {
  const file = folder.write('refused', execKubeconfig({ command: '' }));
  for (const expected of ['rejected', 'rejected=kubeconfig-refused']) {
    test(`is ${expected}`, async () => {
      const { code, stderr, stdout } = await kubeconfigExec(['run', file, '--yes', '--expect', expected]);
      assert.deepEqual([code, stderr], [0, `As expected: ${expected.replace('=', ', ')}.\n`]);
      assert.match(stdout, /^kubectl refuses this context before it runs the plugin\./);
    });
  }
  test('is not what was expected of the plugin', async () => {
    const args = ['run', file, '--yes', '--expect', 'rejected=exit-status'];
    assert.equal((await kubeconfigExec(args)).code, 1);
  });
});

test('what can not be told stays status 2, whatever is expected', async () => {
  for (const flags of [
    ['--user', 'nobody'],
    ['--kubernetes-version', '1.20', '--api-version', 'v1'],
  ]) {
    const { code, stdout } = await good.run('--expect', 'rejected', ...flags);
    assert.deepEqual([code, stdout], [2, '']);
  }
});

describe('single overrides', () => {
  test('are what the plugin is told, and in the report', async () => {
    const flags = ['--api-version', 'v1beta1', '--spec-interactive', 'true', '--cluster-info'];
    const { code, stdout } = await good.run(...flags, '--format', 'json');
    const { overrides, execInfo } = JSON.parse(stdout);
    const apiVersion = 'client.authentication.k8s.io/v1beta1';
    assert.deepEqual([code, overrides], [0, { apiVersion, interactive: true, provideClusterInfo: true }]);
    assert.deepEqual([execInfo.apiVersion, execInfo.spec.interactive], [apiVersion, true]);
    assert.equal(good.asked.at(-1), 'v1beta1 interactive cluster');
    assert.match(
      (await good.run(...flags)).stdout,
      /Simulated: +v1beta1, interactive, cluster information\n/,
    );
  });
  test('stand beside nothing where there are none', async () => {
    const { overrides } = JSON.parse((await good.run('--format', 'json')).stdout);
    assert.equal(overrides, undefined);
    assert.equal(good.asked.at(-1), 'v1');
  });
});
