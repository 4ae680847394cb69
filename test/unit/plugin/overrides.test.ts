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
    const simulated = rows.find(({ label }) => label === 'Simulated');
    assert.equal(simulated?.value, 'v1beta1, interactive, cluster information');
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

describe('what a plugin has instead', { skip }, () => {
  // It says what it sees, as an answer that nobody can use.
  writeFileSync(
    join(folder, 'tell'),
    `#!/bin/sh\necho "$(pwd) ONE=\${ONE-none} TWO=\${TWO-none} HOME=\${HOME-none}" >&2\n`,
    { mode: 0o755 },
  );
  writeFileSync(join(folder, 'repeat'), '#!/bin/sh\nprintf %s "$KUBERNETES_EXEC_INFO" >&2\n', {
    mode: 0o755,
  });
  const env = [
    { name: 'ONE', value: 'file-one' },
    { name: 'TWO', value: 'file-two' },
  ];
  const tell = (overrides: RunOverrides) => run(overrides, { command: './tell', env });

  test('variables: set ones win, and what is taken away is neither set nor inherited', async () => {
    const { stderr, process: ran, overrides } = await tell({ env: { ONE: '1', TWO: null, HOME: null } });
    assert.match(stderr, /ONE=1 TWO=none HOME=none$/m);
    assert.deepEqual(ran.envNames, ['ONE']);
    assert.deepEqual(overrides, { env: { ONE: '', TWO: null, HOME: null } });
    assert.match((await tell({})).stderr, /ONE=file-one TWO=file-two HOME=\//);
  });

  test('a value is a secret wherever it turns up, also one that the exec block has', async () => {
    const report = await tell({ env: { ONE: 'sesame-street', THREE: 'open' } });
    assert.match(report.stderr, /ONE=\[redacted\] TWO=file-two/);
    assert.ok(!JSON.stringify(report).includes('sesame'), 'it is nowhere');
  });

  test('a folder to run in, which is gone when it comes to it', async () => {
    const cwd = mkdtempSync(join(folder, 'cwd-'));
    assert.match((await tell({ cwd })).stderr, new RegExp(`^\\S*${cwd} `, 'm'));
    rmSync(cwd, { recursive: true });
    const { reason, kubectl } = await tell({ cwd });
    assert.equal(reason, 'cannot-start');
    assert.equal(
      kubectl,
      `Unable to connect to the server: getting credentials: exec: chdir ${cwd}: no such file or directory`,
    );
  });

  test('an ExecCredential, byte for byte', async () => {
    const execInfo = '{ "kind" : "ExecCredential",\n"apiVersion":"x/v9","more":[1.0,{}], "spec":7 }';
    const report = await run({ execInfo }, { command: './repeat' });
    assert.equal(report.stderr, execInfo);
    assert.deepEqual(report.execInfo, JSON.parse(execInfo));
    assert.deepEqual(report.overrides, { execInfo: '' });
  });

  test('an answer to an edited ExecCredential has to be in the version of the exec block', async () => {
    const execInfo = `{"kind":"ExecCredential","apiVersion":"${v1beta1}","spec":{}}`;
    const { reason, kubectl } = await run({ execInfo });
    assert.equal(reason, 'api-version-mismatch');
    assert.match(
      kubectl ?? '',
      /configured to use API version \S+\/v1, plugin returned version \S+\/v1beta1$/,
    );
    assert.equal((await run({ execInfo, apiVersion: v1beta1 })).verdict, 'accepted');
  });

  test('a mask in it that stands for nothing is told about: it cannot be seen in the report', async () => {
    const codesWith = async (value: string) => {
      const execInfo = `{"apiVersion":"${v1}","spec":{"password":"${value}"}}`;
      const { findings } = await run({ execInfo }, { command: './repeat' });
      return findings.filter(({ code }) => code === 'masked-input').map(({ severity }) => severity);
    };
    assert.deepEqual(await codesWith('[redacted]'), ['warning']);
    assert.deepEqual(await codesWith('sesame'), []);
  });

  test('a secret in it, by its name or its looks, is nowhere in the report', async () => {
    const secrets = [
      'by-its-name',
      'twice-the-name',
      `ghp_${'Ab3'.repeat(8)}`,
      `eyJhbGciOiJ9.${'e30'.repeat(9)}`,
    ];
    const [named, twice, prefixed, jwt] = secrets;
    const execInfo = `{"spec":{"cluster":{"config":{"apiToken":"${named}","apiToken":"${twice}"}},"x":"${prefixed}"},"${jwt}":1}`;
    const report = await run({ execInfo }, { command: './repeat' });
    assert.match(report.stderr, /^\{"spec":\{"cluster":/);
    for (const secret of secrets) assert.ok(!JSON.stringify(report).includes(secret.slice(4)), secret);
  });
});

test('overrides add up, and the last one counts', () => {
  const once = withOverrides(targetFor({}), { apiVersion: v1beta1, interactive: true });
  const twice = withOverrides(once, { interactive: false, provideClusterInfo: undefined });
  assert.deepEqual(twice.overrides, { apiVersion: v1beta1, interactive: false });
  assert.equal(twice.exec.provideClusterInfo, false);
  assert.deepEqual(overrideWords(twice.overrides ?? {}), ['v1beta1', 'not interactive']);
  const variables = withOverrides(withOverrides(twice, { env: { A: '1', B: '2' } }), { env: { B: null } });
  assert.deepEqual(variables.overrides?.env, { A: '1', B: null });
  assert.deepEqual(variables.exec.env, [{ name: 'A', value: '1' }]);
  const nothing = targetFor({});
  assert.equal(withOverrides(nothing, { env: {}, cwd: undefined }), nothing);
});

test('the names of variables are those that the system tells apart', () => {
  const target = targetFor({ env: [{ name: 'Path', value: 'x' }] });
  const namesOn = (platform: string) =>
    withOverrides(target, { env: { PATH: 'y' } }, platform).exec.env.map(({ name }) => name);
  assert.deepEqual([namesOn('win32'), namesOn('linux')], [['PATH'], ['Path', 'PATH']]);
});
