import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Kubeconfig } from '../../../server/document/kubeconfig';
import { check } from '../../../server/rules/check';
import { type FakeWorld, fakeEnvironment } from '../plugin/fakes';

const about = /^command-(?:not-(?!expanded)|other|interpreter)/;

/** What is said of a command, and what kubectl is to say. */
function said(command: string, world: FakeWorld, exec = '', directory: string | null = '/kube') {
  const text = `current-context: dev
contexts: [{ name: dev, context: { cluster: lab, user: alice } }]
clusters: [{ name: lab, cluster: { server: "https://lab:6443" } }]
users:
- name: alice
  user:
    exec: { apiVersion: client.authentication.k8s.io/v1beta1, ${exec} command: ${JSON.stringify(command)} }
`;
  const environment = fakeEnvironment(world);
  const { diagnostics, contexts } = check(
    new Kubeconfig(text),
    { environment, directory: directory ?? undefined },
    'config',
  );
  assert.deepEqual(contexts, [{ name: 'dev', current: true, accepted: true, kubectl: null }]);
  const found = diagnostics.filter(({ code }) => about.test(code));
  assert.ok(found.length <= 1, 'one for a user');
  const [one] = found;
  return one && `${one.severity} ${one.code}: ${one.message} [${one.kubectl}]`;
}

const linux = (PATH: string, ...files: string[]): FakeWorld => ({
  variables: { PATH },
  files: Object.fromEntries(files.map((file) => [file, { content: '#!/bin/sh\n' }])),
});

describe('a name that is not on PATH', () => {
  test('tells the folders, the home folder short', () => {
    assert.equal(
      said('tool', linux('/home/jane/bin:/usr/bin:/bin')),
      'warning command-not-found: "tool" is not in any of the 3 folders of PATH (~/bin, /usr/bin, /bin). Install the plugin, or correct the name. [exec: executable tool not found]',
    );
  });
  test('of many folders the first few', () => {
    const PATH = Array.from({ length: 30 }, (_, n) => `/opt/folder-${n}/bin`).join(':');
    assert.match(
      said('tool', linux(PATH)) ?? '',
      /30 folders of PATH \(\/opt\/folder-0\/bin, .* and 26 more\)/,
    );
  });
  test('of a long folder the end', () => {
    const long = `/${'a'.repeat(200)}/bin`;
    assert.match(said('tool', linux(long)) ?? '', /the only folder of PATH \(…a{55}\/bin\)/);
  });
  test('without a PATH', () => {
    assert.match(said('tool', linux('')) ?? '', /"tool" is nowhere, as PATH is empty\. /);
  });
  test('in well-known folders', () => {
    assert.match(
      said('tool', linux('/bin', '/opt/homebrew/bin/tool', '/home/jane/go/bin/tool')) ?? '',
      /It is in \/opt\/homebrew\/bin, ~\/go\/bin: add that to PATH, or write the whole path here\./,
    );
  });
  test('only in a relative folder', () => {
    assert.match(
      said('tool', linux('bin:/bin', '/here/bin/tool')) ?? '',
      /^warning command-not-found: "tool" is on PATH only in "bin", a relative folder, /,
    );
  });
  test('in a relative folder and then in another: it depends on where kubectl is started', () => {
    assert.equal(said('tool', linux('bin:/bin', '/here/bin/tool', '/bin/tool', '/bin/sh')), undefined);
  });
  test('of a text without a file', () => {
    assert.match(said('tool', linux('/bin'), '', null) ?? '', /^warning command-not-found/);
  });
});

describe('silence', () => {
  const rows: Readonly<Record<string, string>> = {
    'of what is found': 'good',
    'of a path of which a text without a file can’t tell where it counts from': './gone',
    'of what another rule has a word for': '~/bin/gone',
    'of a command line': 'gone --flag',
    'of what is too long for a name': 'a'.repeat(300),
    'of what can’t be shown': 'gone\u0007',
  };
  for (const [title, command] of Object.entries(rows)) {
    test(title, () => {
      assert.equal(said(command, linux('/bin', '/bin/good', '/bin/sh'), '', null), undefined);
    });
  }
  test('without a machine to look at', () => {
    const text = 'users: [{ name: a, user: { exec: { command: gone } } }]\n';
    const { diagnostics } = check(new Kubeconfig(text), { environment: undefined, directory: '/' }, 'x');
    assert.deepEqual(
      diagnostics.filter(({ code }) => about.test(code)),
      [],
    );
  });
});

test('from kubectl 1.35 on a path is cleaned first', () => {
  const text = 'users: [{ name: a, user: { exec: { command: /bin/gone/../good } } }]\n';
  const world = fakeEnvironment(linux('/bin', '/bin/good', '/bin/sh'));
  // As a system does it: what a path leads through has to exist.
  const through = <R>(path: string, look: (path: string) => R) => look(path.replace('..', 'through'));
  const environment = {
    ...world,
    files: {
      read: (path: string, length?: number) => through(path, (real) => world.files.read(real, length)),
      stat: (path: string) => through(path, world.files.stat),
      list: world.files.list,
    },
  };
  const saidOf = (kubernetesVersion: string) =>
    check(new Kubeconfig(text), { environment, directory: '/', kubernetesVersion }, 'x')
      .diagnostics.map(({ code }) => code)
      .filter((code) => about.test(code));
  assert.deepEqual(saidOf('1.34'), ['command-not-found']);
  assert.deepEqual(saidOf('1.35'), []);
});

describe('on Windows', () => {
  const windows = (...files: string[]): FakeWorld => ({
    platform: 'win32',
    variables: { PATH: 'C:\\tools;C:\\more' },
    files: Object.fromEntries(files.map((file) => [file, {}])),
  });
  const on = (command: string, ...files: string[]) => said(command, windows(...files), '', 'C:\\kube');

  test('a name with and without an extension is found', () => {
    assert.equal(on('tool', 'C:\\tools\\tool.exe'), undefined);
    assert.equal(on('tool.exe', 'C:\\tools\\tool.exe'), undefined);
    assert.equal(on('.\\bin\\tool', 'C:\\kube\\bin\\tool.cmd'), undefined);
  });
  test('one that is not there', () => {
    assert.equal(
      on('tool', 'C:\\Users\\jane\\scoop\\shims\\tool.exe'),
      'warning command-not-found: "tool" is not in any of the 2 folders of PATH (C:\\tools, C:\\more). It is in ~\\scoop\\shims: add that to PATH, or write the whole path here. [exec: executable tool not found]',
    );
  });
  test('what is in the working folder, too, depends on where kubectl is started', () => {
    assert.equal(on('tool', 'C:\\work\\tool.exe', 'C:\\tools\\tool.exe'), undefined);
  });
  test('a path that does not exist; how kubectl words it is not known', () => {
    assert.equal(
      on('C:\\bin\\tool.exe', 'C:\\tools\\tool.exe'),
      'warning command-not-found: C:\\bin\\tool.exe: no such file or directory. Correct the path: here it is C:\\tools\\tool.exe. [null]',
    );
  });
  test('one without its extension', () => {
    assert.match(
      on('bin\\tool') ?? '',
      /^warning command-not-found: C:\\kube\\bin\\tool: no such file or directory\. Install the plugin, /,
    );
  });
  test('a path of another system', () => {
    assert.equal(
      on('/usr/local/bin/aws'),
      'information command-other-system: This is a path of Linux or macOS, and this machine runs Windows. Use this file there, or write the path that the program has here. [null]',
    );
  });
});
