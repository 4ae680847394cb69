import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { describe, test } from 'node:test';
import { kubeconfigExec } from './command';
import { execKubeconfig } from './kubeconfigs';
import { server } from './paths';
import { Picky } from './picky';
import { temporaryFolder } from './temporary';
import { ProcessTree } from './tree';
import { named, parseXml, type XmlElement } from './xml';

const folder = temporaryFolder();

function suiteOf(xml: string): XmlElement {
  const root = parseXml(xml);
  assert.equal(root.name, 'testsuites');
  const [suite, ...others] = named(root, 'testsuite');
  assert.ok(suite && others.length === 0);
  for (const count of ['tests', 'failures', 'errors', 'skipped', 'time'])
    assert.equal(root.attributes[count], suite.attributes[count], count);
  return suite;
}

const counts = ({ attributes: { tests, failures, errors, skipped } }: XmlElement) =>
  [tests, failures, errors, skipped].map(Number);

/** The same JSON or YAML without a character that YAML does not take as it is. */
function ascii(text: string): string {
  return text.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

describe('junit', () => {
  test('of a run: a suite with one case, and what was run', async () => {
    const picky = new Picky(folder, 'nothing', { args: [], command: 'no-such-plugin-anywhere' });
    const { code, stdout } = await picky.run('--format', 'junit', '--expect', 'rejected=not-found');
    const suite = suiteOf(stdout);
    assert.deepEqual([code, ...counts(suite)], [0, 1, 0, 0, 0]);
    const [only] = named(suite, 'testcase');
    assert.deepEqual([only?.attributes['name'], only?.children], ['as configured', []]);
    assert.match(suite.attributes['timestamp'] ?? '', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
    const [list] = named(suite, 'properties');
    const properties = (list?.children ?? []).map(({ attributes: { name, value } }) => [name, value]);
    const { version, ...rest } = Object.fromEntries(
      properties.map(([name, value]) => [name === 'kubeconfig-exec' ? 'version' : name, value]),
    );
    assert.match(version, /^\d+\.\d+\.\d+/);
    assert.deepEqual(rest, {
      kubeconfig: picky.file,
      context: 'here',
      cluster: 'sample',
      user: 'jane',
      command: 'no-such-plugin-anywhere',
      variables: 'ASKED',
    });
  });

  test("of a matrix: a case for each combination, with kubectl's words where one failed", async () => {
    const picky = new Picky(folder, 'v1beta1');
    const { code, stdout } = await picky.run('--matrix', 'versions', '--format', 'junit');
    const suite = suiteOf(stdout);
    assert.deepEqual([code, ...counts(suite)], [1, 8, 4, 0, 0]);
    const cases = named(suite, 'testcase');
    assert.equal(new Set(cases.map(({ attributes }) => attributes['name'])).size, 8);
    for (const each of cases) {
      const [failure] = named(each, 'failure');
      assert.match(each.attributes['time'] ?? '', /^\d+\.\d{3}$/);
      assert.equal(failure !== undefined, each.attributes['name']?.startsWith('v1beta1, '));
      if (!failure) continue;
      const { message, type } = failure.attributes;
      assert.equal(type, 'exit-status');
      assert.match(message ?? '', /^Unable to connect to the server: .* failed with exit code 4$/);
      assert.match(
        failure.text,
        /^kubectl would reject it: the plugin exited with status 4\.\nExpected: accepted\. /,
      );
      const [stderr] = named(each, 'system-err');
      assert.equal(stderr?.text.trim(), "picky: can't do v1beta1 <&> ]]>");
    }
  });

  test('of an acceptance that was not expected says so', async () => {
    const { code, stdout } = await new Picky(folder).run('--format', 'junit', '--expect', 'rejected');
    const [failure] = named(named(suiteOf(stdout), 'testcase')[0] ?? assert.fail(), 'failure');
    assert.deepEqual([code, failure?.attributes['type']], [1, 'accepted']);
    assert.equal(failure?.attributes['message'], 'Expected: rejected. It was: accepted.');
  });

  test('of a kubeconfig that kubectl refuses, in several lines', async () => {
    const file = folder.write('refused', execKubeconfig({ command: '', apiVersion: '' }));
    const { code, stdout } = await kubeconfigExec(['run', file, '--matrix', 'versions', '--format', 'junit']);
    const suite = suiteOf(stdout);
    assert.deepEqual([code, ...counts(suite)], [1, 8, 8, 0, 0]);
    const [failure] = named(named(suite, 'testcase')[0] ?? assert.fail(), 'failure');
    assert.equal(failure?.attributes['type'], 'kubeconfig-refused');
    assert.match(failure?.attributes['message'] ?? '', /command must be specified for jane/);
  });

  test('is well-formed whatever the kubeconfig and the plugin say', async () => {
    const hostile = '<![CDATA["\u0000\u0001\u001b[31m\ufffe\uffff\u2028\u202e\r\n]]>&amp;--><?x?>\'';
    const script = `process.stderr.write(${ascii(JSON.stringify(hostile))} + Buffer.from([0xff, 0xfe]))`;
    const args = ['-e', script, hostile.replace('\u0000', '')];
    const exec = { command: process.execPath, args, env: { '<&"': 'x' } };
    const text = ascii(execKubeconfig(exec)).replaceAll('jane', `'<&"jane'`);
    const file = folder.write('hostile', text);
    const { code, stdout, stderr } = await kubeconfigExec(['run', file, '--yes', '--format', 'junit']);
    assert.deepEqual([code, stderr], [1, '']);
    const suite = suiteOf(stdout);
    assert.equal(suite.attributes['name'], 'exec plugin of <&"jane');
    const [stderrOf] = named(named(suite, 'testcase')[0] ?? assert.fail(), 'system-err');
    assert.match(stderrOf?.text ?? '', /<!\[CDATA\["/);
  });
});

test('what was not run is skipped', {
  skip: process.platform === 'win32' && 'signals are POSIX',
  timeout: 60_000,
}, async (t) => {
  const tree = new ProcessTree();
  t.after(() => tree.close());
  const file = folder.write('tree', execKubeconfig(await tree.listen()));
  const args = [server, 'run', file, '--yes', '--matrix', 'interactive', '--format', 'junit'];
  const child = spawn(process.execPath, args);
  t.after(() => child.kill('SIGKILL'));
  const stdout = text(child.stdout);
  await tree.running;
  child.kill('SIGINT');
  const suite = suiteOf(await stdout);
  assert.deepEqual(counts(suite), [2, 1, 0, 1]);
  const [first, second] = named(suite, 'testcase');
  assert.deepEqual(
    first?.children.map(({ name }) => name),
    ['failure'],
  );
  assert.deepEqual(
    second?.children.map(({ name, attributes }) => [name, attributes['message']]),
    [['skipped', 'Not run: cancelled.']],
  );
  assert.deepEqual(await tree.left(), []);
});
