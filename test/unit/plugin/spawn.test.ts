import assert from 'node:assert/strict';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { Phases } from '../../../server/plugin/phases';
import { launch, type Outcome } from '../../../server/plugin/spawn';
import type { RunOptions } from '../../../server/plugin/target';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'kubeconfig-exec-spawn-')));
after(() => {
  // What a failed test has left.
  for (const name of readdirSync(folder).filter((name) => name.startsWith('pids-'))) {
    for (const pid of left(join(folder, name))) process.kill(pid, 'SIGKILL');
  }
  rmSync(folder, { recursive: true, force: true });
});

const skip = process.platform === 'win32' && 'the plugins of this test are shell scripts';
const linux = process.platform !== 'linux' && 'only Linux tells of processes that have left the session';

let count = 0;

interface Run {
  readonly outcome: Promise<Outcome>;
  /** Where the script notes the ids of its processes, each in a file of its own. */
  readonly pids: string;
  readonly cancel: () => void;
}

/** Runs a shell script that is given the folder for process ids as `$P`. */
function start(script: string, options: Partial<RunOptions> = {}): Run {
  const pids = mkdtempSync(join(folder, 'pids-'));
  const path = join(folder, `plugin-${++count}.sh`);
  writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  const stop = new AbortController();
  const variables = { PATH: '/usr/bin:/bin', P: pids };
  const what = { path, name: path, args: [], variables, cwd: folder, interactive: false };
  const usual = { timeoutMs: 20_000, interactive: false, maxOutputBytes: 1024 * 1024, signal: stop.signal };
  return { outcome: launch(what, { ...usual, ...options }, new Phases()), pids, cancel: () => stop.abort() };
}

/** Ids of the processes that are still there. A zombie only waits for its parent to look at it. */
function left(pids: string): number[] {
  const noted = readdirSync(pids).map((name) => Number(readFileSync(join(pids, name), 'utf8')));
  return noted.filter((pid) => pid > 0 && isAlive(pid));
}

function isAlive(pid: number): boolean {
  try {
    if (process.platform !== 'linux') return process.kill(pid, 0);
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    return false;
  }
}

async function until(condition: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 10_000; !condition(); ) {
    assert.ok(Date.now() < deadline, 'waited for too long');
    await delay(5);
  }
}

const noted = (run: Run, ...names: string[]) =>
  until(() => names.every((name) => filled(join(run.pids, name))));
const filled = (path: string) => existsSync(path) && readFileSync(path, 'utf8').endsWith('\n');

/** A plugin that ignores SIGTERM, and so do its child and grandchild. */
const stubborn = `trap '' TERM
sh -c 'trap "" TERM; echo $$ >"$P/grandchild"; while :; do sleep 1; done' &
echo $$ >"$P/plugin"
while :; do sleep 1; done`;

/** Its children leave the process group; one of them is adopted by init. */
const detached = `setsid sh -c 'trap "" TERM; echo $$ >"$P/session"; while :; do sleep 1; done' >/dev/null 2>&1 &
(setsid sh -c 'trap "" TERM; echo $$ >"$P/orphan"; while :; do sleep 1; done' >/dev/null 2>&1 &)
echo $$ >"$P/plugin"
while :; do sleep 1; done`;

/** A child that nothing but its parent tells of, and a parent that goes when it is asked. */
const nameless = `setsid env -i P="$P" sh -c 'trap "" TERM; echo $$ >"$P/nameless"; while :; do sleep 1; done' >/dev/null 2>&1 &
echo $$ >"$P/plugin"
while :; do sleep 0.1; done`;

describe('running an executable', { skip, concurrency: 4 }, () => {
  it('gives what it wrote and how it ended', async () => {
    const outcome = await start('printf out; printf err >&2; exit 3').outcome;
    assert.deepEqual(
      { ...outcome, stdout: outcome.stdout.toString(), durationMs: 0 },
      {
        error: null,
        stdout: 'out',
        stdoutBytes: 3,
        stderr: 'err',
        exitCode: 3,
        signal: null,
        stopped: null,
        durationMs: 0,
      },
    );
  });

  it('tells of a signal', async () => {
    const { exitCode, signal } = await start('kill -9 $$').outcome;
    assert.deepEqual([exitCode, signal], [null, 'SIGKILL']);
  });

  it('waits until nobody holds stdout any more', async () => {
    const { stdout, exitCode } = await start('(sleep 0.3; printf later) 2>/dev/null & printf now; exit 0')
      .outcome;
    assert.deepEqual([stdout.toString(), exitCode], ['nowlater', 0]);
  });

  it('does not wait for who holds stderr only', async () => {
    const run = start('sh -c \'echo $$ >"$P/child"; exec sleep 30\' >/dev/null & printf out');
    const { stdout, durationMs } = await run.outcome;
    assert.equal(stdout.toString(), 'out');
    assert.ok(durationMs < 5_000);
    await noted(run, 'child');
    assert.equal(left(run.pids).length, 1, 'a child in the background is left alone after a run');
    for (const pid of left(run.pids)) process.kill(pid, 'SIGKILL');
  });

  it('keeps it in a process group of its own', { skip: linux }, async () => {
    const { stdout } = await start('printf "%s " $$; cut -d" " -f5,6 "/proc/$$/stat"').outcome;
    const [pid, group, session] = stdout.toString().trim().split(' ');
    assert.deepEqual([group, session], [pid, pid]);
  });

  it('gives no standard input', async () => {
    const { stdout } = await start('cat; printf end').outcome;
    assert.equal(stdout.toString(), 'end');
  });

  it('keeps the beginning and the end of a long stderr', async () => {
    const script = 'printf first >&2; head -c 300000 /dev/zero | tr "\\0" x >&2; printf last >&2';
    const { stderr } = await start(script).outcome;
    assert.ok(stderr.startsWith('first') && stderr.endsWith('last') && stderr.length < 65_000);
    assert.match(stderr, /\[\d+ bytes left out\]/);
  });

  it('says why it could not be started', async () => {
    const { outcome } = start('');
    await outcome;
    const what = { path: join(folder, 'nobody'), name: 'nobody', args: [], variables: {}, cwd: folder };
    const options = {
      timeoutMs: 1000,
      interactive: false,
      maxOutputBytes: 1,
      signal: new AbortController().signal,
    };
    const { error } = await launch({ ...what, interactive: false }, options, new Phases());
    assert.equal((error as NodeJS.ErrnoException | null)?.code, 'ENOENT');
  });
});

describe('ending a plugin', { skip, concurrency: 4 }, () => {
  it('when it is cancelled, with all that ignore being asked', async () => {
    const run = start(stubborn);
    await noted(run, 'plugin', 'grandchild');
    run.cancel();
    const { stopped, stdout } = await run.outcome;
    assert.deepEqual([stopped, stdout.length], ['cancelled', 0]);
    assert.deepEqual(left(run.pids), []);
  });

  it('when its time is up', async () => {
    const run = start(stubborn, { timeoutMs: 700 });
    const { stopped } = await run.outcome;
    assert.equal(stopped, 'timed-out');
    assert.deepEqual(left(run.pids), []);
  });

  it('when it prints too much', async () => {
    const run = start('echo $$ >"$P/plugin"; while :; do echo too much; done', { maxOutputBytes: 100_000 });
    const { stopped, stdout, stdoutBytes } = await run.outcome;
    assert.equal(stopped, 'output-too-large');
    assert.ok(stdout.length <= 100_000, `${stdout.length} bytes kept`);
    assert.ok(stdoutBytes > 100_000 && stdoutBytes < 10_000_000);
    assert.deepEqual(left(run.pids), []);
  });

  it('with children that have left its session', { skip: linux }, async () => {
    const run = start(detached);
    await noted(run, 'plugin', 'session', 'orphan');
    run.cancel();
    assert.equal((await run.outcome).stopped, 'cancelled');
    await until(() => left(run.pids).length === 0);
  });

  it('with a child that loses its parent in the meantime', { skip: linux }, async () => {
    const run = start(nameless);
    await noted(run, 'plugin', 'nameless');
    run.cancel();
    assert.equal((await run.outcome).stopped, 'cancelled');
    await until(() => left(run.pids).length === 0);
  });

  it('with a child that holds stdout after the plugin has ended', async () => {
    const run = start('sh -c \'trap "" TERM; echo $$ >"$P/child"; while :; do sleep 1; done\' & exit 0');
    await noted(run, 'child');
    run.cancel();
    assert.equal((await run.outcome).stopped, 'cancelled');
    assert.deepEqual(left(run.pids), []);
  });

  it('before it has begun', async () => {
    const run = start(stubborn);
    run.cancel();
    assert.equal((await run.outcome).stopped, 'cancelled');
    await until(() => left(run.pids).length === 0);
  });

  it('and nobody else', async () => {
    const [other, run] = [start(stubborn), start(stubborn)];
    await Promise.all([noted(other, 'plugin', 'grandchild'), noted(run, 'plugin', 'grandchild')]);
    run.cancel();
    await run.outcome;
    assert.equal(left(other.pids).length, 2);
    other.cancel();
    await other.outcome;
    assert.deepEqual([left(run.pids), left(other.pids)], [[], []]);
  });

  it('that goes of its own accord when it is asked', async () => {
    const run = start('trap "echo bye >&2; exit 0" TERM; echo $$ >"$P/plugin"; while :; do sleep 0.1; done');
    await noted(run, 'plugin');
    run.cancel();
    const { stopped, stderr } = await run.outcome;
    assert.equal(stopped, 'cancelled');
    assert.match(stderr, /bye\n$/);
  });
});
