import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { execKubeconfig } from './kubeconfigs';
import { root, server } from './paths';
import { temporaryFolder } from './temporary';
import { parseXml } from './xml';

interface Workflow {
  readonly jobs: {
    readonly plugin: { readonly steps: readonly { readonly run?: string; readonly with?: object }[] };
  };
}

const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
const block = /^### A plugin's own CI\n[\s\S]*?^```yaml\n([\s\S]*?)^```$/m.exec(readme)?.[1] ?? assert.fail();
const { steps } = (parse(block) as Workflow).jobs.plugin;
const commands = steps.flatMap(({ run = '' }) => (run.startsWith('kubeconfig-exec ') ? [run] : []));

const folder = temporaryFolder();
folder.write('bin/kubeconfig-exec', `#!/bin/sh\nexec "${process.execPath}" "${server}" "$@"\n`, 0o755);
const answer = '{"apiVersion":"%s","kind":"ExecCredential","status":{"token":"made-up"}}';
folder.write(
  'test/plugin',
  `#!/bin/sh
test "$1" = logged-out && exit 1
case "$KUBERNETES_EXEC_INFO" in
*$BREAKS*) version=v2 ;;
*/v1beta1*) version=v1beta1 ;;
*) version=v1 ;;
esac
printf '${answer}' "client.authentication.k8s.io/$version"
`,
  0o755,
);
const loggedIn = execKubeconfig({ command: './plugin' });
const [loggedOut = ''] = execKubeconfig({ command: './plugin', args: ['logged-out'] })
  .split(/(?=users:)/)
  .slice(1);
folder.write('test/kubeconfig', loggedIn + loggedOut.replace('users:\n', '').replace('jane', 'logged-out'));

/** As GitHub runs a step: its exit status. */
function step(command: string, breaks: string): Promise<number> {
  const variables = { PATH: `${folder.path}/bin:${process.env['PATH']}`, BREAKS: breaks };
  const options = { cwd: folder.path, env: { ...process.env, ...variables } };
  return new Promise((resolve) => {
    execFile('bash', ['-e', '-o', 'pipefail', '-c', command], options, (error) => {
      resolve(typeof error?.code === 'number' ? error.code : error ? -1 : 0);
    });
  });
}

const options = { skip: process.platform === 'win32' && 'the plugin of this test is a shell script' };
const failures = () =>
  parseXml(readFileSync(path.join(folder.path, 'plugin.xml'), 'utf8')).attributes['failures'];

test("the README's workflow passes for a plugin that does what it should", options, async () => {
  assert.equal(commands.length, 2);
  for (const command of commands) assert.equal(await step(command, 'nothing'), 0, command);
  assert.equal(failures(), '0');
  assert.ok(steps.some((each) => JSON.stringify(each.with ?? {}).includes('plugin.xml')));
});

test('and fails for one that breaks in a single combination', options, async () => {
  const [matrix = '', expectation = ''] = commands;
  assert.equal(await step(matrix, 'v1beta1","spec":{"interactive":true'), 1);
  assert.equal(failures(), '1');
  assert.equal(await step(expectation.replace('exit-status', 'no-status'), 'nothing'), 1);
});
