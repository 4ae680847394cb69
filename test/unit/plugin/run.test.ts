import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import type { Environment } from '../../../server/environment';
import { nodeEnvironment } from '../../../server/environment-node';
import { runPlugin } from '../../../server/plugin';
import type { ExecBlock, RunOptions } from '../../../server/plugin/target';
import { clusterInfo, targetWith, v1 } from './fakes';

const folder = mkdtempSync(join(tmpdir(), 'kubeconfig-exec-run-unit-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const skip = process.platform === 'win32' && 'the plugins of this test are shell scripts';
const environment: Environment = { ...nodeEnvironment, cwd: folder, variables: { PATH: '/usr/bin:/bin' } };
const kubeconfigPath = join(folder, 'config');

function run(exec: Partial<ExecBlock>, options: Partial<RunOptions> = {}, info = clusterInfo()) {
  const target = targetWith(exec, { kubeconfigPath, clusterInfo: info });
  const signal = new AbortController().signal;
  const usual = { timeoutMs: 20_000, interactive: false, maxOutputBytes: 1_000_000, signal };
  return runPlugin(target, environment, { ...usual, ...options });
}

function plugin(name: string, script: string): string {
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return `./${name}`;
}

const prefix = 'Unable to connect to the server: getting credentials: ';
const nul = [{ name: 'X', value: 'a\0b' }];

describe('the order of a run', { skip }, () => {
  /** Each has the fault of its line and of all lines below. */
  const rows: readonly (readonly [reason: string, exec: Partial<ExecBlock>, message: RegExp])[] = [
    [
      'ca-unreadable',
      { interactiveMode: 'Always', command: 'nobody', env: nul, provideClusterInfo: true },
      /^error: failed to load CA bundle/,
    ],
    [
      'no-terminal',
      { interactiveMode: 'Always', command: 'nobody', env: nul },
      /standard input is not a terminal$/,
    ],
    [
      'not-found',
      { command: 'nobody', env: nul, installHint: 'get it' },
      /exec: executable nobody not found\n\n.*\n\nget it$/s,
    ],
    [
      'cannot-start',
      { command: './nobody', args: ['a\0b'], env: nul },
      /exec: exec: environment variable contains NUL$/,
    ],
    [
      'cannot-start',
      { command: './nobody', args: ['a\0b'], installHint: 'x' },
      /exec: fork\/exec .*nobody: invalid argument$/,
    ],
    [
      'not-found',
      { command: './nobody', installHint: 'x' },
      /exec: fork\/exec .*nobody: no such file or directory$/,
    ],
  ];
  for (const [reason, exec, message] of rows) {
    it(reason, async () => {
      const report = await run(exec, {}, clusterInfo({ certificateAuthority: folder }));
      assert.equal(report.reason, reason);
      assert.match(report.kubectl ?? '', message);
      assert.equal(report.process.exitCode, null);
    });
  }
});

describe('a run', { skip }, () => {
  it('is accepted with what it was given and what it gave', async () => {
    const command = plugin('good', `echo '{"apiVersion":"${v1}","status":{"token":"abc"}}'; echo note >&2`);
    const report = await run({
      command,
      args: ['a'],
      env: [{ name: 'X', value: 'y' }],
      provideClusterInfo: true,
    });
    const { verdict, reason, kubectl, stderr, credential, process, execInfo } = report;
    assert.deepEqual([verdict, reason, kubectl, stderr], ['accepted', null, null, 'note\n']);
    assert.deepEqual(credential?.token, { length: 3, kind: 'opaque', jwt: null });
    assert.deepEqual(execInfo?.spec, {
      cluster: { server: 'https://127.0.0.1:6443', config: null },
      interactive: false,
    });
    const { durationMs, phases, ...rest } = process;
    const times = Object.values(phases);
    assert.deepEqual(
      times,
      times.toSorted((a, b) => a - b),
      'one after the other',
    );
    assert.ok(times.every((ms) => ms > 0) && times.length === 6, JSON.stringify(phases));
    assert.ok(durationMs >= 0);
    assert.deepEqual(rest, {
      command: './good',
      resolvedPath: join(folder, 'good'),
      args: ['a'],
      envNames: ['X'],
      exitCode: 0,
      signal: null,
      timedOut: false,
      cancelled: false,
      stdoutBytes: 74,
    });
  });

  it('tells of a status, a signal and what is no program', async () => {
    const status = await run({ command: plugin('status', 'exit 3') });
    assert.equal(
      status.kubectl,
      `${prefix}exec: executable ${join(folder, 'status')} failed with exit code 3`,
    );
    const signal = await run({ command: plugin('signal', 'kill -9 $$') });
    assert.equal(
      signal.kubectl,
      `${prefix}exec: executable ${join(folder, 'signal')} failed with exit code -1`,
    );
    writeFileSync(join(folder, 'text'), 'echo hello\n', { mode: 0o755 });
    const text = await run({ command: './text' });
    assert.equal(text.kubectl, `${prefix}exec: fork/exec ${join(folder, 'text')}: exec format error`);
  });

  it('has no word of kubectl’s for what only happens here', async () => {
    const command = plugin('slow', 'while :; do sleep 1; done');
    const late = await run({ command }, { timeoutMs: 200 });
    assert.deepEqual([late.reason, late.kubectl, late.process.timedOut], ['timed-out', null, true]);
    assert.match(late.summary, /no answer within 0\.2 s/);
    const cancelled = await run({ command }, { signal: AbortSignal.timeout(200) });
    assert.deepEqual(
      [cancelled.reason, cancelled.kubectl, cancelled.process.cancelled],
      ['cancelled', null, true],
    );
    const much = await run({ command: plugin('much', 'while :; do echo x; done') }, { maxOutputBytes: 1000 });
    assert.deepEqual([much.reason, much.kubectl], ['output-too-large', null]);
  });

  it('says that kubectl would not have run it', async () => {
    const command = plugin('http', `echo '{"apiVersion":"${v1}","status":{"token":"abc"}}'`);
    const report = await run({ command }, {}, clusterInfo({ server: 'http://127.0.0.1' }));
    assert.equal(report.verdict, 'accepted');
    assert.match(report.summary, /never runs the plugin/);
  });

  it('gives no more arguments than the system takes', async () => {
    const report = await run({ command: plugin('args', 'true'), args: ['x'.repeat(3_000_000)] });
    assert.match(report.kubectl ?? '', /argument list too long$/);
  });
});
