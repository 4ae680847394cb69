import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { kubeconfigExec } from './command';
import { execKubeconfig } from './kubeconfigs';
import { root } from './paths';
import { temporaryFolder } from './temporary';

const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const folder = temporaryFolder();
const file = folder.write('kubeconfig', execKubeconfig({ command: 'plugin' }));
folder.write('-dash', execKubeconfig({ command: 'plugin' }));

const general = /^kubeconfig-exec: what kubectl says.+check FILE.+run FILE.+--stdio/s;
const aboutCheck = /^Checks kubeconfigs.+--format.+--kind.+Exit status: 0 no errors, 1 errors, 2 /s;
const aboutRun =
  /^Runs the exec credential plugin.+--user.+--yes.+--expect.+--matrix.+Exit status: 0 accepted .+; 1 /s;

describe('help, on standard output', () => {
  const asked: [string[], RegExp][] = [
    [['--help'], general],
    [['-h'], general],
    [['help'], general],
    [['version', '--help'], general],
    [['--stdio', '--help'], general],
    [['help', 'check'], aboutCheck],
    [['--help', 'check'], aboutCheck],
    [['check', '--help'], aboutCheck],
    [['check', '-h'], aboutCheck],
    [['check', file, '--help'], aboutCheck],
    [['check', '--help', '--no-such-flag', file], aboutCheck],
    [['check', '--no-such-flag', file, '-h'], aboutCheck],
    [['help', 'run'], aboutRun],
    [['run', file, '--yes', '--help'], aboutRun],
    [['run', '-h'], aboutRun],
  ];
  for (const [args, expected] of asked) {
    test(args.map((arg) => path.basename(arg)).join(' '), async () => {
      const { code, stdout, stderr } = await kubeconfigExec(args);
      assert.deepEqual([code, stderr], [0, '']);
      assert.match(stdout, expected);
      const widest = Math.max(...stdout.split('\n').map((line) => line.length));
      assert.ok(widest <= 100, `${widest} characters on one line`);
    });
  }
});

test('the version', async () => {
  for (const args of [['version'], ['--version']]) {
    assert.deepEqual(await kubeconfigExec(args), { code: 0, stdout: `${version}\n`, stderr: '' });
  }
});

describe('wrong usage: status 2, words on standard error, nothing on standard output', () => {
  const wrong: [string[], RegExp][] = [
    [[], /a command is missing/],
    [['chekc', file], /unknown command "chekc"/],
    [['chekc', '--help'], /unknown command "chekc"/],
    [[file], /unknown command/],
    [['--chekc'], /unknown option "--chekc"/],
    [['help', 'chekc'], /no help on "chekc"/],
    [['version', '--chekc'], /unknown option "--chekc"/],
    [['check'], /no file is named/],
    [['check', '--'], /no file is named/],
    [['check', '--no-such-flag', file], /unknown option "--no-such-flag"/],
    [['check', '-x', file], /unknown option "-x"/],
    [['check', '--stdio', file], /unknown option "--stdio"/],
    [['check', file, '--format'], /--format needs a value/],
    [['check', '--format', '--kind', 'kubeconfig', file], /--format needs a value/],
    [['check', '--format', 'xml', file], /unknown format "xml": use text, json, sarif or github/],
    [['check', '--format', '', file], /unknown format ""/],
    [['check', '--kind', 'secret', file], /unknown kind "secret"/],
    [['check', '-', '-'], /standard input can be read only once/],
    [['check', '--kubernetes-version', 'latest', file], /takes a release such as 1\.29.*not "latest"/],
    [['check', '--kubernetes-version', '1.9', file], /from 1\.10 on, not "1\.9"/],
    [['check', file, '--kubernetes-version'], /--kubernetes-version needs a value/],
    [['run'], /no file is named/],
    [['run', file, '--yes', '--kubernetes-version', ''], /takes a release .*not ""/],
    [['run', file, file], /one file at a time/],
    [['run', file, '--yes=no'], /--yes takes no value/],
    [['run', file, '--yes', '--timeout', '0'], /--timeout takes seconds/],
    [['run', file, '--yes', '--timeout', 'soon'], /not "soon"/],
    [['run', file, '--yes', '--timeout=-1'], /not "-1"/],
    [['run', file, '--yes', '--timeout', '1e9'], /at most 86400/],
    [['run', file, '--yes', '--user'], /--user needs a value/],
    [['run', file, '--format', 'sarif'], /unknown format "sarif": use text, json or junit/],
    [['run', file, '--expect', 'fine'], /--expect takes accepted, rejected or rejected=REASON, not "fine"/],
    [['run', file, '--expect', 'accepted=policy'], /what is accepted has no reason/],
    [['run', file, '--expect', 'rejected=no'], /no reason "no"; known: api-version-mismatch, .*wrong-type/],
    [['run', file, '--matrix', 'users'], /--matrix takes versions, or some of apiVersion, .*not "users"/],
    [['run', file, '--matrix'], /--matrix needs a value/],
    [['run', file, '--api-version', 'v2'], /--api-version takes v1 or v1beta1, not "v2"/],
    [['run', file, '--spec-interactive', 'yes'], /takes true or false, not "yes"/],
    [['run', file, '--cluster-info', '--no-cluster-info'], /not both/],
  ];
  for (const [args, expected] of wrong) {
    test(args.map((arg) => path.basename(arg)).join(' ') || '(nothing)', async () => {
      const { code, stdout, stderr } = await kubeconfigExec(args);
      assert.deepEqual([code, stdout], [2, '']);
      const [first = '', second = '', ...rest] = stderr.split('\n');
      assert.match(first, /^kubeconfig-exec: /);
      assert.match(first, expected);
      assert.match(second, /^Run "kubeconfig-exec (--help|help check|help run)" for the usage\.$/);
      assert.deepEqual(rest, ['']);
    });
  }
});

test('after -- everything is a file', async () => {
  const found = await kubeconfigExec(['check', '--format', 'json', '--', '-dash'], { cwd: folder.path });
  assert.equal(found.code, 0);
  assert.equal(JSON.parse(found.stdout).files[0].path, '-dash');
  const missing = await kubeconfigExec(['check', '--', '--help'], { cwd: folder.path });
  assert.deepEqual([missing.code, missing.stdout], [2, '']);
  assert.match(missing.stderr, /cannot read --help: no such file or directory/);
});

test('a name with a control character is shown without it', async () => {
  const { code, stderr } = await kubeconfigExec(['check', `\u001b[2J${file}`]);
  assert.equal(code, 2);
  assert.ok(!stderr.includes('\u001b'));
  assert.match(stderr, /\\u\{1b\}\[2J/);
});
