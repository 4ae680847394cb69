import assert from 'node:assert/strict';
import { chmodSync, cpSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { kubeconfigExec } from './command';
import { execKubeconfig } from './kubeconfigs';
import { root } from './paths';
import { temporaryFolder } from './temporary';

const folder = temporaryFolder();
const { path: cwd } = folder;
cpSync(path.join(root, 'test/sample'), cwd, { recursive: true });
chmodSync(path.join(cwd, 'bin/sample-plugin'), 0o755);
const plugin = path.join(cwd, 'bin/sample-plugin');
const marker = path.join(cwd, 'executed');
const env = { ...process.env, SAMPLE_PLUGIN_MARKER: marker };
const options = { skip: process.platform === 'win32' && 'the sample plugin is a shell script' };

const run = (...args: string[]) => kubeconfigExec(['run', ...args], { cwd, env });
const runJson = async (...args: string[]) => {
  const result = await run(...args, '--yes', '--format', 'json');
  return { ...result, report: JSON.parse(result.stdout) };
};

const keys = ['command', 'resolvedPath', 'args', 'exitCode', 'signal', 'timedOut', 'durationMs'];
const reportKeys = [
  'verdict',
  'reason',
  'kubectl',
  'execInfo',
  'process',
  'credential',
  'stderr',
  'findings',
];

/** Of the documented shape; it may say more. */
function assertShape(report: Record<string, unknown>): void {
  for (const key of reportKeys) assert.ok(key in report, key);
  const { process: ran } = report;
  assert.ok(typeof ran === 'object' && ran !== null);
  for (const key of keys) assert.ok(key in ran, `process.${key}`);
}

describe('json', options, () => {
  test('of an accepted token', async () => {
    const { code, stderr, report } = await runJson('good.kubeconfig');
    assertShape(report);
    assert.deepEqual([code, stderr], [0, '']);
    const { verdict, reason, kubectl, credential, findings } = report;
    assert.deepEqual([verdict, reason, kubectl, findings], ['accepted', null, null, []]);
    const { length, jwt } = credential.token;
    assert.deepEqual([length, jwt.header.alg, jwt.claims.aud], [317, 'RS256', ['kubernetes']]);
    assert.deepEqual(Object.keys(jwt), ['header', 'claims'], 'no signature');
    assert.match(credential.expirationTimestamp, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    assert.equal(credential.certificate, null);
    const { command, resolvedPath, args, exitCode, signal, timedOut } = report.process;
    assert.deepEqual(
      [command, resolvedPath, args, exitCode, signal, timedOut],
      ['./bin/sample-plugin', plugin, ['jwt'], 0, null, false],
    );
    assert.equal(report.execInfo.apiVersion, 'client.authentication.k8s.io/v1');
  });

  test('of an accepted certificate', async () => {
    const { code, report } = await runJson('good.kubeconfig', '--user', 'with-certificate');
    assertShape(report);
    const { token, certificate, expirationTimestamp } = report.credential;
    assert.deepEqual([code, token, expirationTimestamp, certificate.keyMatches], [0, null, null, true]);
    for (const key of ['subject', 'issuer', 'notBefore', 'notAfter']) assert.ok(certificate[key], key);
  });

  test('of a rejected answer', async () => {
    const { code, stderr, report } = await runJson('good.kubeconfig', '--context=failing');
    assertShape(report);
    assert.deepEqual([code, stderr], [1, ''], "the plugin's stderr is in the report");
    assert.deepEqual([report.verdict, report.reason], ['rejected', 'exit-status']);
    assert.equal(report.credential, null);
    assert.match(report.stderr, /the session of jane has expired/);
    assert.ok(report.findings.every((finding: object) => 'code' in finding && 'message' in finding));
  });

  test('of a kubeconfig that kubectl refuses', async () => {
    const { code, report } = await runJson('bad.kubeconfig');
    assertShape(report);
    assert.equal(code, 1);
    assert.deepEqual([report.verdict, report.reason], ['rejected', 'kubeconfig-refused']);
    assert.match(report.kubectl, /^error: error loading config file "bad\.kubeconfig": /);
    assert.deepEqual([report.execInfo, report.credential, report.findings], [null, null, []]);
    const { command, exitCode, timedOut, durationMs } = report.process;
    assert.deepEqual([command, exitCode, timedOut, durationMs], [null, null, false, 0]);
  });

  test('has the same keys whether it was run or refused', async () => {
    const [{ report: ran }, { report: refused }] = await Promise.all([
      runJson('good.kubeconfig'),
      runJson('bad.kubeconfig'),
    ]);
    assert.deepEqual(Object.keys(refused), Object.keys(ran));
    assert.deepEqual(Object.keys(refused.process), Object.keys(ran.process));
  });

  test('leads with why kubectl would never run the plugin', async () => {
    const text = execKubeconfig({ command: plugin, args: ['jwt'] });
    const beside = text.replace('    user:\n      exec', '    user:\n      token: made-up\n      exec');
    folder.write('beside', beside.replace('https://', 'http://'));
    const { code, report } = await runJson('beside');
    assert.equal(code, 0, 'its answer is judged all the same');
    const codes = report.findings.map((finding: { code: string }) => finding.code);
    assert.deepEqual([codes[0], codes.length], ['exec-unused', 2], JSON.stringify(codes));
  });

  test('of a plugin that does not exist', async () => {
    folder.write('gone.kubeconfig', execKubeconfig({ command: 'no-such-plugin-anywhere' }));
    const { code, report } = await runJson('gone.kubeconfig');
    assertShape(report);
    assert.deepEqual([code, report.reason, report.process.resolvedPath], [1, 'not-found', null]);
    assert.match(report.kubectl, /executable no-such-plugin-anywhere not found/);
  });
});

describe('text', options, () => {
  test('begins with the verdict', async () => {
    const { code, stdout, stderr } = await run('good.kubeconfig', '--yes');
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /^kubectl would accept this credential\.\n/);
    assert.match(stdout, /JWT, 317 characters/);
    assert.match(stdout, /jane@example\.com/);
  });

  test("has kubectl's message, the advice and the plugin's stderr", async () => {
    const { code, stdout } = await run('good.kubeconfig', '-y', '--user=expired');
    assert.equal(code, 1);
    const [verdict, kubectl] = stdout.split('\n');
    assert.equal(verdict, 'kubectl would reject it: the plugin exited with status 3.');
    assert.match(kubectl ?? '', /^ {2}Unable to connect to the server: getting credentials: exec: /);
    assert.match(stdout, /\nStandard error:\n {2}sample-plugin: the session of jane has expired/);
  });

  test('of a refused kubeconfig says what kubectl says', async () => {
    const { code, stdout } = await run('bad.kubeconfig', '--yes');
    assert.equal(code, 1);
    assert.match(
      stdout,
      /^kubectl cannot read this file\. Correct its errors first\.\n {2}error: error loading/,
    );
  });

  test('shows no control character of a stranger', async () => {
    folder.write('hostile', execKubeconfig({ command: '\u001b[2Jx', args: ['a\r\nb', '\u202e'] }));
    const { stdout } = await run('hostile', '--yes');
    assert.doesNotMatch(stdout, /[^\P{Cc}\n]|\u202e/u);
    assert.match(stdout, /\\u\{1b\}\[2Jx a\\r\\nb \\u\{202e\}/);
  });
});

describe('which user and context', options, () => {
  const chosen = async (...args: string[]) => {
    const { report } = await runJson('good.kubeconfig', ...args);
    return [report.user, report.context, report.cluster];
  };

  test('the current context, one by name, one of a user', async () => {
    assert.deepEqual(await chosen(), ['with-token', 'jwt', 'sample']);
    assert.deepEqual(await chosen('--context', 'banner'), ['with-banner', 'banner', 'sample']);
    assert.deepEqual(await chosen('--user', 'expired'), ['expired', 'failing', 'sample']);
    const both = await chosen('--user', 'with-certificate', '--context', 'banner');
    assert.deepEqual(both, ['with-certificate', 'banner', 'sample']);
  });

  test('a user is judged by itself, not by what else its context names', async () => {
    folder.write(
      'mixed',
      execKubeconfig({ command: plugin, args: ['jwt'] }).replace(
        'users:',
        'users:\n  - { name: joe, user: { exec: {} } }',
      ),
    );
    const broken = await runJson('mixed', '--user', 'joe', '--context', 'here');
    assert.deepEqual([broken.code, broken.report.reason], [1, 'kubeconfig-refused']);
    assert.match(broken.report.kubectl, /command must be specified for joe/);
    assert.deepEqual([broken.report.user, broken.report.context], ['joe', 'here']);
    folder.write(
      'mixed',
      readFileSync(path.join(cwd, 'mixed'), 'utf8').replace('user: jane }', 'user: joe }'),
    );
    assert.equal((await runJson('mixed', '--user', 'jane', '--context', 'here')).code, 0);
  });

  test('a current context that does not exist is refused as kubectl does', async () => {
    const text = execKubeconfig({ command: plugin, args: ['jwt'] });
    folder.write('dangling', text.replace('current-context: here', 'current-context: gone'));
    const { code, report } = await runJson('dangling');
    assert.deepEqual([code, report.reason], [1, 'kubeconfig-refused']);
    assert.match(report.kubectl, /context was not found for specified context: gone/);
    assert.equal((await runJson('dangling', '--context', 'here')).code, 0);
  });
});

describe('nothing is run: status 2, words on standard error', options, () => {
  const refused: [string, string[], RegExp][] = [
    ['without --yes and without a terminal', ['good.kubeconfig'], /no terminal to ask on; add --yes/],
    ['in a file that is not there', ['gone', '--yes'], /cannot read gone: no such file or directory/],
    ['in a folder', ['bin', '--yes'], /cannot read bin: is a directory/],
    ['for an unknown user', ['good.kubeconfig', '--yes', '--user', 'x'], /no user "x"\. Known: "with-token"/],
    [
      'for an unknown context',
      ['good.kubeconfig', '--yes', '--context', 'x'],
      /no context "x"\. Known: "jwt"/,
    ],
    ['for a user without a plugin', ['token', '--yes'], /no exec block/],
  ];
  folder.write('token', execKubeconfig({ command: 'x' }).replace(/exec: .*/, 'token: made-up'));
  for (const [title, args, expected] of refused) {
    test(title, async () => {
      const before = existsSync(marker) && readFileSync(marker, 'utf8');
      const { code, stdout, stderr } = await run(...args, '--format', 'json');
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, expected);
      assert.equal(stderr.split('\n').length, 2, 'one line');
      assert.equal(existsSync(marker) && readFileSync(marker, 'utf8'), before);
    });
  }
});

test('a kubeconfig on standard input counts relative commands from the working folder', options, async () => {
  const input = readFileSync(path.join(cwd, 'good.kubeconfig'));
  const args = ['run', '-', '--yes', '--format', 'json'];
  const { code, stdout } = await kubeconfigExec(args, { cwd, env, input });
  assert.deepEqual([code, JSON.parse(stdout).process.resolvedPath], [0, plugin]);
});
