import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CodeLensRequest, type Diagnostic, SetTraceNotification } from 'vscode-languageserver/node';
import {
  type PluginStatus,
  pluginStatusRequest,
  type RunOverrides,
  type RunTarget,
  runTargetsRequest,
} from '../../server/protocol';
import { breaks, forms, isReadable } from '../unit/plugin/redaction/forms';
import { secretKinds, tellingParts } from '../unit/plugin/redaction/secrets';
import { Shown } from '../unit/plugin/redaction/traces';
import { Client, fileUri } from './client';
import { kubeconfigExec } from './command';
import { execKubeconfig } from './kubeconfigs';
import { root } from './paths';
import { approve, run } from './running';
import { temporaryFolder } from './temporary';

const folder = temporaryFolder();
const plugin = `${root}/test/protocol/fixtures/hostile-plugin.mjs`;
const apiVersion = 'client.authentication.k8s.io/v1';

const answers: Readonly<Record<string, (secret: string) => string>> = {
  'a token': (token) => JSON.stringify({ kind: 'ExecCredential', apiVersion, status: { token } }),
  'a refresh token': (refresh_token) =>
    JSON.stringify({ kind: 'ExecCredential', apiVersion, status: { token: 'x' }, cache: { refresh_token } }),
  'an error': (secret) => JSON.stringify({ error: `denied: ${secret}`, id_token: secret }),
  'text alone': (secret) => secret,
  'nothing of it': () => JSON.stringify({ kind: 'ExecCredential', apiVersion, status: { token: 'x' } }),
};

/** A secret that is known since a run has it instead of what is configured. */
const instead: Readonly<Record<string, (secret: string) => RunOverrides>> = {
  'a variable': (secret) => ({ env: { LEVEL: secret } }),
  'an edited input': (secret) => ({
    execInfo: JSON.stringify({ apiVersion, spec: { cluster: { config: { apiToken: secret } } } }),
  }),
};

const hostile = fc
  .record({
    secret: fc.oneof(...Object.values(secretKinds)),
    answer: fc.constantFrom(...Object.keys(answers).filter((answer) => answer !== 'nothing of it')),
    form: fc.constantFrom(...Object.keys(forms)),
    broken: fc.constantFrom(...Object.keys(breaks)),
    piece: fc.constantFrom<number>(1, 3, 7, 64),
    code: fc.constantFrom<number>(0, 0, 1),
    /** Also more than is kept, so that what is written is cut somewhere. */
    noise: fc.constantFrom<number>(0, 0, 0, 31_600, 100_000),
  })
  .filter(({ form, broken }) => isReadable(form, broken));
type Hostile = typeof hostile extends fc.Arbitrary<infer T> ? T : never;

/** A kubeconfig with a plugin that does this. */
function hostileKubeconfig(
  name: string,
  { secret, answer, form, broken, ...how }: Hostile,
  more: object = {},
) {
  const written = forms[form]?.(secret) ?? '';
  const stderr = `debug: ${breaks[broken]?.(written)}\nopen /tmp/${written}.json: no such file\n`;
  const script = folder.write(
    `${name}.json`,
    JSON.stringify({ stdout: answers[answer]?.(secret), stderr, ...how, ...more }),
  );
  return execKubeconfig({ command: process.execPath, args: [plugin, script] });
}

/** Fails without showing what it has found. */
function assertHidden(bytes: string, { secret, ...how }: Hostile): void {
  const shown = new Shown(bytes, bytes.replace(/\\u001b|\\t/g, ''));
  const found = tellingParts(secret).flatMap((part) => shown.piecesOf(part));
  assert.equal(found.length, 0, `${found.length} pieces of the secret are shown: ${JSON.stringify(how)}`);
}

const seed = 20;

test('what a plugin spills in pieces is in no byte that the server writes', {
  timeout: 120_000,
}, async (t) => {
  const capabilities = { textDocument: { codeLens: {} } };
  const initialize = { capabilities, initializationOptions: { trusted: true } };
  const client = await Client.start({ initialize });
  t.after(() => client.kill());
  await client.connection.sendNotification(SetTraceNotification.type, { value: 'verbose' });
  const sample = fc.sample(hostile, { numRuns: 12, seed });
  for (const [index, each] of sample.entries()) {
    const text = hostileKubeconfig(`wire-${index}`, each);
    const uri = fileUri(folder.write(`wire-${index}/kubeconfig`, text));
    await client.check(uri, text);
    const report = await run(client, await approve(client, { uri }));
    // A carriage return has what follows written over the words before it.
    assert.match(report.stderr, /\w/);
    if (report.verdict === 'rejected') {
      const isTold = ({ code }: Diagnostic) => code === 'last-run-rejected';
      await client.latest(uri, ({ diagnostics }) => diagnostics.some(isTold));
    }
    await lookAt(client, uri);
  }
  assert.equal(await client.stop(), 0);
  for (const each of sample) assertHidden(client.written.toString(), each);
});

/** Where a run is seen when it is over. */
async function lookAt({ connection }: Client, uri: string): Promise<void> {
  const lenses = await connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } });
  assert.ok(lenses?.some(({ command }) => /accepted|rejected/.test(command?.title ?? '')));
  const status = await connection.sendRequest<PluginStatus>(pluginStatusRequest, { uri });
  const [target] = await connection.sendRequest<RunTarget[]>(runTargetsRequest, { uri });
  assert.ok(status.lastRun && target?.lastRun);
}

for (const format of ['text', 'json', 'junit']) {
  test(`what a plugin spills in pieces is not in the ${format} of a run`, { timeout: 120_000 }, async () => {
    for (const [index, each] of fc.sample(hostile, { numRuns: 5, seed: seed + format.length }).entries()) {
      const file = folder.write(
        `${format}-${index}.kubeconfig`,
        hostileKubeconfig(`${format}-${index}`, each),
      );
      const { stdout, stderr } = await kubeconfigExec(['run', file, '--yes', '--format', format]);
      assert.match(stdout, /kubectl would|<testcase/);
      assertHidden(stdout + stderr, each);
    }
  });
}

for (const [what, overridesFor] of Object.entries(instead)) {
  test(`${what} that a run has instead is in no byte that the server writes`, {
    timeout: 120_000,
  }, async (t) => {
    const client = await Client.start({ initialize: { initializationOptions: { trusted: true } } });
    t.after(() => client.kill());
    const sample = fc.sample(hostile, { numRuns: 8, seed: seed + what.length });
    for (const [index, some] of sample.entries()) {
      const text = hostileKubeconfig(`instead-${index}`, { ...some, answer: 'nothing of it' });
      const uri = fileUri(folder.write(`instead-${index}/kubeconfig`, text));
      await client.check(uri, text);
      const overrides = overridesFor(some.secret);
      const report = await run(client, await approve(client, { uri, overrides }));
      assert.match(report.stderr, /\w/);
    }
    assert.equal(await client.stop(), 0);
    for (const some of sample) assertHidden(client.written.toString(), some);
  });

  test(`${what} that a run has instead is in no format of a run`, { timeout: 120_000 }, async () => {
    const sample = fc.sample(hostile, { numRuns: 3, seed: seed + what.length });
    for (const [index, some] of sample.entries()) {
      const text = hostileKubeconfig(`formats-${index}`, { ...some, answer: 'nothing of it' });
      const file = folder.write(`formats-${index}.kubeconfig`, text);
      const { env = {}, execInfo = '' } = overridesFor(some.secret);
      // The value is no argument: whoever looks at the processes of a machine would see it.
      const flags = execInfo ? ['--exec-info', '-'] : ['--env', 'LEVEL'];
      for (const format of ['text', 'json', 'junit']) {
        const { stdout, stderr } = await kubeconfigExec(
          ['run', file, '--yes', '--matrix', 'clusterInfo', ...flags, '--format', format],
          { input: execInfo, env: { ...process.env, ...(env as Record<string, string>) } },
        );
        assert.match(stdout, /edited input|with LEVEL/);
        assertHidden(stdout + stderr, some);
      }
    }
  });
}

const [each] = fc.sample(hostile, { numRuns: 1, seed });
assert.ok(each);
const loud = { ...each, answer: 'a token', form: 'base64', broken: 'with colours', piece: 7, code: 0 };

test('what stands in 10 MB of noise is hidden as fast as it is read', { timeout: 60_000 }, async () => {
  const file = folder.write('loud.kubeconfig', hostileKubeconfig('loud', loud, { noise: 5 * 1024 * 1024 }));
  const { stdout, stderr } = await kubeconfigExec(['run', file, '--yes', '--format', 'json']);
  const report = JSON.parse(stdout) as { process: { durationMs: number }; stderr: string };
  assert.match(report.stderr, /bytes left out/);
  assert.ok(report.stderr.length <= 64 * 1024);
  assertHidden(stdout + stderr, loud);
});

test('what a plugin has printed before it is stopped is hidden, too', { timeout: 60_000 }, async () => {
  for (const answer of ['a token', 'an error']) {
    const each = { ...loud, answer };
    const file = folder.write(
      'stopped.kubeconfig',
      hostileKubeconfig(`stopped-${answer}`, each, { hang: true }),
    );
    const args = ['run', file, '--yes', '--format', 'json', '--timeout', '1'];
    const { stdout, stderr } = await kubeconfigExec(args);
    assert.match(stdout, /"timedOut": ?true/);
    assertHidden(stdout + stderr, each);
  }
});
