import assert from 'node:assert/strict';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { DiagnosticSeverity, type Hover, HoverRequest, type MarkupContent } from 'vscode-languageserver/node';
import { windowFocused } from '../../server/protocol';
import { Client, fileUri } from './client';
import { kubeconfigExec } from './command';
import { execKubeconfig } from './kubeconfigs';
import { rangeOf } from './ranges';
import { prepare, readyPlan, run } from './running';
import { temporaryFolder } from './temporary';

const folder = temporaryFolder();
const home = folder.path;
const header = 'apiVersion: kubectl.config.k8s.io/v1beta1\nkind: Preference\n';
const started = path.join(home, 'started');
folder.write(
  'plugin',
  `#!/bin/sh
touch '${started}'
echo '{"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1","status":{"token":"made-up"}}'
`,
  0o755,
);
const text = execKubeconfig({ command: './plugin' });
const kubeconfig = folder.write('dev.kubeconfig', text);
const plugin = path.join(home, 'plugin');
const denyAll = folder.write('deny-all/kuberc', `${header}credentialPluginPolicy: DenyAll\n`);
const listed = folder.write(
  'listed/kuberc',
  `${header}credentialPluginPolicy: Allowlist\ncredentialPluginAllowlist: [{ command: ${plugin} }]\n`,
);
const wrong = folder.write('wrong/kuberc', `${header}credentialPluginPolicy: denyall # soon\n`);
const env = (KUBERC?: string) => ({ ...process.env, HOME: home, USERPROFILE: home, KUBERC });
const refusal = `Unable to connect to the server: getting credentials: plugin "${plugin}" not allowed: policy set to "DenyAll"`;

describe('check of a kuberc', () => {
  const check = async (args: string[], input?: string) => {
    const command = ['check', '--format', 'json', ...args];
    const { code, stdout } = await kubeconfigExec(command, { env: env(), ...(input ? { input } : {}) });
    const [{ kind, contexts, diagnostics }] = JSON.parse(stdout).files;
    return { code, kind, contexts, codes: diagnostics.map((each: { code: string }) => each.code) };
  };

  test('by its name, by what is in it, and because it is said to be one', async () => {
    const found = { kind: 'kuberc', contexts: [], codes: ['plugin-policy-unknown'], code: 1 };
    assert.deepEqual(await check([wrong]), found);
    assert.deepEqual(await check(['-'], `${header}credentialPluginPolicy: x\n`), found);
    const bare = 'kind: Preference\naliases: []\n';
    assert.deepEqual(await check(['-', '--kind', 'kuberc'], bare), { ...found, codes: ['kuberc-version'] });
    assert.deepEqual(await check([denyAll]), { ...found, codes: [], code: 0 });
  });

  test('for an older kubectl', async () => {
    const { code, codes } = await check([denyAll, '--kubernetes-version', '1.34']);
    assert.deepEqual([code, codes], [0, ['field-too-new']]);
  });
});

test('an open kuberc is checked and explained', async (t) => {
  const client = await Client.start();
  t.after(() => client.kill());
  const uri = 'file:///home/jane/.kube/kuberc';
  const content = `${header}credentialPluginPolicy: denyall\n`;
  const [found, ...others] = (await client.check(uri, content)).diagnostics;
  assert.deepEqual(others, []);
  const { message, codeDescription, ...rest } = found ?? assert.fail('nothing was found');
  assert.deepEqual(rest, {
    source: 'kubeconfig-exec',
    code: 'plugin-policy-unknown',
    severity: DiagnosticSeverity.Error,
    range: rangeOf(content, 'denyall'),
  });
  assert.match(`${message}`, /Write DenyAll\.\nkubectl: unknown plugin policy: "denyall"$/);
  assert.match(codeDescription?.href ?? '', /kuberc\.v1beta1\/#.*CredentialPluginPolicy$/);
  const { start: position } = rangeOf(content, 'credentialPluginPolicy');
  const hover: Hover | null = await client.connection.sendRequest(HoverRequest.type, {
    textDocument: { uri },
    position,
  });
  assert.ok(hover);
  const { value } = hover.contents as MarkupContent;
  assert.match(value, /^\*\*credentialPluginPolicy\*\*.*`Allowlist`.*Since Kubernetes 1\.35/s);
});

describe('a kubeconfig whose plugin is forbidden', () => {
  const check = async (KUBERC: string | undefined, ...args: string[]) => {
    const command = ['check', kubeconfig, '--format', 'json', ...args];
    const { stdout } = await kubeconfigExec(command, { env: env(KUBERC) });
    const [{ contexts, diagnostics }] = JSON.parse(stdout).files;
    const codes = diagnostics.map(({ severity, code }: Record<string, string>) => `${severity} ${code}`);
    return { ...contexts[0], codes };
  };
  const verdict = { name: 'here', current: true };

  test('is refused since 1.35', async () => {
    const refused = { ...verdict, accepted: false, kubectl: refusal, codes: ['error plugin-forbidden'] };
    const accepted = { ...verdict, accepted: true, kubectl: null, codes: [] };
    assert.deepEqual(await check(denyAll), refused);
    assert.deepEqual(await check(denyAll, '--kubernetes-version', '1.35'), refused);
    assert.deepEqual(await check(denyAll, '--kubernetes-version', '1.34'), accepted);
    for (const kuberc of [undefined, 'off', listed]) assert.deepEqual(await check(kuberc), accepted);
    assert.deepEqual(await check(wrong), { ...accepted, codes: ['hint kuberc-broken'] });
  });

  test('by the kuberc at home', async (t) => {
    const own = folder.write('.kube/kuberc', `${header}credentialPluginPolicy: DenyAll\n`);
    t.after(() => rmSync(own));
    assert.equal((await check(undefined)).kubectl, refusal);
    assert.equal((await check(listed)).kubectl, null);
  });
});

describe('run on the command line', () => {
  const run = async (KUBERC: string, ...args: string[]) => {
    rmSync(started, { force: true });
    const command = ['run', kubeconfig, '--yes', '--format', 'json', ...args];
    const { code, stdout } = await kubeconfigExec(command, { env: env(KUBERC) });
    const { verdict, reason, kubectl, summary, findings } = JSON.parse(stdout);
    return { code, verdict, reason, kubectl, summary, findings, ran: existsSync(started) };
  };

  test('does not execute what kubectl would refuse to', async () => {
    const { summary, findings, ...report } = await run(denyAll);
    const refused = { code: 1, verdict: 'rejected', reason: 'policy', ran: false };
    assert.deepEqual(report, { ...refused, kubectl: refusal });
    assert.match(summary, /kuberc is DenyAll\. Set it to Allowlist, and add "- command: /);
    assert.deepEqual(findings, []);
    const stopped = await run(wrong);
    const kubectl = 'error occurred while applying preferences unknown plugin policy: "denyall"';
    assert.deepEqual(
      { ...stopped, summary: '', findings: [] },
      { ...refused, kubectl, summary: '', findings: [] },
    );
    assert.match(stopped.summary, /wrong\/kuberc is wrong\. Correct it/);
  });

  test('executes what is allowed', async () => {
    const { verdict, ran } = await run(listed);
    assert.deepEqual([verdict, ran], ['accepted', true]);
    assert.equal((await run(listed, '--kubernetes-version', '1.34')).ran, true);
  });

  test('honours the policy of this machine also as a kubectl that knows of none', async () => {
    for (const kuberc of [denyAll, wrong]) {
      const { summary, ...report } = await run(kuberc, '--kubernetes-version', '1.34');
      const refused = { code: 1, verdict: 'rejected', reason: 'policy', ran: false };
      assert.deepEqual(report, { ...refused, kubectl: null, findings: [] });
      assert.match(summary, /It counts here, although kubectl 1\.34 does not know of it\.$/);
    }
    const { ran, verdict, findings } = await run(denyAll, '--kubernetes-version', '1.34', '--force');
    assert.deepEqual([ran, verdict], [true, 'accepted']);
    assert.deepEqual([findings[0]?.code, findings[0]?.severity], ['policy', 'warning']);
  });

  test('executes it all the same when it is told to, and says so first', async () => {
    for (const kuberc of [denyAll, wrong]) {
      const { ran, findings, summary } = await run(kuberc, '--force');
      assert.equal(ran, true);
      assert.equal(findings[0]?.code, 'policy');
      assert.match(summary, /if it did not refuse/);
    }
  });
});

test('an editor is told the same, but only in a trusted workspace', async (t) => {
  const client = await Client.start({
    env: env(denyAll),
    initialize: { initializationOptions: { trusted: true } },
  });
  const careful = await Client.start({ env: env(denyAll) });
  t.after(() => {
    client.kill();
    careful.kill();
  });
  const uri = fileUri(kubeconfig);
  const codes = async (each: Client) => (await each.check(uri, text)).diagnostics.map(({ code }) => code);
  assert.deepEqual(await codes(careful), []);
  assert.deepEqual(await codes(client), ['plugin-forbidden']);
  const plan = await prepare(client, { uri });
  assert.ok(plan.kind === 'refused');
  assert.deepEqual([plan.kubectl, plan.forcible], [refusal, true]);
  assert.match(plan.message, /The plugin policy in .* is DenyAll/);
});

test('a fault of the kubeconfig does not hide the policy', async (t) => {
  const initializationOptions = { trusted: true };
  const client = await Client.start({ env: env(denyAll), initialize: { initializationOptions } });
  t.after(() => client.kill());
  const uri = fileUri(path.join(home, 'faulty.kubeconfig'));
  await client.open(uri, text.replace('Never', 'Sometimes'));
  const plan = await prepare(client, { uri });
  assert.ok(plan.kind === 'refused');
  assert.match(plan.message, /Correct its errors first\. The plugin policy in .* is DenyAll/);
  assert.match(plan.kubectl ?? '', /interactiveMode/);
  const { approvalId } = await readyPlan(client, { uri, force: true });
  const { findings } = await run(client, { uri, force: true, approvalId });
  assert.deepEqual(
    findings.slice(0, 2).map(({ code }) => code),
    ['kubeconfig-refused', 'policy'],
  );
});

test('a release that a folder sets does not switch the policy off', async (t) => {
  const settings = {
    folders: [{ uri: fileUri(home), kubernetesVersion: '1.30' }],
    kubernetesVersion: '1.30',
  };
  const initializationOptions = { trusted: true, settings };
  const client = await Client.start({ env: env(denyAll), initialize: { initializationOptions } });
  t.after(() => client.kill());
  const uri = fileUri(kubeconfig);
  assert.deepEqual((await client.check(uri, text)).diagnostics, [], 'such a kubectl accepts it');
  const plan = await prepare(client, { uri });
  assert.ok(plan.kind === 'refused');
  assert.deepEqual([plan.kubectl, plan.forcible], [null, true]);
  rmSync(started, { force: true });
  for (const request of [{ uri }, { uri, force: true }])
    await assert.rejects(run(client, { ...request, approvalId: '' }), /policy|changed since/);
  assert.equal(existsSync(started), false);
  const forced = await readyPlan(client, { uri, force: true });
  assert.equal(forced.forced, true);
  assert.equal((await run(client, { uri, force: true, approvalId: forced.approvalId })).verdict, 'accepted');
  assert.equal(existsSync(started), true);
});

test('a policy that is changed counts when the window is focused', async (t) => {
  const kuberc = folder.write('changing/kuberc', header);
  const initializationOptions = { trusted: true, tellsFocus: true };
  const client = await Client.start({ env: env(kuberc), initialize: { initializationOptions } });
  t.after(() => client.kill());
  const uri = fileUri(kubeconfig);
  assert.deepEqual((await client.check(uri, text)).diagnostics, []);
  folder.write('changing/kuberc', `${header}credentialPluginPolicy: DenyAll\n`);
  client.published.splice(0);
  await client.connection.sendNotification(windowFocused);
  const { diagnostics } = await client.diagnostics(uri, 1);
  assert.deepEqual(
    diagnostics.map(({ code }) => code),
    ['plugin-forbidden'],
  );
});
