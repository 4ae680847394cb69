import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Kubeconfig } from '../../../server/document/kubeconfig';
import type { Environment } from '../../../server/environment';
import { check } from '../../../server/rules/check';
import { type FakeFile, fakeEnvironment } from '../plugin/fakes';

const header = 'apiVersion: kubectl.config.k8s.io/v1beta1\nkind: Preference\n';
const denyAll = `${header}credentialPluginPolicy: DenyAll\n`;
const listing = (...items: string[]) =>
  `${header}credentialPluginPolicy: Allowlist\ncredentialPluginAllowlist:\n${items.map((item) => `- command: ${item}\n`).join('')}`;
const executable = { content: '#!/bin/sh\n' };
const programs: Record<string, FakeFile> = {
  '/lab/bin/plug': executable,
  '/lab/bin/link': executable,
  '/lab/conf/plug': executable,
  '/lab/conf/noexec': { ...executable, executable: false },
  '/lab/conf/folder': { kind: 'directory' },
  '/here/relative/here': executable,
};

interface Lab {
  readonly kuberc?: string;
  readonly variables?: Environment['variables'];
  readonly files?: Record<string, FakeFile>;
  readonly user?: string;
  readonly server?: string;
  readonly kubernetesVersion?: string;
}

const v1 = 'apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never';

function lab(command: string, { kuberc, variables, files, user = '', server, kubernetesVersion }: Lab) {
  const own = kuberc === undefined ? {} : { '/home/jane/.kube/kuberc': { content: kuberc } };
  const environment = fakeEnvironment({
    variables: { PATH: '/lab/bin:relative:/usr/bin', ...variables },
    files: { ...programs, ...own, ...files },
  });
  const document = new Kubeconfig(`current-context: c
clusters: [{ name: c, cluster: { server: "${server ?? 'https://127.0.0.1:9'}" } }]
contexts: [{ name: c, context: { cluster: c, user: u } }]
users: [{ name: u, user: { ${user} exec: { command: ${JSON.stringify(command)}, ${v1} } } }]
`);
  return check(document, { environment, directory: '/lab/conf', kubernetesVersion }, 'config');
}

const prefix = 'Unable to connect to the server: getting credentials: ';
const refusal = (command: string, options: Lab) => lab(command, options).contexts[0]?.kubectl ?? null;
const notAllowed = (command: string) => `${prefix}plugin "${command}" not allowed: policy set to "DenyAll"`;
const notListed = (path: string) =>
  `${prefix}plugin path "${path}" is not permitted by the credential plugin allowlist`;
const unresolved = (path: string, why: string) =>
  `${prefix}plugin path "${path}" cannot be resolved for credential plugin allowlist check: exec: "${path}": ${why}`;

describe('kubectl 1.36 was seen to say', () => {
  const table: [command: string, ofDenyAll: string, ofAnotherList: string][] = [
    ['plug', notAllowed('plug'), notListed('/lab/bin/plug')],
    ['./plug', notAllowed('/lab/conf/plug'), notListed('/lab/conf/plug')],
    ['/lab/conf/plug', notAllowed('/lab/conf/plug'), notListed('/lab/conf/plug')],
    ['/lab/x/../conf/plug', notAllowed('/lab/conf/plug'), notListed('/lab/conf/plug')],
    ['../bin/plug', notAllowed('/lab/bin/plug'), notListed('/lab/bin/plug')],
    [
      './missing',
      notAllowed('/lab/conf/missing'),
      unresolved('/lab/conf/missing', 'stat /lab/conf/missing: no such file or directory'),
    ],
    ['nowhere', notAllowed('nowhere'), unresolved('nowhere', 'executable file not found in $PATH')],
    ['./noexec', notAllowed('/lab/conf/noexec'), unresolved('/lab/conf/noexec', 'permission denied')],
    ['./folder', notAllowed('/lab/conf/folder'), unresolved('/lab/conf/folder', 'is a directory')],
    [
      'here',
      notAllowed('here'),
      `${prefix}plugin path "relative/here" cannot be resolved for credential plugin allowlist check: exec: "here": cannot run executable found relative to current directory`,
    ],
  ];
  for (const [command, ofDenyAll, ofAnotherList] of table) {
    test(command, () => {
      assert.equal(refusal(command, { kuberc: denyAll }), ofDenyAll);
      assert.equal(refusal(command, { kuberc: listing('other', '/usr/bin/other') }), ofAnotherList);
    });
  }
});

describe('an item of the list allows', () => {
  const table: [command: string, item: string, allowed: boolean][] = [
    ['plug', 'plug', true],
    ['plug', '/lab/bin/plug', true],
    ['plug', 'PLUG', false],
    ['plug', '/bin/plug', false],
    ['plug', 'bin/plug', false],
    ['./plug', 'plug', false],
    ['./plug', '/lab/conf/plug', true],
    ['../bin/plug', 'plug', true],
    ['../bin/plug', '/lab/bin/plug', true],
    ['link', 'link', true],
    ['link', 'plug', false],
    ['nowhere', 'nowhere', true],
    ['plug', '" "', false],
  ];
  for (const [command, item, allowed] of table) {
    test(`${command}: ${item}`, () => {
      assert.equal(refusal(command, { kuberc: listing('other', item) }) === null, allowed);
    });
  }
});

describe('the preferences', () => {
  const file = { '/here/mine/kuberc': { content: denyAll } };
  const refused = notAllowed('plug');
  const table: [what: string, options: Lab, expected: string | null][] = [
    ['are not there', {}, null],
    ['say nothing', { kuberc: header }, null],
    ['are empty', { kuberc: '\n' }, null],
    ['allow all', { kuberc: `${header}credentialPluginPolicy: AllowAll\n` }, null],
    ['count since 1.35', { kuberc: denyAll, kubernetesVersion: '1.35' }, refused],
    ['do not before', { kuberc: denyAll, kubernetesVersion: '1.34' }, null],
    ['are where KUBERC says', { files: file, variables: { KUBERC: '/here/mine/kuberc' } }, refused],
    ['from the working folder on', { files: file, variables: { KUBERC: 'mine/kuberc' } }, refused],
    [
      'are elsewhere than at home then',
      { kuberc: denyAll, files: { '/x': { content: header } }, variables: { KUBERC: '/x' } },
      null,
    ],
    ['are turned off', { kuberc: denyAll, variables: { KUBERC: 'off' } }, null],
    ['are turned off as a feature', { kuberc: denyAll, variables: { KUBECTL_KUBERC: 'FALSE' } }, null],
    [
      'are not turned off by nothing',
      { kuberc: denyAll, variables: { KUBERC: '', KUBECTL_KUBERC: '0' } },
      refused,
    ],
    ['of v1alpha1 have no say', { kuberc: denyAll.replace('v1beta1', 'v1alpha1') }, null],
    [
      'may be JSON',
      {
        kuberc:
          '{"kind":"Preference","apiVersion":"kubectl.config.k8s.io/v1beta1","credentialPluginPolicy":"DenyAll"}',
      },
      refused,
    ],
    ['may be a later document', { kuberc: `kind: x\n---\n${denyAll}` }, refused],
  ];
  for (const [what, options, expected] of table) {
    test(what, () => assert.equal(refusal('plug', options), expected));
  }

  test('in 1.35 name a plugin with "name"', () => {
    const kuberc = listing('plug').replace('command', 'name');
    for (const kubernetesVersion of ['1.35', '1.36'])
      assert.equal(refusal('plug', { kuberc, kubernetesVersion }), null);
  });
});

describe('where kubectl does not come to run the plugin, it says nothing', () => {
  const kuberc = denyAll;
  test('beside another credential', () => assert.equal(refusal('plug', { kuberc, user: 'token: a,' }), null));
  test('for http', () => assert.equal(refusal('plug', { kuberc, server: 'http://127.0.0.1:9' }), null));
  test('for a user name in the address', () => {
    assert.equal(refusal('plug', { kuberc, server: 'https://u:p@127.0.0.1:9' }), null);
  });
  test('before other faults', () => {
    assert.match(
      refusal('plug', { kuberc, user: 'as-groups: [a],' }) ?? '',
      /^error: requesting uid, groups/,
    );
  });
});

describe('what is shown', () => {
  const message = (command: string, options: Lab) =>
    lab(command, options).diagnostics.find(({ code }) => code === 'plugin-forbidden')?.message;

  test('names the file and the entry to add', () => {
    assert.equal(
      message('plug', { kuberc: listing('other') }),
      'The plugin policy in ~/.kube/kuberc does not allow this plugin. Add "- command: /lab/bin/plug" to its credentialPluginAllowlist.',
    );
    assert.match(
      message('nowhere', { kuberc: denyAll }) ?? '',
      /Set it to Allowlist, and add "- command: nowhere" to/,
    );
    const kuberc = listing('other').replace('command', 'name');
    assert.match(message('plug', { kuberc, kubernetesVersion: '1.35' }) ?? '', /"- name: \/lab\/bin\/plug"/);
  });

  test('never has arguments in it, which may be secrets', () => {
    for (const kuberc of [denyAll, listing('other')]) {
      const text = JSON.stringify(lab('tool --token "hunter2"', { kuberc }));
      assert.match(text, /plugin-forbidden/);
      assert.doesNotMatch(text, /hunter2/);
    }
  });
});

describe('preferences that kubectl can not use', () => {
  const hint = (options: Lab) => {
    const { contexts, diagnostics } = lab('plug', options);
    assert.equal(contexts[0]?.kubectl, null);
    const found = diagnostics.filter(({ code }) => code === 'kuberc-broken');
    assert.ok(found.length <= 1);
    return found[0]?.kubectl;
  };
  const path = '/home/jane/.kube/kuberc';
  const invalid = (name: string) => `no valid preferences found in ${name}, use --v=5 to see details`;
  const stopped = 'error occurred while applying preferences';

  test('because of the policy', () => {
    const unknown = `${stopped} unknown plugin policy: "x"`;
    assert.equal(hint({ kuberc: `${header}credentialPluginPolicy: x\n` }), unknown);
    const first = `${header}credentialPluginPolicy: x\naliases: [{ name: "1" }]\n`;
    assert.match(hint({ kuberc: first }) ?? '', /invalid alias name/, 'kubectl looks at aliases first');
    const empty = `${header}credentialPluginPolicy: Allowlist\ncredentialPluginAllowlist: [{ command: plug }]\n`;
    assert.equal(
      hint({ kuberc: empty, kubernetesVersion: '1.35' }),
      `${stopped} misconfigured credential plugin allowlist: empty allowlist entry #1`,
    );
  });
  test('because of their form', () => {
    for (const kuberc of ['kind: Config\n', '[', '# nothing\n', `${denyAll}aliases: 1\n`]) {
      assert.equal(hint({ kuberc }), `kuberc: no preferences loaded from ${path}: ${invalid(path)}`);
    }
    const kuberc = listing('a\n  name: b');
    assert.equal(hint({ kuberc }), `kuberc: no preferences loaded from ${path}: ${invalid(path)}`);
    const older = refusal('b', { kuberc, kubernetesVersion: '1.35' });
    assert.equal(older, null, 'there is no "command" yet');
  });
  test('because of their place', () => {
    const files = { '/x': { content: '[' }, '/d': { kind: 'directory' as const } };
    const of = (KUBERC: string) => hint({ files, variables: { KUBERC } });
    assert.equal(of('/x'), `${stopped} kuberc error kuberc: ${invalid('/x')}`);
    assert.equal(of('../x'), `${stopped} kuberc error kuberc: ${invalid('../x')}`);
    assert.equal(of('/nowhere'), `${stopped} kuberc error kuberc: open /nowhere: no such file or directory`);
    assert.equal(of('/d'), `${stopped} kuberc error kuberc: read /d: is a directory`);
    const folder = { [path]: { kind: 'directory' as const } };
    assert.equal(
      hint({ files: folder }),
      `kuberc: no preferences loaded from ${path}: read ${path}: is a directory`,
    );
  });
});

test('the file is read again when it has changed, and only then', () => {
  let kuberc = { content: denyAll, modified: 1 };
  let reads = 0;
  const environment = fakeEnvironment({ files: programs, variables: { PATH: '/lab/bin' } });
  const path = '/home/jane/.kube/kuberc';
  const files: Environment['files'] = {
    read(file, length) {
      if (file !== path) return environment.files.read(file, length);
      reads++;
      return Buffer.from(kuberc.content);
    },
    list: environment.files.list,
    stat(file) {
      if (file !== path) return environment.files.stat(file);
      return { kind: 'file', executable: false, modified: kuberc.modified, size: kuberc.content.length };
    },
  };
  const document = new Kubeconfig(`users: [{ name: u, user: { exec: { command: plug, ${v1} } } }]\n`);
  const codes = () => {
    const context = { environment: { ...environment, files }, directory: '/lab/conf' };
    return check(document, context, 'config')
      .diagnostics.map(({ code }) => code)
      .filter((code) => /policy|plugin|kuberc/.test(code));
  };
  assert.deepEqual([codes(), codes(), reads], [['plugin-forbidden'], ['plugin-forbidden'], 1]);
  kuberc = { content: denyAll.replace('DenyAll', 'AllowA'), modified: 2 };
  assert.deepEqual([codes(), reads], [['kuberc-broken'], 2]);
  kuberc = { content: header, modified: 3 };
  assert.deepEqual([codes(), reads], [[], 3]);
});

test('without a machine nothing is looked at', () => {
  const document = new Kubeconfig(`users: [{ name: u, user: { exec: { command: plug, ${v1} } } }]\n`);
  const { diagnostics } = check(document, { environment: undefined, directory: '/lab' }, 'config');
  assert.deepEqual(diagnostics, []);
});
