import assert from 'node:assert/strict';
import { chmodSync, cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import type { RunReport } from '../../server/protocol';
import { execKubeconfig } from './kubeconfigs';
import { root, server } from './paths';
import { temporaryFolder } from './temporary';
import { Terminal as AnyTerminal, noTerminal } from './terminal';
import { ProcessTree } from './tree';

const folder = temporaryFolder();
const { path: cwd } = folder;
cpSync(path.join(root, 'test/sample'), cwd, { recursive: true });
chmodSync(path.join(cwd, 'bin/sample-plugin'), 0o755);
const marker = path.join(cwd, 'executed');

const options = { skip: noTerminal, timeout: 60_000 };

const executions = () => (existsSync(marker) ? readFileSync(marker, 'utf8') : '');

/** A command of the built server in a terminal. */
class Terminal extends AnyTerminal {
  constructor(t: TestContext, args: readonly string[], redirection = '') {
    const env = { ...process.env, SAMPLE_PLUGIN_MARKER: marker };
    super(t, [process.execPath, server, ...args], { cwd, env, redirection });
  }
}

test('it asks, shows what would be run, and runs it on "y"', options, async (t) => {
  const terminal = new Terminal(t, ['run', 'good.kubeconfig']);
  await terminal.says('[y/N]');
  assert.ok(!existsSync(marker), 'nothing is run before the answer');
  terminal.type('y\n');
  assert.equal(await terminal.code, 0);
  assert.ok(existsSync(marker));
  const { output } = terminal;
  assert.ok(
    output.startsWith(`Run this program?\n  ${path.join(cwd, 'bin/sample-plugin')} jwt\n[y/N] `),
    output,
  );
  assert.match(output, /kubectl would accept this credential\./);
});

test('it runs nothing that has changed while it asked', options, async (t) => {
  const plugin = path.join(cwd, 'bin/sample-plugin');
  const [content, before] = [readFileSync(plugin, 'utf8'), executions()];
  const terminal = new Terminal(t, ['run', 'good.kubeconfig']);
  await terminal.says('[y/N]');
  writeFileSync(plugin, `${content}# Something else.\n`);
  terminal.type('y\n');
  assert.equal(await terminal.code, 2);
  assert.match(terminal.output, /the program has changed since you were asked, so nothing was run/);
  assert.equal(executions(), before);
  writeFileSync(plugin, content);
});

test('it says what a run has instead of what is configured, without values', options, async (t) => {
  const flags = ['--env', 'LEVEL=sesame', '--unset-env', 'LANG', '--cwd', '/', '--api-version', 'v1beta1'];
  const terminal = new Terminal(t, ['run', 'good.kubeconfig', ...flags]);
  await terminal.says('[y/N]');
  terminal.type('n\n');
  assert.equal(await terminal.code, 2);
  const { output } = terminal;
  assert.match(output, /\n {2}instead of what is configured: v1beta1, with LEVEL, without LANG, in \/\n/);
  assert.ok(!output.includes('sesame'), output);
});

test('it asks once for all runs of a matrix', options, async (t) => {
  const terminal = new Terminal(t, ['run', 'good.kubeconfig', '--matrix', 'versions']);
  await terminal.says('[y/N]');
  terminal.type('y\n');
  assert.equal(await terminal.code, 0);
  const { output } = terminal;
  assert.ok(output.startsWith(`Run this program, 8 times?\n  ${path.join(cwd, 'bin/sample-plugin')} jwt\n`));
  assert.match(output, /\n8 of 8 as expected: accepted\.\n$/);
  assert.equal(output.match(/\[y\/N\]/g)?.length, 1);
});

const answers: [string, string][] = [
  ['n', 'n\n'],
  ['nothing', '\n'],
  ['yesterday', 'yesterday\n'],
  ['Ctrl+C', '\u0003'],
  ['Ctrl+D', '\u0004'],
];
for (const [title, keys] of answers) {
  test(`it runs nothing on ${title}`, options, async (t) => {
    const terminal = new Terminal(t, ['run', 'good.kubeconfig', '--user', 'expired']);
    await terminal.says('[y/N]');
    terminal.type(keys);
    assert.equal(await terminal.code, 2);
    assert.match(terminal.output, /kubeconfig-exec: not approved, so nothing was run\n$/);
    assert.doesNotMatch(terminal.output, /has expired/);
  });
}

test('the question shows no escape sequence of a stranger', options, async (t) => {
  folder.write('hostile', execKubeconfig({ command: './rm', args: ['-rf', '\u001b[2K\u001b[1A harmless'] }));
  const terminal = new Terminal(t, ['run', 'hostile']);
  await terminal.says('[y/N]');
  terminal.type('n\n');
  assert.equal(await terminal.code, 2);
  assert.ok(terminal.output.includes('-rf \\u{1b}[2K\\u{1b}[1A harmless'), terminal.output);
});

const asking = `#!/bin/sh
test -t 0 || { echo 'no terminal' >&2; exit 9; }
printf 'Password: ' >/dev/tty
read answer
test "$answer" = sesame || exit 8
echo '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{"token":"made-up"}}'
`;

test('--interactive gives the plugin the terminal', options, async (t) => {
  folder.write('asking', asking, 0o755);
  folder.write('ask', execKubeconfig({ command: './asking', interactiveMode: 'Always' }));
  const terminal = new Terminal(t, ['run', 'ask', '--interactive', '--format', 'json']);
  await terminal.says('[y/N]');
  terminal.type('yes\n');
  await terminal.says('Password: ');
  terminal.type('sesame\n');
  assert.equal(await terminal.code, 0, terminal.output);
  assert.match(terminal.output, /"interactive": true/);
});

const asksOnStderr = `#!/bin/sh
test -t 0 && test -t 2 || exit 9
printf 'Password: ' >&2
read answer
test "$answer" = sesame || exit 8
echo '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{"token":"made-up"}}'
`;

test(
  '--interactive lets the plugin write to the terminal while it waits, and the report says so',
  options,
  async (t) => {
    folder.write('asking-aloud', asksOnStderr, 0o755);
    folder.write('ask', execKubeconfig({ command: './asking-aloud', interactiveMode: 'IfAvailable' }));
    const terminal = new Terminal(t, ['run', 'ask', '--interactive', '--yes']);
    await terminal.says('Password: ');
    terminal.type('sesame\n');
    assert.equal(await terminal.code, 0, terminal.output);
    assert.match(terminal.output, /Standard error:\n {2}It went to the terminal/);
    assert.equal(terminal.output.split('Password: ').length, 2, 'it is not told again');
    assert.doesNotMatch(terminal.output, /made-up/);
  },
);

test(
  'standard error that goes to a file is kept for the report, and nothing of it reaches the file',
  options,
  async (t) => {
    const file = path.join(cwd, 'log');
    folder.write(
      'chatty',
      `#!/bin/sh\ntest -t 2 && exit 9\necho 'token: hunter2hunter2' >&2\nexit 4\n`,
      0o755,
    );
    folder.write('chat', execKubeconfig({ command: './chatty', interactiveMode: 'IfAvailable' }));
    const flags = ['run', 'chat', '--interactive', '--yes', '--format', 'json'];
    const terminal = new Terminal(t, flags, `2>'${file}'`);
    assert.equal(await terminal.code, 1);
    const report = JSON.parse(terminal.output) as RunReport;
    assert.deepEqual([report.process.exitCode, report.terminal], [4, undefined]);
    assert.match(report.stderr, /^token: \[redacted\]$/m);
    assert.doesNotMatch(readFileSync(file, 'utf8'), /hunter2/);
  },
);

test('in a matrix only the interactive runs have the terminal', options, async (t) => {
  folder.write('asking', asking, 0o755);
  folder.write('ask', execKubeconfig({ command: './asking' }));
  const flags = ['--yes', '--interactive', '--matrix', 'interactive', '--format', 'json'];
  const terminal = new Terminal(t, ['run', 'ask', ...flags]);
  await terminal.says('Password: ');
  terminal.type('sesame\n');
  assert.equal(await terminal.code, 1);
  const { output } = terminal;
  const { runs } = JSON.parse(output.slice(output.indexOf('{')));
  const found = runs.map(({ report }: { report: RunReport }) => [report.reason, report.process.exitCode]);
  assert.deepEqual(found, [
    ['exit-status', 9],
    [null, 0],
  ]);
});

test(
  'without --interactive a plugin that needs a terminal is told about, with the next step',
  options,
  async (t) => {
    folder.write('asking', asking, 0o755);
    folder.write('ask', execKubeconfig({ command: './asking', interactiveMode: 'Always' }));
    const terminal = new Terminal(t, ['run', 'ask', '--yes']);
    assert.equal(await terminal.code, 1);
    assert.match(terminal.output, /standard input is not a terminal/);
    assert.match(terminal.output, /Add --interactive to give the plugin this terminal\.\n$/);
  },
);

for (const more of [[], ['--interactive']]) {
  test(
    `Ctrl+C ends the whole tree${more.length > 0 ? ' of an interactive plugin' : ''}`,
    options,
    async (t) => {
      const tree = new ProcessTree();
      t.after(() => tree.close());
      const file = folder.write(
        'tree',
        execKubeconfig({ ...(await tree.listen()), interactiveMode: 'IfAvailable' }),
      );
      const terminal = new Terminal(t, ['run', file, '--yes', ...more]);
      await tree.running;
      terminal.type('\u0003');
      assert.equal(await terminal.code, 1);
      assert.deepEqual(await tree.left(), []);
      assert.match(terminal.output, /cancelled/i);
    },
  );
}
