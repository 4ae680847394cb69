import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Kubeconfig } from '../../../../server/document/kubeconfig';
import { applyEdits } from '../../../../server/edits/edit';
import { commandPath } from '../../../../server/features/refactor/command-path';
import { type FakeFile, fakeEnvironment } from '../../plugin/fakes';

interface Row {
  readonly platform?: 'linux' | 'win32';
  readonly PATH: string;
  readonly files: Readonly<Record<string, FakeFile>>;
  readonly command: string;
  /** `undefined`: nothing is offered. */
  readonly result: string | undefined;
}

const rows: Readonly<Record<string, Row>> = {
  'a name becomes the first path that it leads to': {
    PATH: '/one:/two',
    files: { '/two/tool': {} },
    command: 'tool',
    result: '/two/tool',
  },
  'a relative path counts from the kubeconfig': {
    PATH: '',
    files: { '/here/bin/tool': {} },
    command: './bin/tool',
    result: '/here/bin/tool',
  },
  'a path becomes a name that leads there': {
    PATH: '/one:/two',
    files: { '/two/tool': {} },
    command: '/two/tool',
    result: 'tool',
  },
  'another program of that name comes first': {
    PATH: '/one:/two',
    files: { '/one/tool': {}, '/two/tool': {} },
    command: '/two/tool',
    result: undefined,
  },
  'it may not be executed': {
    PATH: '/one',
    files: { '/one/tool': { executable: false } },
    command: 'tool',
    result: undefined,
  },
  'on Windows with the extension that it lacks': {
    platform: 'win32',
    PATH: 'C:\\Tools',
    files: { 'C:\\Tools\\tool.exe': {} },
    command: 'tool',
    result: 'C:\\Tools\\tool.exe',
  },
  'on Windows back to the name': {
    platform: 'win32',
    PATH: 'C:\\Tools',
    files: { 'C:\\Tools\\tool.exe': {} },
    command: 'C:\\Tools\\tool.exe',
    result: 'tool.exe',
  },
};

describe('a command as a path, or as a name', () => {
  for (const [name, { platform = 'linux', PATH, files, command, result }] of Object.entries(rows)) {
    test(name, () => {
      const text = JSON.stringify({ users: [{ name: 'jane', user: { exec: { command } } }] });
      const document = new Kubeconfig(text);
      const start = text.indexOf('command');
      const environment = fakeEnvironment({ platform, variables: { PATH }, files });
      const directory = platform === 'win32' ? 'C:\\here' : '/here';
      const [found, ...more] = commandPath(document, { start, end: start }, { environment, directory });
      assert.deepEqual(more, []);
      const after = found && new Kubeconfig(applyEdits(text, found.edits)).users[0];
      assert.equal(after?.decoded.value?.user?.exec?.command, result);
    });
  }

  test('nothing without a machine to look at', () => {
    const document = new Kubeconfig('users: [{ name: jane, user: { exec: { command: tool } } }]');
    assert.deepEqual(commandPath(document, { start: 40, end: 40 }, {}), []);
  });
});
