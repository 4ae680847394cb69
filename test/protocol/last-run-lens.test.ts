import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import {
  CancellationTokenSource,
  CodeLensRefreshRequest,
  ExecuteCommandRequest,
  ShowMessageRequest,
} from 'vscode-languageserver/node';
import { runCommand, showResultCommand } from '../../server/protocol';
import { eventually } from '../vscode/suites/waiting';
import { Client } from './client';
import { ended, folder, lastRuns, options, runFor, start, text, titles, uri } from './last-runs';
import { approve, run } from './running';

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

  test('says so where no context uses what was run', async (t) => {
    const { client } = await start(t, [runCommand, showResultCommand]);
    const unused = text.replace('{ cluster: eu, user: good }', '{ cluster: eu, user: ended }');
    await client.change(uri, 2, { text: unused });
    await runFor(client, { user: 'good' });
    await runFor(client, { user: 'bad' });
    assert.deepEqual(await titles(client), [
      '$(pass)\u00a0accepted (no context uses it)',
      '$(error)\u00a0rejected: exit status 3',
    ]);
    await client.change(uri, 3, { text });
    assert.deepEqual(await titles(client), [
      '$(pass)\u00a0accepted',
      '$(error)\u00a0rejected: exit status 3',
    ]);
  });

  test('is words alone for a client that shows no results, and says nothing of a block that has changed', async (t) => {
    const { client } = await start(t, [runCommand]);
    await runFor(client, { user: 'bad' });
    assert.deepEqual(await titles(client, ''), ['rejected: exit status 3']);
    await client.change(uri, 2, { text: text.replace('[fail]', '[fail, more]') });
    assert.deepEqual(await titles(client, ''), []);
  });

  test('tells the time itself where nobody is told of changes, also of a run by the server', async (t) => {
    const client = await Client.start({
      initialize: {
        capabilities: { textDocument: { codeLens: {} } },
        initializationOptions: { trusted: true },
      },
    });
    t.after(() => client.kill());
    client.connection.onRequest(ShowMessageRequest.type, () => ({ title: 'Run' }));
    const later = text.replace(ended, '"expirationTimestamp":"2100-01-01T12:00:00Z"');
    await client.open(uri, later);
    const params = { command: runCommand, arguments: [{ uri, user: 'ended' }] };
    await client.connection.sendRequest(ExecuteCommandRequest.type, params);
    assert.match((await titles(client, '')).join(), /^accepted, expires on 2100-01-0[12] at \d\d:\d\d$/);
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
