import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  type Diagnostic,
  DiagnosticSeverity,
  DidChangeConfigurationNotification,
} from 'vscode-languageserver/node';
import { fileUri } from './client';
import {
  folder,
  isOfRun,
  none,
  options,
  plugin,
  published,
  rangeBehind,
  runFor,
  some,
  start,
  text,
  uri,
} from './last-runs';
import { approve, run } from './running';
import { assertNoTrace, leaks, leakyKubeconfig, newToken } from './spill';

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
