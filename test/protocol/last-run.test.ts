import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import {
  CancellationTokenSource,
  type CodeLens,
  CodeLensRefreshRequest,
  CodeLensRequest,
  type Diagnostic,
  DiagnosticSeverity,
  DidChangeConfigurationNotification,
} from 'vscode-languageserver/node';
import {
  type RunRequest,
  type RunTarget,
  runCommand,
  runTargetsRequest,
  showResultCommand,
} from '../../server/protocol';
import { eventually } from '../vscode/suites/waiting';
import { Client, fileUri } from './client';
import { rangeOf } from './ranges';
import { approve, run } from './running';
import { assertNoTrace, leaks, leakyKubeconfig, newToken } from './spill';
import { temporaryFolder } from './temporary';

const folder = temporaryFolder();
const plugin = folder.write(
  'plugin.sh',
  `#!/bin/sh
case "$1" in
fail) echo 'Error loading SSO Token' >&2; exit 3 ;;
late) if [ ! -e "$2" ]; then : >"$2"; exit 4; fi; : >"$2-again"; sleep 3599 ;;
esac
printf '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{"token":"made-up-token"%s}}' "$2"
`,
  0o755,
);
const options = { skip: process.platform === 'win32' && 'the plugin is a shell script', timeout: 60_000 };
const ended = '{"expirationTimestamp":"2020-01-01T00:00:00Z"}'.replace(/[{}]/g, '');

/** A kubeconfig with a user for every way that a plugin can end. */
const text = `apiVersion: v1
kind: Config
current-context: good
clusters:
  - { name: eu, cluster: { server: "https://eu.example.com" } }
  - { name: plain, cluster: { server: "http://plain.example.com" } }
contexts:
  - { name: good, context: { cluster: eu, user: good } }
  - { name: bad, context: { cluster: eu, user: bad } }
  - { name: ended, context: { cluster: eu, user: ended } }
  - { name: gone, context: { cluster: eu, user: gone } }
users:
${['good', 'bad', 'ended', 'gone']
  .map(
    (name) => `  - name: ${name}
    user:
      exec:
        apiVersion: client.authentication.k8s.io/v1
        command: ${name === 'gone' ? './nowhere' : plugin}
        args: ${name === 'bad' ? '[fail]' : name === 'ended' ? `[ok, ',${ended}']` : '[ok]'}
        interactiveMode: Never
`,
  )
  .join('')}`;
const uri = fileUri(folder.write('kubeconfig', text));

interface Started {
  readonly client: Client;
  /** How often the client was asked to ask for lenses again. */
  readonly refreshes: () => number;
}

async function start(t: TestContext, commands: string[] = [], rules: object = {}): Promise<Started> {
  const client = await Client.start({
    initialize: {
      capabilities: { textDocument: { codeLens: {} }, workspace: { codeLens: { refreshSupport: true } } },
      initializationOptions: { trusted: true, commands, settings: { rules } },
    },
  });
  t.after(() => client.kill());
  let refreshes = 0;
  client.connection.onRequest(CodeLensRefreshRequest.type, () => {
    refreshes += 1;
  });
  await client.check(uri, text);
  return { client, refreshes: () => refreshes };
}

async function runFor(client: Client, request: Partial<RunRequest>) {
  return run(client, await approve(client, { uri, ...request }));
}

/** What is published once a run is over, which may be after its answer. */
async function published(
  client: Client,
  fits: (found: readonly Diagnostic[]) => boolean,
): Promise<Diagnostic[]> {
  const { diagnostics } = await client.latest(uri, (params) => fits(params.diagnostics));
  return diagnostics.filter(isOfRun);
}

const isOfRun = ({ code }: Diagnostic) => `${code}`.startsWith('last-run');
const some = (found: readonly Diagnostic[]) => found.some(isOfRun);
const none = (found: readonly Diagnostic[]) => !found.some(isOfRun);

async function titles(client: Client, command = showResultCommand): Promise<string[]> {
  const lenses = (await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } })) ?? [];
  return lenses.flatMap((lens: CodeLens) => (lens.command?.command === command ? [lens.command.title] : []));
}

/** Where some words stand behind others. */
function rangeBehind(behind: string, words: string, within = text) {
  const at = within.indexOf(words, within.indexOf(behind));
  return rangeOf(`${within.slice(0, at).replace(/[^\n]/g, '·')}${within.slice(at)}`, words);
}

describe('the diagnostic of a rejected run', options, () => {
  test("stands on what it is about with kubectl's words and what is known of the error", async (t) => {
    const { client } = await start(t);
    await runFor(client, { user: 'bad' });
    const [found, ...more] = await published(client, some);
    assert.deepEqual(more, []);
    assert.deepEqual(
      [found?.code, found?.severity, found?.source],
      ['last-run-rejected', DiagnosticSeverity.Error, 'kubeconfig-exec'],
    );
    assert.deepEqual(found?.range, rangeBehind('- name: bad', plugin));
    const [message = '', ...kubectl] = `${found?.message}`.split('\nkubectl: ');
    assert.equal(
      message,
      'Last run: kubectl would reject it: the plugin exited with status 3. The AWS SSO session has expired. Run "aws sso login", then run the plugin again.',
    );
    assert.match(kubectl.join(), /getting credentials: exec: executable .* failed with exit code 3/);
  });

  test('moves with the block, and is gone when the block changes, until it is as it was', async (t) => {
    const { client } = await start(t);
    await runFor(client, { user: 'bad' });
    await published(client, some);
    const moved = text.replace('apiVersion: v1', '# One more line.\napiVersion: v1');
    await client.change(uri, 2, { text: moved });
    const [still] = (await client.diagnostics(uri, 2)).diagnostics.filter(isOfRun);
    assert.deepEqual(still?.range, rangeBehind('- name: bad', plugin, moved));
    await client.change(uri, 3, { text: moved.replace('[fail]', '[fail, more]') });
    assert.ok(none((await client.diagnostics(uri, 3)).diagnostics), 'other arguments');
    await client.change(uri, 4, { text: moved.replace('[fail]', '[ fail ] # as it was') });
    assert.ok(some((await client.diagnostics(uri, 4)).diagnostics), 'what is run is the same');
    await client.change(uri, 5, {
      text: moved.replace('user: bad', 'user: good').replace('name: bad\n', 'name: other\n'),
    });
    assert.ok(none((await client.diagnostics(uri, 5)).diagnostics), 'there is no such user');
  });

  test('is gone after a run that is accepted, which is the last of its user', async (t) => {
    const { client } = await start(t);
    await runFor(client, { user: 'bad' });
    await published(client, some);
    await client.change(uri, 2, { text: text.replace('[fail]', '[ok]') });
    assert.ok(none((await client.diagnostics(uri, 2)).diagnostics));
    await runFor(client, { user: 'bad' });
    await client.change(uri, 3, { text });
    assert.ok(none((await client.diagnostics(uri, 3)).diagnostics), 'of another block');
  });

  test('has the severity that the settings give it, and is silenced by a comment', async (t) => {
    const { client } = await start(t, [], { 'last-run-rejected': 'hint' });
    await runFor(client, { user: 'bad' });
    const [found] = await published(client, some);
    assert.equal(found?.severity, DiagnosticSeverity.Hint);
    const settings = { rules: { 'last-run-rejected': 'off' } };
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings });
    await published(client, none);
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: {} });
    await published(client, some);
    const silenced = text.replace(
      `bad\n    user:\n      exec:\n        apiVersion: client.authentication.k8s.io/v1\n`,
      '$&        # kubeconfig-exec-disable-next-line last-run-rejected\n',
    );
    await client.change(uri, 2, { text: silenced });
    assert.deepEqual(
      codes((await client.diagnostics(uri, 2)).diagnostics),
      codes((await client.diagnostics(uri, 1)).diagnostics.filter((found) => !isOfRun(found))),
    );
  });

  test('is left out where a rule has said the same already', async (t) => {
    const { client } = await start(t);
    const report = await runFor(client, { user: 'gone' });
    assert.equal(report.reason, 'not-found');
    await runFor(client, { user: 'bad' });
    const found = await published(client, some);
    assert.deepEqual(
      found.map(({ range }) => range.start.line),
      [rangeBehind('- name: bad', plugin).start.line],
    );
  });

  test('spills no secret', async (t) => {
    const { client } = await start(t);
    for (const mode of leaks) {
      const token = newToken();
      const kubeconfig = leakyKubeconfig(mode, token);
      const leaky = fileUri(folder.write(`leaky-${mode}`, kubeconfig));
      await client.check(leaky, kubeconfig);
      const { verdict } = await run(client, await approve(client, { uri: leaky }));
      if (verdict === 'rejected') await client.latest(leaky, ({ diagnostics }) => some(diagnostics));
      assertNoTrace(client.written, token, mode);
    }
  });
});

function codes(diagnostics: readonly Diagnostic[]): unknown[] {
  return diagnostics.map(({ code }) => code);
}

test('a warning of a run is one on the exec block', options, async (t) => {
  const { client } = await start(t);
  const report = await runFor(client, { user: 'ended' });
  assert.equal(report.verdict, 'accepted');
  const [found, ...more] = await published(client, some);
  assert.deepEqual(more, []);
  assert.deepEqual([found?.code, found?.severity], ['last-run-warning', DiagnosticSeverity.Warning]);
  assert.match(`${found?.message}`, /^Last run: expirationTimestamp is in the past/);
  assert.deepEqual(found?.range, rangeBehind('- name: ended', 'exec'));
});

describe('what does not count', options, () => {
  test('is a run that was told something else', async (t) => {
    const { client } = await start(t, [showResultCommand, runCommand]);
    await runFor(client, { user: 'bad', overrides: { provideClusterInfo: true } });
    assert.deepEqual(await titles(client), []);
    assert.deepEqual(await lastRuns(client), {});
  });

  test('is a run that was cancelled: what was known before is known still', async (t) => {
    const { client } = await start(t, [showResultCommand, runCommand]);
    const marker = path.join(folder.path, 'started');
    await client.change(uri, 2, { text: text.replace('[fail]', `[late, ${marker}]`) });
    await runFor(client, { user: 'bad' });
    const stop = new CancellationTokenSource();
    const running = run(client, await approve(client, { uri, user: 'bad' }), stop.token);
    await eventually('the second run', () => existsSync(`${marker}-again`));
    stop.cancel();
    assert.equal((await running).reason, 'cancelled');
    assert.deepEqual(await lastRuns(client), { bad: ['rejected', 'exit status 4'] });
  });
});

async function lastRuns(client: Client): Promise<Record<string, unknown>> {
  const targets = await client.connection.sendRequest<RunTarget[]>(runTargetsRequest, { uri });
  const known = targets.flatMap(({ user, lastRun }) => (lastRun ? [[user, lastRun] as const] : []));
  return Object.fromEntries(known.map(([user, { verdict, why }]) => [user, [verdict, why]]));
}

describe('the lens', options, () => {
  test('tells the outcome beside "Run exec plugin", and shows the result again', async (t) => {
    const { client, refreshes } = await start(t, [runCommand, showResultCommand]);
    assert.deepEqual(await titles(client), []);
    await runFor(client, { user: 'good' });
    await runFor(client, { user: 'bad' });
    await runFor(client, { user: 'ended' });
    assert.deepEqual(await titles(client), [
      '$(pass)\u00a0accepted',
      '$(error)\u00a0rejected: exit status 3',
      '$(warning)\u00a0accepted, has expired',
    ]);
    assert.equal((await titles(client, runCommand)).length, 4);
    assert.ok(refreshes() >= 3);
    assert.deepEqual(await lastRuns(client), {
      good: ['accepted', null],
      bad: ['rejected', 'exit status 3'],
      ended: ['accepted', null],
    });
  });

  test('is words alone for a client that shows no results, and says nothing of a block that has changed', async (t) => {
    const { client } = await start(t, [runCommand]);
    await runFor(client, { user: 'bad' });
    assert.deepEqual(await titles(client, ''), ['rejected: exit status 3']);
    await client.change(uri, 2, { text: text.replace('[fail]', '[fail, more]') });
    assert.deepEqual(await titles(client, ''), []);
  });

  test('is asked for again when its words are others, and not before', async (t) => {
    const { client, refreshes } = await start(t, [runCommand, showResultCommand]);
    const soon = new Date(Math.ceil(Date.now() / 1000) * 1000 + 2000).toISOString().replace('.000', '');
    const expiring = text.replace(`',${ended}'`, `',"expirationTimestamp":"${soon}"'`);
    await client.change(uri, 2, { text: expiring });
    await runFor(client, { user: 'ended' });
    assert.deepEqual(await titles(client), ['$(pass)\u00a0accepted, expires in less than a minute']);
    const before = refreshes();
    await new Promise<void>((resolve) => {
      client.connection.onRequest(CodeLensRefreshRequest.type, () => resolve());
    });
    assert.ok(Date.now() >= Date.parse(soon), 'it was asked early');
    assert.deepEqual(
      [await titles(client), before],
      [['$(warning)\u00a0accepted, has expired'], refreshes()],
    );
  });
});
