import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { type TestContext, test } from 'node:test';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { guardArgument } from '../../server/own-processes';
import { until } from './hostile';
import { launched, reportOf, terminalFor } from './in-terminal';
import { temporaryFolder } from './temporary';
import { noTerminal } from './terminal';
import { ProcessTree } from './tree';

const folder = temporaryFolder();
const options = { skip: noTerminal, timeout: 60_000 };
const linuxOnly = {
  ...options,
  skip: noTerminal || (process.platform !== 'linux' && 'processes are read from /proc'),
};

/** A plugin with children, at work in a terminal. */
async function atWork(t: TestContext) {
  const tree = new ProcessTree();
  t.after(() => tree.close());
  const started = await launched(t, folder, await tree.listen());
  const cancel = new CancellationTokenSource();
  const report = reportOf(started, cancel);
  const terminal = terminalFor(t, started.launch);
  await tree.running;
  return { ...started, tree, report, terminal, cancel };
}

test('cancelling the request ends the whole tree within a second', options, async (t) => {
  const { tree, report, terminal, cancel } = await atWork(t);
  const start = performance.now();
  cancel.cancel();
  assert.equal((await report).reason, 'cancelled');
  assert.deepEqual(await tree.left(), []);
  assert.ok(performance.now() - start < 1000);
  await terminal.says('Press any key');
});

test('Ctrl+C in the terminal ends the whole tree', options, async (t) => {
  const { tree, report, terminal } = await atWork(t);
  terminal.type('\u0003');
  assert.equal((await report).reason, 'cancelled');
  assert.deepEqual(await tree.left(), []);
});

test('a closed terminal ends the whole tree', options, async (t) => {
  const { tree, report, terminal } = await atWork(t);
  terminal.close();
  const outcome = await report.then(
    ({ reason }) => reason,
    (error: Error) => error.message,
  );
  assert.match(`${outcome}`, /^cancelled$|^The terminal was closed/);
  assert.deepEqual(await tree.left(), []);
});

test('a server that shuts down ends the whole tree', options, async (t) => {
  const { client, tree, terminal } = await atWork(t);
  assert.equal(await client.stop(), 0);
  assert.deepEqual(await tree.left(), []);
  await terminal.says('Press any key');
});

test('a server that is killed ends the whole tree', options, async (t) => {
  const { client, tree, terminal } = await atWork(t);
  client.process.kill('SIGKILL');
  await client.exited();
  const start = performance.now();
  assert.deepEqual(await tree.left(), []);
  assert.ok(performance.now() - start < 1000);
  await terminal.says('Press any key');
});

test(
  'a program that is killed in the terminal ends the whole tree, and there is no report',
  linuxOnly,
  async (t) => {
    const { launch, tree, report } = await atWork(t);
    const [, , address = '?'] = launch.args;
    const pids = readdirSync('/proc').filter(
      (pid) => /^\d+$/.test(pid) && argumentsOf(pid).includes(address),
    );
    assert.ok(pids.length > 0);
    // In the first moment nobody would end the plugin.
    assert.ok(await until(() => isGuarded(pids), 5000), 'the plugin has no guard');
    // script(1) has it in its arguments, too; it is no parent of the plugin's then.
    for (const pid of pids.filter((each) => !argumentsOf(each).startsWith('script')))
      process.kill(Number(pid), 'SIGKILL');
    await assert.rejects(report, /terminal was closed/);
    assert.deepEqual(await tree.left(), []);
  },
);

/** Whether one of them has started a guard. */
function isGuarded(pids: readonly string[]): boolean {
  const guards = readdirSync('/proc').filter((pid) => argumentsOf(pid).includes(guardArgument));
  return guards.some((pid) => pids.includes(parentOf(pid)));
}

function parentOf(pid: string): string {
  try {
    return /^PPid:\t(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '';
  } catch {
    return '';
  }
}

function argumentsOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
