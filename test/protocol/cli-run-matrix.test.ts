import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { describe, type TestContext, test } from 'node:test';
import { kubeconfigExec } from './command';
import { execKubeconfig } from './kubeconfigs';
import { server } from './paths';
import { Picky } from './picky';
import { temporaryFolder } from './temporary';
import { ProcessTree } from './tree';

const folder = temporaryFolder();
const all = ['v1', 'v1beta1'].flatMap((version) =>
  ['', ' cluster', ' interactive', ' interactive cluster'].map((more) => `${version}${more}`),
);
const names = ['v1', 'v1beta1'].flatMap((version) =>
  ['not interactive', 'interactive'].flatMap((interactive) =>
    ['no cluster information', 'cluster information'].map((info) => `${version}, ${interactive}, ${info}`),
  ),
);

describe('--matrix versions', () => {
  test('runs every combination, one after the other, and leaves the file alone', async () => {
    const picky = new Picky(folder);
    const { code, stdout, stderr } = await picky.run('--matrix', 'versions');
    assert.deepEqual([code, stderr], [0, '']);
    assert.deepEqual(picky.asked, all);
    const lines = stdout.split('\n');
    assert.match(lines[0] ?? '', /^combination +verdict +reason +duration$/);
    assert.deepEqual(
      lines.slice(1, 9).map((line) => line.split(/ {2,}/).slice(0, 2)),
      names.map((name) => [name, 'accepted']),
    );
    assert.match(lines[1] ?? '', / \d+ ms$/);
    assert.deepEqual(lines.slice(9), ['', '8 of 8 as expected: accepted.', '']);
  });

  test('tells why once for all that failed in the same way, and ends with 1', async () => {
    const picky = new Picky(folder, 'cluster');
    const { code, stdout } = await picky.run('--matrix', 'versions');
    assert.equal(code, 1);
    assert.deepEqual(picky.asked, all, 'a failure ends nothing');
    assert.equal(stdout.match(/exited with status 4/g)?.length, 1);
    const failed = names.filter((name) => !name.endsWith('no cluster information'));
    assert.ok(stdout.includes(`\n\n${failed.map((name) => `${name}:\n`).join('')}  kubectl would reject it`));
    assert.match(stdout, /\n {4}Unable to connect to the server: getting credentials: exec: executable /);
    assert.match(stdout, /\n {4}picky: can't do cluster <&> /);
    assert.match(stdout, /\n4 of 8 as expected: accepted\.\n$/);
  });

  test('has the report of each run in JSON', async () => {
    const { code, stdout } = await new Picky(folder, 'v1beta1').run(
      '--matrix',
      'versions',
      '--format',
      'json',
    );
    const { matrix, expected, asExpected, runs } = JSON.parse(stdout);
    assert.deepEqual(matrix, ['apiVersion', 'interactive', 'clusterInfo']);
    assert.deepEqual([code, expected, asExpected], [1, { verdict: 'accepted', reason: null }, false]);
    assert.deepEqual(
      runs.map((run: { name: string }) => run.name),
      names,
    );
    for (const run of runs) {
      const { apiVersion, interactive, provideClusterInfo } = run.overrides;
      const version = apiVersion.split('/')[1];
      assert.deepEqual(run.report.overrides, run.overrides);
      assert.equal(run.report.execInfo.apiVersion, apiVersion);
      assert.equal(run.report.execInfo.spec.interactive, interactive);
      assert.equal('cluster' in run.report.execInfo.spec, provideClusterInfo);
      assert.deepEqual(
        [run.report.reason, run.asExpected],
        version === 'v1' ? [null, true] : ['exit-status', false],
      );
    }
  });

  test('--expect is about every run', async () => {
    const picky = new Picky(folder, 'v1,v1beta1');
    const good = await picky.run('--matrix', 'versions', '--expect', 'rejected=exit-status');
    assert.deepEqual([good.code, good.stderr], [0, 'As expected in all 8 runs: rejected, exit-status.\n']);
    assert.match(good.stdout, /\n\n8 of 8 as expected: rejected, exit-status\.\n$/);
    const some = new Picky(folder, 'v1beta1');
    const bad = await some.run('--matrix', 'apiVersion', '--expect', 'rejected');
    assert.deepEqual(
      [bad.code, bad.stderr],
      [1, 'Expected: rejected. 1 of 2 runs were not: v1 (accepted).\n'],
    );
  });

  test('asks for what kubectl does: Always is refused without a terminal', async () => {
    const picky = new Picky(folder, 'nothing', { interactiveMode: 'Always' });
    const { code, stdout } = await picky.run('--matrix', 'interactive', '--format', 'json');
    const reasons = JSON.parse(stdout).runs.map((run: { report: { reason: string } }) => run.report.reason);
    assert.deepEqual([code, reasons, picky.asked], [1, ['no-terminal', null], ['v1 interactive']]);
  });
});

describe('other axes', () => {
  test('some, with one that a flag sets', async () => {
    const picky = new Picky(folder);
    const flags = ['--matrix', 'interactive,apiVersion', '--api-version', 'v1beta1', '--format', 'json'];
    const { stdout } = await picky.run(...flags);
    const { matrix, runs } = JSON.parse(stdout);
    assert.deepEqual(matrix, ['apiVersion', 'interactive']);
    const found = runs.map((run: { name: string }) => run.name);
    assert.deepEqual(found, ['v1beta1, not interactive', 'v1beta1, interactive']);
  });

  test('the versions are those that the release knows', async () => {
    const picky = new Picky(folder, 'nothing', { apiVersion: 'client.authentication.k8s.io/v1beta1' });
    const { code } = await picky.run('--matrix', 'apiVersion', '--kubernetes-version', '1.20');
    assert.deepEqual([code, picky.asked], [0, ['v1beta1', 'v1alpha1']]);
  });
});

test('a kubeconfig that kubectl refuses is told of in the same form, and nothing is run', async () => {
  const file = folder.write('refused', execKubeconfig({ command: '' }));
  const args = ['run', file, '--matrix', 'versions', '--format', 'json'];
  const { code, stdout } = await kubeconfigExec(args);
  const { runs } = JSON.parse(stdout);
  assert.deepEqual([code, runs.length], [1, 8]);
  assert.ok(runs.every((run: { report: { reason: string } }) => run.report.reason === 'kubeconfig-refused'));
});

const options = { skip: process.platform === 'win32' && 'signals are POSIX', timeout: 60_000 };

/** A matrix whose first run is at work. */
async function atWork(t: TestContext, ...flags: string[]) {
  const tree = new ProcessTree();
  t.after(() => tree.close());
  const file = folder.write(`${t.name}/kubeconfig`, execKubeconfig(await tree.listen()));
  const args = [server, 'run', file, '--yes', '--matrix', 'versions', ...flags];
  const child = spawn(process.execPath, args);
  t.after(() => child.kill('SIGKILL'));
  const [stdout, stderr] = [text(child.stdout), text(child.stderr)];
  const code = new Promise((resolve) => child.once('exit', (status, signal) => resolve(status ?? signal)));
  await tree.running;
  return { child, tree, stdout, stderr, code };
}

test('Ctrl+C ends the run at work and all that would follow', options, async (t) => {
  const { child, tree, stdout, code } = await atWork(t, '--format', 'json', '--expect', 'rejected');
  child.kill('SIGINT');
  const { asExpected, runs } = JSON.parse(await stdout);
  assert.deepEqual([await code, asExpected, runs.length], [1, false, 8]);
  const [first, ...rest] = runs;
  assert.equal(first.report.reason, 'cancelled');
  assert.deepEqual(
    rest.map((run: { report: null }) => run.report),
    Array(7).fill(null),
  );
  assert.deepEqual(await tree.left(), []);
});

test('what was not run says so, also in the table', options, async (t) => {
  const { child, tree, stdout, code } = await atWork(t);
  child.kill('SIGTERM');
  assert.equal((await stdout).match(/ {2}not run$/gm)?.length, 7);
  assert.equal(await code, 1);
  assert.deepEqual(await tree.left(), []);
});

test('the time limit counts for each run', options, async () => {
  const command = process.execPath;
  const file = folder.write(
    'hanging',
    execKubeconfig({ command, args: ['-e', 'setInterval(() => {}, 1e6)'] }),
  );
  const args = ['run', file, '--yes', '--matrix', 'interactive', '--timeout', '0.5', '--format', 'json'];
  const { code, stdout } = await kubeconfigExec(args);
  const runs: { report: { reason: string; process: { durationMs: number } } }[] = JSON.parse(stdout).runs;
  assert.deepEqual([code, runs.map(({ report }) => report.reason)], [1, ['timed-out', 'timed-out']]);
  for (const { report } of runs) assert.ok(report.process.durationMs >= 500);
});
