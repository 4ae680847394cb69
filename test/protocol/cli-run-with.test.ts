import assert from 'node:assert/strict';
import { mkdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import type { RunReport } from '../../server/protocol';
import { kubeconfigExec } from './command';
import { execKubeconfig } from './kubeconfigs';
import { root } from './paths';
import { temporaryFolder } from './temporary';

const folder = temporaryFolder();
const plugin = path.join(root, 'test/protocol/fixtures/telling-plugin.mjs');
const text = execKubeconfig({
  command: process.execPath,
  args: [plugin],
  env: { TELL_FILE: 'of-the-file', TELL_BOTH: 'of-the-file' },
});
const more = text.replace(
  'contexts:',
  `  - name: other
    cluster:
      server: https://other.example.com
      extensions:
        - name: client.authentication.k8s.io/exec
          extension: { audience: prod, clientSecret: sesame-in-config }
contexts:`,
);
const file = folder.write('kubeconfig', more);
const env = { ...process.env, TELL_OWN: 'inherited', TELL_PASSWORD: 'sesame-inherited' };
const elsewhere = path.join(folder.path, 'elsewhere');
mkdirSync(elsewhere);

const runWith = (args: readonly string[], input = '') =>
  kubeconfigExec(['run', file, '--yes', ...args], { env, input, cwd: folder.path });

async function reportWith(args: readonly string[], input?: string): Promise<RunReport> {
  const { stdout, stderr } = await runWith([...args, '--format', 'json'], input);
  assert.equal(stderr, '');
  return JSON.parse(stdout);
}

const lines = ({ stderr }: RunReport) => stderr.split('\n');

describe('variables', () => {
  test('are set and taken away, in place of those of the file and those that are inherited', async () => {
    const args = [
      '--env',
      'TELL_BOTH=1',
      '--env=TELL_NEW=a=b',
      '--unset-env',
      'TELL_OWN',
      '--unset-env=TELL_FILE',
    ];
    const report = await reportWith(args);
    const told = lines(report).filter((line) => line.startsWith('TELL_'));
    assert.deepEqual(told, ['TELL_BOTH=1', 'TELL_NEW=a=b', 'TELL_PASSWORD=[redacted]']);
    assert.deepEqual(report.overrides, {
      env: { TELL_BOTH: '', TELL_NEW: '', TELL_OWN: null, TELL_FILE: null },
    });
    assert.deepEqual(report.process.envNames, ['TELL_BOTH', 'TELL_NEW']);
  });

  test('have the value of the own variable where only a name is given', async () => {
    const args = ['--env', 'TELL_OWN', '--unset-env', 'TELL_PASSWORD', '--format'];
    for (const format of ['text', 'json', 'junit']) {
      const { stdout, stderr } = await runWith([...args, format]);
      assert.match(stdout, /TELL_OWN=\[redacted\]/, format);
      assert.ok(!`${stdout}${stderr}`.includes('inherited'), format);
    }
  });

  test('are the same in all runs of a matrix, whose JSON names them only', async () => {
    const args = ['--env', 'TELL_NEW=sesame-set', '--matrix', 'apiVersion', '--format', 'json'];
    const { stdout } = await runWith(args);
    const { runs } = JSON.parse(stdout);
    assert.deepEqual(
      runs.map(({ name }: { name: string }) => name),
      ['v1, with TELL_NEW', 'v1beta1, with TELL_NEW'],
    );
    for (const { overrides, report } of runs) {
      assert.deepEqual(overrides.env, { TELL_NEW: '' });
      assert.match(report.stderr, /TELL_NEW=\[redacted\]/);
    }
    assert.ok(!stdout.includes('sesame'));
  });
});

test('another folder', async () => {
  const report = await reportWith(['--cwd', 'elsewhere']);
  assert.equal(lines(report)[0], `folder ${realpathSync(elsewhere)}`);
  assert.deepEqual(report.overrides, { cwd: elsewhere });
});

test('another cluster, without its secrets', async () => {
  const report = await reportWith(['--cluster', 'other', '--cluster-info']);
  assert.equal(report.cluster, 'other');
  assert.deepEqual(report.execInfo?.spec?.cluster, {
    server: 'https://other.example.com',
    config: { audience: 'prod', clientSecret: '[redacted]' },
  });
  assert.match(report.stderr, /"clientSecret":"\[redacted\]"/);
});

describe('the ExecCredential that is sent', () => {
  test('is printed, masked, and nothing is run', async () => {
    const args = [
      'run',
      file,
      '--print-exec-info',
      '--cluster=other',
      '--cluster-info',
      '--api-version=v1beta1',
    ];
    const { code, stdout, stderr } = await kubeconfigExec(args);
    assert.deepEqual([code, stderr], [0, '']);
    assert.deepEqual(JSON.parse(stdout), {
      kind: 'ExecCredential',
      apiVersion: 'client.authentication.k8s.io/v1beta1',
      spec: {
        cluster: {
          server: 'https://other.example.com',
          config: { audience: 'prod', clientSecret: '[redacted]' },
        },
        interactive: false,
      },
    });
  });

  test('is not printed where it cannot be made, with the reason', async () => {
    const broken = folder.write(
      'broken',
      text.replace('6443', '6443\n      certificate-authority: gone.pem'),
    );
    const args = ['run', broken, '--print-exec-info', '--cluster-info'];
    const refused = await kubeconfigExec(args);
    assert.match(refused.stdout, /unable to read certificate-authority/);
    const forced = await kubeconfigExec([...args, '--force']);
    assert.match(forced.stderr, /the CA file of the cluster cannot be read/);
    assert.deepEqual([refused.code, forced.code, forced.stdout], [1, 2, '']);
  });

  test('is sent edited, from a file or standard input, with what was masked', async () => {
    const cluster = ['--cluster=other', '--cluster-info'];
    const { stdout: shown } = await runWith([...cluster, '--print-exec-info']);
    const edited = shown.replace('"prod"', '"staging"');
    const named = folder.write('edited.json', edited);
    const checks = folder.write('checks.mjs', secretCheck);
    const checking = folder.write('checking', more.replace(JSON.stringify(plugin), JSON.stringify(checks)));
    for (const [from, input] of [
      [named, ''],
      ['-', edited],
    ] as const) {
      const args = ['run', checking, '--yes', ...cluster, '--exec-info', from, '--format', 'json'];
      const { code, stdout } = await kubeconfigExec(args, { input });
      const report: RunReport = JSON.parse(stdout);
      assert.equal(report.stderr, 'the secret is there\n');
      assert.deepEqual(report.execInfo, JSON.parse(edited));
      assert.deepEqual([code, report.overrides?.execInfo], [0, '']);
      assert.ok(!stdout.includes('sesame'));
    }
  });

  test('is whatever it was edited to', async () => {
    const execInfo = '{"apiVersion": "client.authentication.k8s.io/v1beta1",\n"more":1}';
    const report = await reportWith(['--exec-info', '-'], execInfo);
    assert.ok(report.stderr.endsWith(`input ${execInfo}`));
    assert.equal(report.reason, 'api-version-mismatch');
  });
});

const secretCheck = `
const { apiVersion, spec } = JSON.parse(process.env.KUBERNETES_EXEC_INFO);
const { audience, clientSecret } = spec.cluster.config;
if (audience === 'staging' && clientSecret === 'sesame-in-config') console.error('the secret is there');
console.log(JSON.stringify({ kind: 'ExecCredential', apiVersion, status: { token: 'made-up-token' } }));
`;

test('all of it is told in words', async () => {
  const args = ['--env=TELL_NEW=x', '--unset-env=TELL_OWN', '--cwd=/', '--cluster=other', '--exec-info=-'];
  const { stdout } = await runWith(args, '{"apiVersion":"client.authentication.k8s.io/v1"}');
  const root = path.resolve('/');
  assert.ok(
    stdout.includes(`Simulated: `) &&
      stdout.includes(` cluster other, with TELL_NEW, without TELL_OWN, in ${root}, edited input\n`),
    stdout,
  );
});

describe('an answer in place of a run', () => {
  for (const flags of [['--answer'], [file, '--print-exec-info', '--exec-info']]) {
    test(`is not read without an end: ${flags.at(-1)}`, { timeout: 20_000 }, async () => {
      const input = Buffer.alloc(11 * 1024 * 1024, ' ');
      const sources = process.platform === 'win32' ? ['-'] : ['-', '/dev/zero'];
      for (const source of sources) {
        const { code, stderr } = await kubeconfigExec(['run', ...flags, source], { input });
        assert.equal(code, 2);
        assert.match(stderr, /cannot read \S+: it is larger than 10 MiB/);
      }
    });
  }

  const answer = (apiVersion: string, token = 'sesame-in-answer') =>
    JSON.stringify({
      kind: 'ExecCredential',
      apiVersion: `client.authentication.k8s.io/${apiVersion}`,
      status: { token },
    });

  test('is judged for the exec block, and nothing is run', async () => {
    const gone = folder.write('gone', execKubeconfig({ command: './no-such-plugin' }));
    const args = ['run', gone, '--answer', '-', '--format'];
    for (const format of ['text', 'json', 'junit']) {
      const { code, stdout, stderr } = await kubeconfigExec([...args, format], { input: answer('v1') });
      assert.deepEqual([code, stderr], [0, ''], stdout);
      assert.ok(!stdout.includes('sesame'), format);
    }
    const { code, stdout } = await kubeconfigExec([...args, 'json'], { input: answer('v1beta1') });
    const { verdict, reason, judged, user } = JSON.parse(stdout) as RunReport;
    assert.deepEqual([code, verdict, reason, user], [1, 'rejected', 'api-version-mismatch', 'jane']);
    assert.deepEqual(judged, {
      document: 'standard input',
      apiVersion: 'client.authentication.k8s.io/v1',
    });
  });

  test('is judged for any exec block of a version, from a file of any encoding', async () => {
    const document = folder.write('answer.json', Buffer.from(`\uFEFF${answer('v1beta1')}`, 'utf16le'));
    const { code, stdout } = await kubeconfigExec(['run', '--answer', document, '--api-version', 'v1beta1']);
    assert.equal(code, 0, stdout);
    assert.match(stdout, /^kubectl would accept this credential\.\n/);
    assert.match(stdout, /Document: +answer\.json\n/);
    const args = ['run', '--answer', document, '--expect', 'rejected=api-version-mismatch'];
    assert.equal((await kubeconfigExec(args)).code, 0);
  });

  test('is judged as the release would', async () => {
    const args = ['--answer', '-', '--kubernetes-version', '1.21', '--format', 'json'];
    const { stdout } = await kubeconfigExec(['run', ...args], { input: answer('v1') });
    assert.equal(JSON.parse(stdout).reason, 'unknown-kind');
    const { stdout: old } = await kubeconfigExec(['run', ...args], { input: answer('v1beta1') });
    assert.equal(JSON.parse(old).verdict, 'accepted');
  });
});

describe('what can be no run: status 2, and no secret in the words', () => {
  const wrong: [string[], RegExp, string?][] = [
    [['--cluster', 'missing'], /no cluster "missing"\. Known: "sample", "other"\./],
    [['--cwd', 'missing'], /chdir \S+missing: no such file or directory/],
    [['--env', 'NO_SUCH_VARIABLE'], /--env takes NAME=VALUE, or the name/],
    [['--env', '=sesame'], /--env takes NAME=VALUE, or the name/],
    [['--env', 'KUBERNETES_EXEC_INFO=sesame'], /Edit the ExecCredential instead/],
    [['--env', 'A=sesame', '--unset-env', 'A'], /A is in --env and in --unset-env/],
    [['--unset-env', 'A=sesame'], /empty, or has "="/],
    [['--exec-info', '-'], /not JSON\. Correct it at line 1, column 8/, '{ "a": sesame }'],
    [['--exec-info', 'missing'], /cannot read missing: no such file/],
    [['--answer', 'missing'], /cannot read missing: no such file/],
    [['--answer', '-', '--env', 'A=sesame'], /--answer runs nothing, so there is no use for --env/],
    [['--answer', '-', '--exec-info', '-'], /no use for --exec-info/],
    [['--print-exec-info', '--matrix', 'versions'], /--print-exec-info or --matrix, not both/],
  ];
  for (const [args, expected, input] of wrong) {
    test(args.join(' '), async () => {
      const { code, stdout, stderr } = await runWith(args, input);
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, expected);
      assert.ok(!stderr.includes('sesame'));
    });
  }

  test('standard input twice, or a user without a kubeconfig', async () => {
    const twice = await kubeconfigExec(['run', '-', '--yes', '--exec-info', '-']);
    assert.match(twice.stderr, /standard input can be read only once/);
    const alone = await kubeconfigExec(['run', '--answer', '-', '--user', 'jane']);
    assert.match(alone.stderr, /name the kubeconfig in which to look for --user/);
    assert.deepEqual([twice.code, alone.code], [2, 2]);
  });
});

test('a run that kubectl refuses says what it would have had', async () => {
  const refused = folder.write('refused', execKubeconfig({ command: '' }));
  const args = ['run', refused, '--yes', '--env', 'A=sesame', '--format', 'json'];
  const { code, stdout } = await kubeconfigExec(args);
  const { verdict, overrides } = JSON.parse(stdout);
  assert.deepEqual([code, verdict, overrides], [1, 'rejected', { env: { A: '' } }]);
});
