import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { describeReport, overrideWords } from '../../../server/describe-report';
import { nodeEnvironment } from '../../../server/environment-node';
import { planOf, runPlugin, withOverrides } from '../../../server/plugin';
import type { ExecBlock, ExecTarget } from '../../../server/plugin/target';
import type { RunOverrides } from '../../../server/protocol';
import { targetWith, v1 } from './fakes';

const folder = mkdtempSync(join(tmpdir(), 'kubeconfig-exec-overrides-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const skip = process.platform === 'win32' && 'the plugin of this test is a shell script';
// It says what it was told, and whether its standard input is empty.
const script = `#!/bin/sh
read line && echo "stdin: $line" >&2
printf '%s' "$KUBERNETES_EXEC_INFO" | sed 's/}$/,"status":{"token":"made-up"}}/'
`;
writeFileSync(join(folder, 'echo'), script, { mode: 0o755 });

const v1beta1 = 'client.authentication.k8s.io/v1beta1';
const kubeconfigPath = join(folder, 'config');
const targetFor = (exec: Partial<ExecBlock>) =>
  targetWith({ command: './echo', ...exec }, { kubeconfigPath });

function run(overrides: RunOverrides, exec: Partial<ExecBlock> = {}) {
  const { signal } = new AbortController();
  const options = { timeoutMs: 20_000, interactive: false, maxOutputBytes: 1_000_000, signal };
  return runPlugin(withOverrides(targetFor(exec), overrides), nodeEnvironment, options);
}

describe('what a plugin is told instead', { skip }, () => {
  test('nothing: the report says nothing of it', async () => {
    const report = await run({ apiVersion: undefined, interactive: undefined });
    assert.deepEqual(report.execInfo, {
      kind: 'ExecCredential',
      apiVersion: v1,
      spec: { interactive: false },
    });
    assert.equal(report.verdict, 'accepted');
    assert.ok(!('overrides' in report));
  });

  test('everything', async () => {
    const overrides = { apiVersion: v1beta1, interactive: true, provideClusterInfo: true };
    const report = await run(overrides);
    const { apiVersion, spec } = report.execInfo ?? assert.fail();
    assert.deepEqual([apiVersion, spec?.interactive], [v1beta1, true]);
    assert.equal(spec?.cluster?.['server'], 'https://127.0.0.1:6443');
    assert.deepEqual([report.verdict, report.overrides, report.stderr], ['accepted', overrides, '']);
    const rows = describeReport(report).sections.flatMap((section) => section.rows);
    assert.deepEqual(
      rows.find(({ label }) => label === 'Simulated'),
      { label: 'Simulated', value: 'v1beta1, interactive, cluster information' },
    );
  });

  test('less than the exec block says', async () => {
    const report = await run({ provideClusterInfo: false }, { provideClusterInfo: true });
    assert.deepEqual(report.execInfo?.spec, { interactive: false });
  });

  test('whatever interactiveMode is, but for Always without a terminal', async () => {
    for (const interactiveMode of ['Never', 'IfAvailable', 'Always'] as const) {
      const { verdict, execInfo } = await run({ interactive: true }, { interactiveMode });
      assert.deepEqual([verdict, execInfo?.spec?.interactive], ['accepted', true], interactiveMode);
    }
    assert.equal((await run({ interactive: false }, { interactiveMode: 'Always' })).reason, 'no-terminal');
  });

  test('is judged: the answer has to be in the version that was asked for', async () => {
    writeFileSync(
      join(folder, 'fixed'),
      `#!/bin/sh\nprintf '{"apiVersion":"${v1}","kind":"ExecCredential"}'\n`,
      {
        mode: 0o755,
      },
    );
    const { reason, kubectl } = await run({ apiVersion: v1beta1 }, { command: './fixed' });
    assert.equal(reason, 'api-version-mismatch');
    assert.match(
      kubectl ?? '',
      /configured to use API version \S+\/v1beta1, plugin returned version \S+\/v1$/,
    );
  });

  test('needs no other approval: the same command is run', async () => {
    const target = targetFor({});
    const all = withOverrides(target, { apiVersion: v1beta1, interactive: true, provideClusterInfo: true });
    const idOf = async (of: ExecTarget) => (await planOf(of, nodeEnvironment)).plan.approvalId;
    assert.equal(await idOf(all), await idOf(target));
  });
});

test('overrides add up, and the last one counts', () => {
  const once = withOverrides(targetFor({}), { apiVersion: v1beta1, interactive: true });
  const twice = withOverrides(once, { interactive: false, provideClusterInfo: undefined });
  assert.deepEqual(twice.overrides, { apiVersion: v1beta1, interactive: false });
  assert.equal(twice.exec.provideClusterInfo, false);
  assert.deepEqual(overrideWords(twice.overrides ?? {}), ['v1beta1', 'not interactive']);
});
