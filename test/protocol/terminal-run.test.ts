import assert from 'node:assert/strict';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { CancellationTokenSource, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { nodeEnvironment } from '../../server/environment-node';
import { planOf } from '../../server/plugin';
import { type TerminalLaunch, terminalLaunchRequest, terminalReportRequest } from '../../server/protocol';
import { halvesOf } from '../../server/terminal/secret';
import { targetWith } from '../unit/plugin/fakes';
import { Client, fileUri } from './client';
import { launched, reportOf, terminalFor } from './in-terminal';
import { type ExecOptions, execKubeconfig } from './kubeconfigs';
import { approve, readyPlan } from './running';
import { newToken } from './spill';
import { temporaryFolder } from './temporary';
import { noTerminal } from './terminal';

const folder = temporaryFolder();
const options = { skip: noTerminal, timeout: 60_000 };

/** Asks on standard error, and answers with the line that is typed. */
const asking = `#!/bin/sh
test -t 0 && test -t 2 || exit 9
test "$KUBECONFIG_EXEC_TERMINAL_SECRET" = "" || exit 7
test "$ONLY_SERVER" = here || exit 6
printf 'Password: ' >&2
read answer
echo '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{"token":"'$answer'"}}'
`;

function askingPlugin(t: TestContext): ExecOptions {
  return { command: folder.write(`${t.name}/asking`, asking, 0o755) };
}

const secretOf = ({ env }: TerminalLaunch) => env['KUBECONFIG_EXEC_TERMINAL_SECRET'] ?? '';

/** What comes back from the channel for what is sent; `undefined`: there is nobody. */
function answerTo(address: string, line: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(address, () => socket.write(line));
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('error', () => resolve(undefined));
    socket.once('close', () => resolve(answer));
  });
}

test('the plugin has the terminal, and the server gets nothing but the report', options, async (t) => {
  const token = newToken();
  const started = await launched(t, folder, { ...askingPlugin(t), env: { API_TOKEN: `secret-${token}` } });
  const { client, launch } = started;
  const terminal = terminalFor(t, launch);
  const report = reportOf(started);
  await terminal.says('Password: ');
  terminal.type(`${token}\n`);
  const { verdict, terminal: had, stderr, credential, execInfo, execInfoSources, findings } = await report;
  assert.deepEqual([verdict, had, stderr], ['accepted', true, '']);
  assert.equal(execInfo?.spec?.interactive, true);
  assert.ok(
    execInfoSources?.some(({ pointer }) => pointer === '/spec/interactive'),
    'the places are there',
  );
  assert.ok(findings.every(({ place }) => place));
  assert.equal(credential?.token?.length, token.length);
  await terminal.says('Press any key to close this terminal.');
  assert.match(terminal.output, /kubectl would accept this credential\./);
  assert.doesNotMatch(terminal.output, /ExecCredential/, 'standard output does not go there');
  assert.ok(!client.written.includes(token), 'the credential crossed the wire');
  assert.ok(!launch.args.join(' ').includes(secretOf(launch)), 'arguments can be seen by everybody');
  assert.equal(secretOf(launch).length, 64);
  // Keys that were typed before it could be read are not meant for this question.
  const keys = setInterval(() => terminal.type(' '), 50);
  t.after(() => clearInterval(keys));
  assert.equal(await terminal.code, 0);
});

test('the door is open for one, who has to know the secret', options, async (t) => {
  const started = await launched(t, folder, askingPlugin(t));
  const [, , address = ''] = started.launch.args;
  if (process.platform !== 'win32') assert.equal(statSync(path.dirname(address)).mode & 0o777, 0o700);
  const guess = (secret: string) => `${JSON.stringify({ secret })}\n`;
  const secret = secretOf(started.launch);
  const strangers = [
    guess(''),
    guess('0'.repeat(64)),
    guess(secret.slice(1)),
    'null\n',
    '{\n',
    'x'.repeat(9999),
  ];
  for (const line of strangers) assert.ok(!(await answerTo(address, line)), `${line.slice(0, 20)} is let in`);
  const terminal = terminalFor(t, started.launch);
  const report = reportOf(started);
  await terminal.says('Password: ');
  const late = guess(halvesOf(secret).terminal);
  assert.equal(await answerTo(address, late), undefined, 'a second one is let in');
  assert.ok(!existsSync(path.dirname(address)), 'the folder is gone');
  terminal.type('sesame\n');
  assert.equal((await report).verdict, 'accepted');
});

for (const interactiveMode of ['IfAvailable', 'Never']) {
  test(
    `what a run has instead reaches the terminal, under interactiveMode ${interactiveMode}, too`,
    options,
    async (t) => {
      const command = folder.write(
        `${t.name}/plugin`,
        `#!/bin/sh\ntest -t 0 && test "$LEVEL/$LANG/$PWD" = "sesame//${folder.path}" || exit 5\necho $KUBERNETES_EXEC_INFO | grep -q /v1beta1 || exit 6\necho '{"apiVersion":"client.authentication.k8s.io/v1beta1","kind":"ExecCredential","status":{"token":"x"}}'\n`,
        0o755,
      );
      const overrides = {
        interactive: true,
        apiVersion: 'client.authentication.k8s.io/v1beta1',
        env: { LEVEL: 'sesame', LANG: null },
        cwd: folder.path,
      };
      const started = await launched(t, folder, { command, interactiveMode }, { overrides });
      const report = reportOf(started);
      terminalFor(t, started.launch);
      const { verdict, terminal, process: ran } = await report;
      assert.deepEqual([verdict, terminal, ran.exitCode], ['accepted', true, 0]);
    },
  );
}

test('who has a terminal has the time to type that he is told of', options, async (t) => {
  const { client, kubeconfig } = await launched(t, folder, askingPlugin(t));
  const { timeoutSeconds } = await readyPlan(client, { uri: fileUri(kubeconfig) });
  assert.equal(timeoutSeconds, 600);
  const text = execKubeconfig({ command: './asking', interactiveMode: 'IfAvailable' });
  const uri = fileUri(folder.write(`${t.name}/other`, text));
  await client.open(uri, text);
  assert.equal((await readyPlan(client, { uri })).timeoutSeconds, 60);
  const asked = await readyPlan(client, { uri, overrides: { interactive: true } });
  assert.equal(asked.timeoutSeconds, 600);
});

test('a second terminal for the same run runs nothing', options, async (t) => {
  const started = await launched(t, folder, askingPlugin(t));
  const report = reportOf(started);
  const terminal = terminalFor(t, started.launch);
  await terminal.says('Password: ');
  const second = terminalFor(t, started.launch);
  await second.says('Nobody waits for this terminal any more, so nothing is run.');
  assert.doesNotMatch(second.output, /Password/);
  terminal.type('sesame\n');
  assert.equal((await report).verdict, 'accepted');
});

test('what has changed between the approval and the terminal is not run', options, async (t) => {
  const started = await launched(t, folder, askingPlugin(t));
  folder.write(`${t.name}/asking`, `${asking}# Something else.\n`, 0o755);
  const report = reportOf(started);
  const terminal = terminalFor(t, started.launch);
  await assert.rejects(report, /changed since it was approved/);
  await terminal.says('Press any key');
  assert.doesNotMatch(terminal.output, /Password/);
});

test('nothing is made ready without trust, or without the approval', options, async (t) => {
  const { client, kubeconfig } = await launched(t, folder, askingPlugin(t));
  const approved = await approve(client, { uri: fileUri(kubeconfig) });
  const failed = (words: RegExp) => (error: unknown) => {
    assert.ok(error instanceof ResponseError && error.code === LSPErrorCodes.RequestFailed, `${error}`);
    assert.match(error.message, words);
    return true;
  };
  const { connection } = client;
  const other = { ...approved, approvalId: '0'.repeat(64) };
  await assert.rejects(connection.sendRequest(terminalLaunchRequest, other), failed(/changed since/));
  await assert.rejects(connection.sendRequest(terminalReportRequest, { id: 'x' }), failed(/no such run/));
  const careful = await Client.start({});
  t.after(() => careful.kill());
  await careful.open(approved.uri, execKubeconfig({ command: 'x' }));
  await assert.rejects(
    careful.connection.sendRequest(terminalLaunchRequest, approved),
    failed(/not trusted/),
  );
});

test(
  'a terminal that comes late runs nothing for somebody who waits at its address instead',
  options,
  async (t) => {
    const started = await launched(t, folder, askingPlugin(t));
    const cancel = new CancellationTokenSource();
    const report = reportOf(started, cancel);
    cancel.cancel();
    await assert.rejects(report);
    const [, , address = ''] = started.launch.args;
    mkdirSync(path.dirname(address));
    const command = folder.write(`${t.name}/impostors`, '#!/bin/sh\n: > "$0.ran"\n', 0o755);
    const target = targetWith({ command, args: [], interactiveMode: 'Always' });
    const environment = { variables: {}, cwd: folder.path };
    const { plan } = await planOf(target, { ...nodeEnvironment, ...environment });
    const job = { target, forced: false, approvalId: plan.approvalId, ...environment, timeoutMs: 5000 };
    let heard = '';
    const impostor = createServer((socket) =>
      socket.once('data', (text) => {
        heard = String(text);
        const { secret: proof } = JSON.parse(heard);
        socket.write(`${JSON.stringify({ ...job, proof })}\n`);
      }),
    ).listen(address);
    t.after(() => impostor.close());
    const terminal = terminalFor(t, started.launch);
    await terminal.says('Press any key');
    assert.deepEqual(JSON.parse(heard), { secret: halvesOf(secretOf(started.launch)).terminal });
    assert.ok(!existsSync(`${command}.ran`), 'it ran what a stranger said');
    assert.match(terminal.output, /so nothing is run/);
  },
);

test('who cancels before the terminal is there has nothing run in it', options, async (t) => {
  const started = await launched(t, folder, askingPlugin(t));
  const cancel = new CancellationTokenSource();
  const report = reportOf(started, cancel);
  cancel.cancel();
  await assert.rejects(report, /Cancelled: nothing was run/);
  const terminal = terminalFor(t, started.launch);
  await terminal.says('nothing is run.');
  assert.doesNotMatch(terminal.output, /Password/);
});
