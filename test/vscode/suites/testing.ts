import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { codeOf, diagnosticsNow, openSample, sampleUri } from './editor';
import { answerMessages } from './messages';
import { executions } from './probe';
import type { SeenRun, SeenTests, TestEvent } from './spies';
import { eventually } from './waiting';

const file = 'tested.kubeconfig';
const exec = (mode: string, interactiveMode = 'Never') =>
  `{ apiVersion: client.authentication.k8s.io/v1, command: ./bin/sample-plugin, args: [${mode}], interactiveMode: ${interactiveMode} }`;
/** A user for each way that a test can end, and one with two contexts. */
const text = `apiVersion: v1
kind: Config
current-context: good
clusters: [{ name: c, cluster: { server: "https://cluster.example.com" } }]
contexts:
- { name: good, context: { cluster: c, user: good } }
- { name: good-too, context: { cluster: c, user: good } }
- { name: bad, context: { cluster: c, user: bad } }
- { name: refused, context: { cluster: c, user: refused } }
users:
- name: good
  user:
    exec: ${exec('jwt, tested')}
- name: bad
  user:
    exec: ${exec('failing, tested')}
- name: refused
  user:
    exec: ${exec('jwt, tested', 'Sometimes')}
`;
const labels = ['as bad to bad', 'as good to good', 'as good to good-too', 'as refused to refused'];
const lineOf = (words: string) => text.slice(0, text.indexOf(words)).split('\n').length - 1;
const execLines = [lineOf('failing'), lineOf('jwt'), lineOf('jwt'), lineOf('Sometimes')];

/** The Testing view, by VS Code's own commands. */
export function testingTests(seen: SeenTests): void {
  describe('testing', () => {
    let document: vscode.TextDocument;

    before(async () => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      writeFileSync(sampleUri(file).fsPath, text);
      document = await openSample(file);
    });
    after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

    it('has a test for every user in every context, at the exec block', async () => {
      const tests = await eventually('the tests', () => {
        const found = testsIn(seen, file);
        return found.length === 4 && found;
      });
      assert.equal(tests[0]?.parent?.description, 'kubectl could log in');
      assert.deepEqual(
        tests.map(({ label }) => label),
        labels,
      );
      assert.deepEqual(
        tests.map(({ range }) => range?.start.line),
        execLines,
      );
    });

    it('runs all in the file, asks before each plugin, and tells the failures at the line', async () => {
      const messages = answerMessages('first');
      const run = await runBy(seen, 'testing.runCurrentFile').finally(() => messages.restore());
      assert.deepEqual(ends(run), ['failed', 'passed', 'passed', 'failed']);
      assert.equal(messages.shown.filter(({ modal }) => modal).length, 2, 'a question for each plugin');
      const [bad, good, , refused] = final(run);
      assert.match(
        bad?.message ?? '',
        /^kubectl would reject it: the plugin exited with status 3\.\nkubectl: /,
      );
      assert.deepEqual([bad?.line, refused?.line], [execLines[0], execLines[3]]);
      assert.match(
        refused?.message ?? '',
        /^kubectl refuses this context .*\nkubectl: .*invalid interactiveMode/,
      );
      assert.ok(good?.durationMs && good.durationMs > 0);
      assert.match(run.output, /\r\n/);
      assert.match(run.output, /session of .* has expired/);
      assert.doesNotMatch(run.output, /bWFkZSB1cCBmb3Ig/, 'the signature is in the output');
      const found = await eventually('the diagnostic of the last run', () =>
        diagnosticsNow(document).find((each) => codeOf(each) === 'last-run-rejected'),
      );
      assert.equal(found.range.start.line, execLines[0]);
    });

    it('shows what was run by a command as the result of the same test', async () => {
      const messages = answerMessages('first');
      const shownFor = async (user: string, context: string) => {
        const before = seen.runs.length;
        const selection = { uri: document.uri.toString(), user, context };
        await vscode.commands.executeCommand('kubeconfigExec.run', selection);
        const { events, output } = await nextRun(seen, before);
        assert.ok(output.length > 0 && (events[0]?.durationMs ?? 0) > 0);
        return events.map(({ test, state, line }) => [test, state, line]);
      };
      try {
        assert.deepEqual(await shownFor('bad', 'bad'), [['as bad to bad', 'failed', execLines[0]]]);
        assert.deepEqual(await shownFor('good', 'good-too'), [['as good to good-too', 'passed', undefined]]);
      } finally {
        messages.restore();
      }
    });

    it('runs what was approved on a save, and asks nobody', async () => {
      const stop = new vscode.CancellationTokenSource();
      const [profile] = seen.profiles;
      assert.ok(profile?.supportsContinuousRun && profile.isDefault);
      const before = seen.runs.length;
      await profile.runHandler(new vscode.TestRunRequest(undefined, undefined, profile, true), stop.token);
      assert.equal(seen.runs.length, before, 'nothing runs before a save');
      const messages = answerMessages('first');
      try {
        await insert(document, '# One more line.\n');
        await document.save();
        assert.deepEqual(ends(await nextRun(seen, before)), ['failed', 'passed', 'passed', 'failed']);
        await replace(document, 'failing, tested', 'failing, tested, again');
        await document.save();
        const run = await nextRun(seen, before + 1);
        assert.deepEqual(ends(run), ['skipped', 'passed', 'passed', 'failed']);
        assert.match(run.output, /The plugin is not approved/);
        assert.equal(testsIn(seen, file)[0]?.range?.start.line, (execLines[0] ?? 0) + 1);
        stop.cancel();
        await insert(document, '# Another.\n');
        await document.save();
      } finally {
        messages.restore();
        stop.dispose();
      }
      assert.deepEqual(messages.shown, []);
      assert.equal(seen.runs.length, before + 2, 'it has ended');
    });

    it('skips what the user does not allow', async () => {
      const before = executions();
      const messages = answerMessages('escape');
      const run = await runBy(seen, 'testing.runCurrentFile').finally(() => messages.restore());
      assert.deepEqual(ends(run), ['skipped', 'passed', 'passed', 'failed']);
      assert.equal(messages.shown.filter(({ modal }) => modal).length, 1);
      assert.ok(!executions().slice(before.length).includes('failing'));
    });

    it('ends what hangs when the run is cancelled', async () => {
      await replace(document, 'failing, tested, again', 'hanging, tested');
      await document.save();
      const messages = answerMessages('first');
      const before = seen.runs.length;
      const started = executions().length;
      const done = vscode.commands.executeCommand('testing.runCurrentFile');
      try {
        await eventually(
          'the plugin',
          () => executions().slice(started).includes('hanging') && sleepers() > 0,
        );
        await vscode.commands.executeCommand('testing.cancelRun');
        const run = await nextRun(seen, before);
        assert.equal(ends(run)[0], 'skipped');
        await eventually('the end of the plugin', () => sleepers() === 0);
        await done;
      } finally {
        messages.restore();
      }
    });

    it('has one test for users of the same name, and forgets those that are gone', async () => {
      const users = document.getText().slice(document.getText().indexOf('users:'));
      const twice = `{ name: good, user: { exec: ${exec('jwt')} } }`;
      await replace(document, users, `users: [${twice}, ${twice}]\n`);
      await eventually('the tests', () => testsIn(seen, file).length === 2);
      await replace(document, document.getText().slice(document.getText().indexOf('users:')), 'users: []\n');
      await eventually('no tests', () => testsIn(seen, file).length === 0);
      await document.save();
    });
  });
}

/** Tests are shown, and none can be run. */
export function testingWithoutTrust(seen: SeenTests): void {
  it('shows the plugins as tests that nobody can run, and says why', async () => {
    await openSample('good.kubeconfig');
    const tests = await eventually('the tests', () => {
      const found = testsIn(seen, 'good.kubeconfig');
      return found.length > 0 && found;
    });
    assert.match(`${tests[0]?.parent?.error}`, /^This folder is in Restricted Mode, so no plugin is run\./);
    // VS Code itself asks for trust before it runs any; without a profile there is nothing to run then, either.
    assert.deepEqual([seen.profiles, seen.runs, executions()], [[], [], []]);
  });
}

/** The tests of a file, by their label. */
export function testsIn({ controller }: SeenTests, name: string): vscode.TestItem[] {
  const item = controller?.items.get(sampleUri(name).toString());
  return [...(item?.children ?? [])].map(([, test]) => test).sort((a, b) => (a.label < b.label ? -1 : 1));
}

/** The run that a command makes, when it is over. */
async function runBy(seen: SeenTests, command: string): Promise<SeenRun> {
  const before = seen.runs.length;
  // The window hears of tests a little later than the extension has them.
  await eventually('a run', async () => {
    await vscode.commands.executeCommand(command);
    return seen.runs.length > before;
  });
  return nextRun(seen, before);
}

function nextRun(seen: SeenTests, index: number): Promise<SeenRun> {
  return eventually(`run ${index}`, () => {
    const run = seen.runs[index];
    return run?.ended && run;
  });
}

/** The last of each test, in the order of their labels. */
function final({ events }: SeenRun): TestEvent[] {
  return [...new Map(events.map((event) => [event.test, event])).values()].sort((a, b) =>
    a.test < b.test ? -1 : 1,
  );
}

function ends(run: SeenRun): string[] {
  return final(run).map(({ state }) => state);
}

async function insert(document: vscode.TextDocument, line: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(0, 0), line);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

async function replace(document: vscode.TextDocument, old: string, words: string): Promise<void> {
  const at = document.getText().indexOf(old);
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(at), document.positionAt(at + old.length));
  edit.replace(document.uri, range, words);
  assert.ok(at >= 0 && (await vscode.workspace.applyEdit(edit)));
}

/** What the sample plugin has spawned in its mode "hanging". */
function sleepers(): number {
  const commands = execFileSync('ps', ['-eo', 'args='], { encoding: 'utf8' }).split('\n');
  return commands.filter((command) => command.trim() === 'sleep 3599').length;
}
