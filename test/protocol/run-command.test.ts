import assert from 'node:assert/strict';
import { chmodSync, cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import {
  type CancellationToken,
  CancellationTokenSource,
  CodeActionRequest,
  CodeLensRequest,
  ExecuteCommandRequest,
  LSPErrorCodes,
  type MessageActionItem,
  MessageType,
  type ProgressToken,
  ResponseError,
  ShowMessageNotification,
  type ShowMessageParams,
  ShowMessageRequest,
  type ShowMessageRequestParams,
  ShutdownRequest,
  WorkDoneProgress,
  WorkDoneProgressCancelNotification,
  WorkDoneProgressCreateRequest,
} from 'vscode-languageserver/node';
import { type RunReport, runCommand, trustGranted } from '../../server/protocol';
import { Client, fileUri } from './client';
import { execKubeconfig } from './kubeconfigs';
import { root } from './paths';
import { assertNoTrace, leaks, leakyKubeconfig, newToken } from './spill';
import { temporaryFolder } from './temporary';
import { ProcessTree } from './tree';

const folder = temporaryFolder();
const sample = path.join(folder.path, 'sample');
cpSync(path.join(root, 'test/sample'), sample, { recursive: true });
const plugin = path.join(sample, 'bin/sample-plugin');
chmodSync(plugin, 0o755);
const uri = fileUri(path.join(sample, 'good.kubeconfig'));
const text = readFileSync(path.join(sample, 'good.kubeconfig'), 'utf8');
const options = {
  skip: process.platform === 'win32' && 'the sample plugin is a shell script',
  timeout: 60_000,
};
const session = { ...options, skip: process.platform === 'win32' && 'sessions are POSIX' };

type Answer = (token: CancellationToken) => MessageActionItem | null | Promise<MessageActionItem | null>;

/** An editor that has no part of ours: it can ask its user, who answers as he is told to. */
class Editor {
  readonly asked: ShowMessageRequestParams[] = [];
  readonly told: ShowMessageParams[] = [];
  #heard: () => void = () => {};
  answer: Answer = () => ({ title: 'Run' });

  private constructor(
    readonly client: Client,
    readonly marker: string,
  ) {
    client.connection.onNotification(ShowMessageNotification.type, (params) => void this.told.push(params));
  }

  static async start(t: TestContext, trusted = true, asks = true, commands: string[] = []): Promise<Editor> {
    const marker = path.join(folder.path, `${t.name}.executed`);
    const client = await Client.start({
      initialize: {
        capabilities: { textDocument: { codeLens: {} } },
        initializationOptions: { trusted, commands },
      },
      env: { ...process.env, SAMPLE_PLUGIN_MARKER: marker },
    });
    t.after(() => client.kill());
    const editor = new Editor(client, marker);
    if (asks) {
      client.connection.onRequest(ShowMessageRequest.type, (params, token) => {
        editor.asked.push(params);
        editor.#heard();
        return editor.answer(token);
      });
    }
    await client.open(uri, text);
    return editor;
  }

  /** Resolves when the user is asked. */
  question(): Promise<void> {
    return new Promise((resolve) => {
      this.#heard = resolve;
    });
  }

  run(argument: object, token?: CancellationToken): Promise<RunReport | null> {
    const params = { command: runCommand, arguments: [argument] };
    return this.client.connection.sendRequest(ExecuteCommandRequest.type, params, token);
  }

  /** The modes of the sample plugin that was executed. */
  get executed(): string[] {
    try {
      return readFileSync(this.marker, 'utf8').trim().split('\n');
    } catch {
      return [];
    }
  }
}

const refused =
  (words: RegExp, code: number = LSPErrorCodes.RequestFailed) =>
  (error: unknown) => {
    assert.ok(error instanceof ResponseError && error.code === code, `${error}`);
    assert.match(error.message, words);
    return true;
  };

describe('the command is offered', () => {
  const commandsOf = ({ client }: Editor) =>
    client.initialized?.capabilities.executeCommandProvider?.commands ?? [];
  const lensesIn = async ({ client }: Editor) =>
    (await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } })) ?? [];

  test('to a client that does not have it, with lenses if it shows them', async (t) => {
    const editor = await Editor.start(t);
    assert.deepEqual(commandsOf(editor), [runCommand]);
    const [first] = await lensesIn(editor);
    assert.deepEqual(first?.command, {
      title: 'Run exec plugin',
      command: runCommand,
      arguments: [{ uri, user: 'with-token' }],
    });
  });

  test('as a code action in the exec block, to a client that shows no lenses', async (t) => {
    const actionsFor = async (textDocument: object, only?: string[], commands: string[] = []) => {
      const client = await Client.start({
        initialize: { capabilities: { textDocument }, initializationOptions: { commands } },
      });
      t.after(() => client.kill());
      await client.open(uri, text);
      const found = (at: string) => {
        const [before = ''] = text.split(at);
        const position = { line: before.split('\n').length - 1, character: 6 };
        return client.connection.sendRequest(CodeActionRequest.type, {
          textDocument: { uri },
          range: { start: position, end: position },
          context: { diagnostics: [], ...(only && { only }) },
        });
      };
      return [...((await found('args: [failing]')) ?? []), ...((await found('contexts:')) ?? [])]
        .map(({ command }) => command)
        .filter((command) => typeof command === 'object' && command.command === runCommand);
    };
    const codeAction = { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } };
    assert.deepEqual(await actionsFor({ codeAction }), [
      { title: 'Run exec plugin of "expired"', command: runCommand, arguments: [{ uri, user: 'expired' }] },
    ]);
    assert.deepEqual(await actionsFor({ codeAction }, ['quickfix']), []);
    assert.deepEqual(await actionsFor({ codeAction, codeLens: {} }), []);
    assert.deepEqual(await actionsFor({}), []);
    assert.deepEqual(await actionsFor({ codeAction }, undefined, [runCommand]), []);
  });

  test('not to a client that has it: it would be there twice, and would not be asked about', async (t) => {
    const editor = await Editor.start(t, true, true, [runCommand]);
    assert.deepEqual(commandsOf(editor), []);
    assert.ok((await lensesIn(editor)).length > 0);
    await assert.rejects(editor.run({ uri }));
    assert.deepEqual([editor.asked, editor.executed], [[], []]);
  });
});

describe('a run', options, () => {
  test('is asked about once, shows what it would run, and answers with the report', async (t) => {
    const editor = await Editor.start(t);
    const report = await editor.run({ uri, user: 'expired' });
    assert.deepEqual([report?.verdict, report?.reason, report?.user], ['rejected', 'exit-status', 'expired']);
    assert.match(report?.stderr ?? '', /the session of jane has expired/);
    assert.deepEqual(editor.asked, [
      {
        type: MessageType.Warning,
        message: `Run this program to log in as expired (context failing)?\n${plugin} failing\nwith SAMPLE_PROFILE set`,
        actions: [{ title: 'Run' }, { title: 'Cancel' }],
      },
    ]);
    await editor.run({ uri, user: 'expired' });
    assert.deepEqual([editor.asked.length, editor.executed], [1, ['failing', 'failing']]);
    assert.equal(await editor.client.stop(), 0);
  });

  test('tells its outcome, as not every client shows the result of a command', async (t) => {
    const editor = await Editor.start(t);
    await editor.run({ uri });
    await editor.run({ uri, user: 'expired' });
    const [good, bad] = editor.told;
    assert.deepEqual(good, { type: MessageType.Info, message: 'kubectl would accept this credential.' });
    assert.equal(bad?.type, MessageType.Warning);
    assert.match(bad?.message ?? '', /^kubectl would reject it: .*\nUnable to connect to the server: /);
  });

  test('takes what the plugin is to be told instead, without another question', async (t) => {
    const editor = await Editor.start(t);
    await editor.run({ uri });
    const overrides = {
      apiVersion: 'client.authentication.k8s.io/v1beta1',
      interactive: true,
      provideClusterInfo: false,
    };
    const report = await editor.run({ uri, overrides });
    assert.deepEqual([report?.verdict, report?.overrides, editor.asked.length], ['accepted', overrides, 1]);
    assert.deepEqual(report?.execInfo, {
      kind: 'ExecCredential',
      apiVersion: overrides.apiVersion,
      spec: { interactive: true },
    });
  });

  test('is asked about again when another command is to be run, and in another session', async (t) => {
    const editor = await Editor.start(t);
    await editor.run({ uri });
    await editor.client.change(uri, 2, { text: text.replace('args: [jwt]', 'args: [jwt, more]') });
    await editor.run({ uri });
    await editor.run({ uri, user: 'with-certificate' });
    assert.equal(editor.asked.length, 3);
    const another = await Editor.start(t);
    await another.run({ uri });
    assert.equal(another.asked.length, 1);
  });

  test('spills no secret', async (t) => {
    const editor = await Editor.start(t);
    for (const mode of leaks) {
      const token = newToken();
      const leaky = fileUri(folder.write(`leaky-${mode}`, leakyKubeconfig(mode, token)));
      await editor.client.open(leaky, leakyKubeconfig(mode, token));
      assert.ok(await editor.run({ uri: leaky }));
      assertNoTrace(editor.client.written, token, mode);
    }
  });
});

describe('nothing is run', options, () => {
  const declines: [string, Answer][] = [
    ['no', () => ({ title: 'Cancel' })],
    ['nothing', () => null],
    ['something else', () => ({ title: 'run' })],
  ];
  for (const [title, answer] of declines) {
    test(`when the user says ${title}, who is asked again the next time`, async (t) => {
      const editor = await Editor.start(t);
      editor.answer = answer;
      assert.equal(await editor.run({ uri }), null);
      assert.equal(await editor.run({ uri }), null);
      assert.deepEqual([editor.asked.length, editor.executed, editor.told], [2, [], []]);
    });
  }

  test('without trust, and nobody is asked', async (t) => {
    const editor = await Editor.start(t, false);
    await assert.rejects(editor.run({ uri }), refused(/^This session is not trusted, so nothing is run\./));
    assert.deepEqual([editor.asked, editor.executed], [[], []]);
    await editor.client.connection.sendNotification(trustGranted);
    assert.equal((await editor.run({ uri }))?.verdict, 'accepted');
  });

  test('in an editor that cannot ask, or fails to', async (t) => {
    const mute = await Editor.start(t, true, false);
    await assert.rejects(mute.run({ uri }), refused(/^This editor cannot ask/));
    const broken = await Editor.start(t);
    broken.answer = () => Promise.reject(new Error('no window'));
    await assert.rejects(broken.run({ uri }), refused(/was not answered, so nothing was run/));
    assert.deepEqual([mute.executed, broken.executed], [[], []]);
  });

  test('for a user, a context or a document that does not exist, or a request that makes no sense', async (t) => {
    const editor = await Editor.start(t);
    await assert.rejects(editor.run({ uri, user: 'nope' }), refused(/no user "nope"\. Known: "with-token"/));
    await assert.rejects(editor.run({ uri, context: 'nope' }), refused(/no context "nope"/));
    await assert.rejects(editor.run({ uri: 'file:///nowhere' }), refused(/not an open kubeconfig/));
    const wrong: object[] = [
      {},
      { uri, user: 5 },
      { uri, overrides: 'v1' },
      { uri, overrides: ['v1'] },
      { uri, overrides: { interactive: 'yes' } },
      { uri, overrides: { apiVersion: 1 } },
      { uri, overrides: { version: 'v1' } },
    ];
    for (const argument of wrong)
      await assert.rejects(editor.run(argument), refused(/must be|names no|knows/, -32602));
    const overrides = { apiVersion: 'client.authentication.k8s.io/v2' };
    await assert.rejects(editor.run({ uri, overrides }), refused(/does not know the API version "\S+\/v2"/));
    assert.deepEqual([editor.asked, editor.executed], [[], []]);
  });

  test('where kubectl refuses the context, unless it is forced', async (t) => {
    const editor = await Editor.start(t);
    const broken = text.replace(/interactiveMode: \w+/, 'interactiveMode: Sometimes');
    await editor.client.change(uri, 2, { text: broken });
    const words = /^kubectl refuses this context .* kubectl says: .*invalid interactiveMode/;
    await assert.rejects(editor.run({ uri }), refused(words));
    assert.deepEqual([editor.asked, editor.executed], [[], []]);
    const report = await editor.run({ uri, force: true });
    assert.equal(report?.findings[0]?.code, 'kubeconfig-refused');
    assert.equal(editor.asked.length, 1);
    assert.match(editor.asked[0]?.message ?? '', /\nkubectl itself would refuse to run it\.$/);
    // To have said yes to it as it was refused is no yes to what kubectl would run, and the other way round.
    await editor.client.change(uri, 3, { text });
    await editor.run({ uri, force: true });
    assert.equal(editor.asked.length, 2);
    assert.doesNotMatch(editor.asked[1]?.message ?? '', /would refuse/);
  });

  test('when the command changes while the user is asked', async (t) => {
    const editor = await Editor.start(t);
    editor.answer = async () => {
      await editor.client.change(uri, 2, { text: text.replace('args: [jwt]', 'args: [banner]') });
      return { title: 'Run' };
    };
    await assert.rejects(editor.run({ uri }), refused(/changed since it was approved/));
    assert.deepEqual(editor.executed, []);
  });

  test('when it is cancelled while the user is asked, whatever is answered then', async (t) => {
    const editor = await Editor.start(t);
    let late: (answer: MessageActionItem) => void = () => {};
    editor.answer = () =>
      new Promise((resolve) => {
        late = resolve;
      });
    const cancel = new CancellationTokenSource();
    const [asked, result] = [editor.question(), editor.run({ uri }, cancel.token)];
    const outcome = assert.rejects(result, refused(/nothing was run/, LSPErrorCodes.RequestCancelled));
    await asked;
    cancel.cancel();
    await outcome;
    late({ title: 'Run' });
    assert.equal(await editor.client.stop(), 0);
    assert.deepEqual(editor.executed, []);
  });

  test('the question shows no control character of a stranger', async (t) => {
    const editor = await Editor.start(t);
    editor.answer = () => null;
    const hostile = execKubeconfig({ command: './rm', args: ['-rf', '\u001b[2K\u202e\nharmless'] });
    const strange = fileUri(folder.write('hostile', hostile));
    await editor.client.open(strange, hostile);
    await editor.run({ uri: strange });
    const [{ message } = assert.fail()] = editor.asked;
    assert.ok(message.endsWith('rm -rf \\u{1b}[2K\\u{202e}\\nharmless'), message);
  });
});

for (const way of ['cancel', 'shutdown'] as const) {
  test(`${way} ends the whole tree of a run`, session, async (t) => {
    const editor = await Editor.start(t);
    const tree = new ProcessTree();
    t.after(() => tree.close());
    const kubeconfig = execKubeconfig(await tree.listen());
    const hanging = fileUri(folder.write(`tree-${way}`, kubeconfig));
    await editor.client.open(hanging, kubeconfig);
    const cancel = new CancellationTokenSource();
    const report = editor.run({ uri: hanging }, cancel.token);
    await tree.running;
    if (way === 'cancel') cancel.cancel();
    else await editor.client.connection.sendRequest(ShutdownRequest.type);
    assert.equal((await report)?.reason, 'cancelled');
    assert.deepEqual([await tree.left(), editor.told], [[], []]);
  });
}

test('where progress is shown, the user can cancel there', session, async (t) => {
  const client = await Client.start({
    initialize: {
      capabilities: { window: { workDoneProgress: true } },
      initializationOptions: { trusted: true },
    },
  });
  t.after(() => client.kill());
  const { connection } = client;
  const tree = new ProcessTree();
  t.after(() => tree.close());
  const kubeconfig = execKubeconfig(await tree.listen());
  const hanging = fileUri(folder.write('tree-progress', kubeconfig));
  await client.open(hanging, kubeconfig);
  connection.onRequest(ShowMessageRequest.type, () => ({ title: 'Run' }));
  const begun = new Promise<ProgressToken>((resolve) => {
    connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
      connection.onProgress(WorkDoneProgress.type, token, ({ kind, ...rest }) => {
        if (kind !== 'begin') return ended();
        const title = 'Running the exec plugin of "jane" for context "here"';
        assert.deepEqual(rest, { title, cancellable: true });
        resolve(token);
      });
    });
  });
  let ended: () => void = () => {};
  const end = new Promise<void>((resolve) => {
    ended = resolve;
  });
  const report = connection.sendRequest(ExecuteCommandRequest.type, {
    command: runCommand,
    arguments: [{ uri: hanging }],
  });
  const [token] = await Promise.all([begun, tree.running]);
  await connection.sendNotification(WorkDoneProgressCancelNotification.type, { token });
  assert.equal((await report).reason, 'cancelled');
  await end;
  assert.deepEqual(await tree.left(), []);
});
