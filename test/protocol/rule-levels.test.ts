import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Diagnostic, DidChangeConfigurationNotification } from 'vscode-languageserver/node';
import { Client } from './client';
import { kubeconfigExec } from './command';
import { execKubeconfig } from './kubeconfigs';
import { temporaryFolder } from './temporary';

const folder = temporaryFolder();
const text = execKubeconfig({ command: 'bash', args: ['-c', 'cat credential.json'] });
const file = folder.write('config', text);
const silent = folder.write('silent', `# kubeconfig-exec-disable command-is-shell\n${text}`);
const refused = folder.write('refused', execKubeconfig({ command: '' }));

const shown = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.flatMap(({ code, severity }) => (code === 'command-is-shell' ? [severity] : []));

describe('a client', () => {
  const uri = 'untitled:Untitled-1';

  test('sets the level of a rule, changes its mind, and is told of nonsense in the log', async (t) => {
    const settings = { rules: { 'command-is-shell': 'error' } };
    const client = await Client.start({ initialize: { initializationOptions: { settings } } });
    t.after(() => client.kill());
    assert.deepEqual(shown((await client.check(uri, text)).diagnostics), [1]);
    const change = async (rules: unknown) => {
      client.published.splice(0);
      const params = { settings: { rules } as never };
      await client.connection.sendNotification(DidChangeConfigurationNotification.type, params);
      return shown((await client.diagnostics(uri, 1)).diagnostics);
    };
    assert.deepEqual(await change({ 'command-is-shell': 'off' }), []);
    assert.deepEqual(await change({ 'command-is-shell': 'hint', nobody: 'off' }), [4]);
    assert.deepEqual(await change('nonsense'), [3]);
    const told = client.written.toString().match(/kubeconfigExec\.rules: [^.]*/g);
    assert.deepEqual(told, ['kubeconfigExec.rules: There is no rule \\"nobody\\"']);
  });
});

describe('--rule', () => {
  const check = async (...args: string[]) => {
    const { stdout, code: exit } = await kubeconfigExec(['check', '--format', 'json', ...args]);
    const [{ diagnostics, contexts }] = JSON.parse(stdout).files;
    const severities = diagnostics.flatMap(({ code, severity }: { code: string; severity: string }) =>
      code === 'command-is-shell' || code === 'command-missing' ? [severity] : [],
    );
    return { severities, exit, accepted: contexts[0].accepted };
  };

  test('changes what is shown and the exit status', async () => {
    assert.deepEqual((await check(file)).severities, ['information']);
    assert.deepEqual(await check(file, '--rule', 'command-is-shell=error'), {
      severities: ['error'],
      exit: 1,
      accepted: true,
    });
    const off = ['--rule=command-is-shell=error', '--rule=command-is-shell=off'];
    assert.deepEqual((await check(file, ...off)).severities, []);
    assert.deepEqual((await check(silent)).severities, []);
  });

  test('never changes what kubectl accepts', async () => {
    assert.deepEqual(await check(refused, '--rule', 'command-missing=hint'), {
      severities: ['hint'],
      exit: 0,
      accepted: false,
    });
  });

  const mistakes: [string, RegExp][] = [
    ['command-is-shell', /--rule takes CODE=LEVEL, not "command-is-shell"/],
    ['command-is-shell=', /--rule takes CODE=LEVEL/],
    ['nobody=off', /--rule: There is no rule "nobody"/],
    ['command-is-shell=warn', /is none of off, error, warning, information, hint/],
  ];
  for (const [value, words] of mistakes) {
    test(`takes no "${value}"`, async () => {
      const { stderr, code: exit } = await kubeconfigExec(['check', file, '--rule', value]);
      assert.equal(exit, 2);
      assert.match(stderr, words);
    });
  }
});
