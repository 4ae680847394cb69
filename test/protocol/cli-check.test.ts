import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { kubeconfigExec } from './command';
import { execKubeconfig } from './kubeconfigs';
import { rangeOf } from './ranges';
import { temporaryFolder } from './temporary';

const folder = temporaryFolder();
const { path: cwd } = folder;
const good = execKubeconfig({ command: './plugin' });
const bad = good.replaceAll('jane', '🦊').replace('"command":"./plugin",', '');
folder.write('plugin', '#!/bin/sh\n', 0o755);
folder.write('good', good);
folder.write('bad', bad);

const words = 'command must be specified for 🦊 to use exec authentication plugin';
const message = 'The plugin has no command. Add "command" with the name or path of the program.';

describe('text', () => {
  test('has a line per diagnostic, as compilers print them, and a summary beside it', async () => {
    const { code, stdout, stderr } = await kubeconfigExec(['check', 'bad'], { cwd });
    const { line, character } = rangeOf(bad, 'exec').start;
    assert.equal(stdout, `bad:${line + 1}:${character + 1} error command-missing ${message}\n`);
    assert.equal(stderr, '1 error, 0 warnings in 1 file.\n');
    assert.equal(code, 1);
  });

  test('is empty where nothing is wrong', async () => {
    const found = await kubeconfigExec(['check', 'good'], { cwd });
    assert.deepEqual(found, { code: 0, stdout: '', stderr: '0 errors, 0 warnings in 1 file.\n' });
  });

  test('keeps a name with line breaks and escape sequences on its line', async () => {
    folder.write('hostile', good.replace('user: jane', 'user: "\\e[2Jj\\nane\\u202E"'));
    const { stdout } = await kubeconfigExec(['check', 'hostile'], { cwd });
    assert.equal(stdout.trimEnd().split('\n').length, 1, stdout);
    assert.match(stdout, /\\u\{1b\}\[2Jj\\nane\\u\{202e\}/);
  });
});

describe('json', () => {
  test('is exactly the documented shape', async () => {
    const { code, stdout, stderr } = await kubeconfigExec(['check', 'bad', '--format', 'json'], { cwd });
    assert.deepEqual([code, stderr], [1, '']);
    const [file] = JSON.parse(stdout).files;
    const { kubectl } = file.diagnostics[0];
    assert.ok(kubectl.startsWith(words), kubectl);
    assert.deepEqual(JSON.parse(stdout), {
      files: [
        {
          path: 'bad',
          kind: 'kubeconfig',
          contexts: [{ name: 'here', current: true, accepted: false, kubectl: `error: ${kubectl}` }],
          diagnostics: [
            {
              code: 'command-missing',
              severity: 'error',
              message,
              range: rangeOf(bad, 'exec'),
              kubectl,
              fixes: [{ title: 'Remove the exec block', kind: 'choice' }],
            },
          ],
        },
      ],
    });
  });

  test('counts in UTF-16 behind characters that need two units', async () => {
    const text = `{"kind":"Config","x":"🦊🦊","current-context":"gone"}`;
    folder.write('wide.kubeconfig', text);
    const { stdout } = await kubeconfigExec(['check', '--format=json', 'wide.kubeconfig'], { cwd });
    const { diagnostics } = JSON.parse(stdout).files[0];
    const found = diagnostics.find(({ code }: { code: string }) => code === 'current-context-not-found');
    assert.deepEqual(found.range, rangeOf(text, '"gone"'));
    assert.equal(found.range.start.character, text.indexOf('"gone"'));
  });

  test('counts lines as editors do, whatever ends them', async () => {
    folder.write('crlf', bad.replaceAll('\n', '\r\n'));
    folder.write('bom', `\uFEFF${bad}`);
    folder.write('utf16', Buffer.from(`\uFEFF${bad}`, 'utf16le'));
    for (const name of ['crlf', 'bom', 'utf16']) {
      const { stdout } = await kubeconfigExec(['check', name, '--format', 'json'], { cwd });
      assert.deepEqual(JSON.parse(stdout).files[0].diagnostics[0].range, rangeOf(bad, 'exec'), name);
    }
  });
});

describe('contexts', () => {
  const contextsOf = async (text: string) => {
    folder.write('contexts.kubeconfig', text);
    const { stdout } = await kubeconfigExec(['check', 'contexts.kubeconfig', '--format', 'json'], { cwd });
    return JSON.parse(stdout).files[0].contexts;
  };

  test('of a file without any: one without a name', async () => {
    const none = { name: null, current: true, accepted: true, kubectl: null };
    assert.deepEqual(await contextsOf('apiVersion: v1\nkind: Config\n'), [none]);
    assert.deepEqual(await contextsOf(''), [none]);
  });

  test('of a file without a current one: also one without a name', async () => {
    const [here, none] = await contextsOf(good.replace('current-context: here\n', ''));
    assert.deepEqual(here, { name: 'here', current: false, accepted: true, kubectl: null });
    assert.deepEqual([none.name, none.current, none.accepted], [null, true, true]);
  });

  test('of a file whose current one does not exist: refused, in words', async () => {
    const [here, none] = await contextsOf(good.replace('current-context: here', 'current-context: gone'));
    assert.equal(here.accepted, true);
    assert.deepEqual([none.name, none.current, none.accepted], [null, true, false]);
    assert.match(none.kubectl, /context was not found for specified context: gone/);
  });

  test('a fault counts only for the contexts that use it', async () => {
    const two = good
      .replace('contexts:', 'contexts:\n  - { name: other, context: { cluster: sample, user: joe } }')
      .replace('users:', 'users:\n  - { name: joe, user: { exec: {} } }');
    const [other, here] = await contextsOf(two);
    assert.deepEqual([other.name, other.current, other.accepted], ['other', false, false]);
    assert.deepEqual([here.name, here.current, here.accepted], ['here', true, true]);
  });
});
