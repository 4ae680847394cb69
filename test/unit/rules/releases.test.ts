import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Kubeconfig } from '../../../server/document/kubeconfig';
import { LocatedDocument } from '../../../server/document/located-document';
import { check } from '../../../server/rules/check';
import { isRelease, minorOf, newestKubernetes } from '../../../server/schema';

/** What each release was seen to do: kubectl 1.20 to 1.36. */
function judge(kubernetesVersion: string | undefined, text: string) {
  const context = { environment: undefined, directory: undefined, kubernetesVersion };
  return check(new Kubeconfig(text), context, 'config');
}

const says = (release: string | undefined, text: string) =>
  judge(release, text).contexts.find(({ current }) => current)?.kubectl ?? null;

const lab = (user: string, cluster = '') => `current-context: dev
contexts: [{ name: dev, context: { cluster: lab, user: alice } }]
clusters: [{ name: lab, cluster: { server: "https://lab:6443"${cluster} } }]
users: [{ name: alice, user: { ${user} } }]
`;
const exec = (version: string, more = '') =>
  lab(`exec: { command: x, apiVersion: client.authentication.k8s.io/${version}${more} }`);
const invalid = (version: string) =>
  `error: exec plugin: invalid apiVersion "client.authentication.k8s.io/${version}"`;

describe('a release', () => {
  test('is written in several ways', () => {
    for (const text of ['1.29', 'v1.29', '1.29.4', 'v1.29.4-gke.1043004', '1.29+']) {
      assert.ok(isRelease(text), text);
      assert.equal(minorOf(text), 29, text);
    }
  });
  test('that is none counts as the newest', () => {
    for (const text of ['', '1', '1.9', '2.29', '1.290', 'latest', '1.29x', ' 1.29']) {
      assert.ok(!isRelease(text), text);
      assert.equal(`1.${minorOf(text)}`, newestKubernetes, text);
    }
  });
});

describe('what a release refuses', () => {
  const mistyped = `error: error loading config file "config": json: cannot unmarshal number into Go struct field`;
  const scheme = (name: string) =>
    `error: error loading config file "config": no kind "Foo" is registered for version "v1" in scheme "${name}"`;
  const key =
    'error: error loading config file "config": %nsupported map key of type: %!s(<nil>), key: <nil>, value: "a"';
  const table: [
    what: string,
    text: string,
    before: string,
    until: string | null,
    from: string,
    since: string | null,
  ][] = [
    ['v1alpha1', exec('v1alpha1'), '1.23', null, '1.24', invalid('v1alpha1')],
    ['v1', exec('v1', ', interactiveMode: Never'), '1.21', invalid('v1'), '1.22', null],
    ['v1beta1', exec('v1beta1'), '1.10', invalid('v1beta1'), '1.11', null],
    [
      'a missing interactiveMode',
      exec('v1'),
      '1.21',
      invalid('v1'),
      '1.22',
      'error: interactiveMode must be specified for alice to use exec authentication plugin',
    ],
    [
      'an unknown interactiveMode',
      exec('v1beta1', ', interactiveMode: Maybe'),
      '1.21',
      null,
      '1.22',
      'error: invalid interactiveMode for alice: "Maybe"',
    ],
    [
      'a mistyped interactiveMode',
      exec('v1beta1', ', interactiveMode: 1'),
      '1.21',
      null,
      '1.22',
      `${mistyped} ExecConfig.users.user.exec.interactiveMode of type v1.ExecInteractiveMode`,
    ],
    [
      'a mistyped provideClusterInfo',
      exec('v1beta1', ', provideClusterInfo: 1'),
      '1.19',
      null,
      '1.20',
      `${mistyped} ExecConfig.users.user.exec.provideClusterInfo of type bool`,
    ],
    [
      'a mistyped installHint',
      exec('v1beta1', ', installHint: 1'),
      '1.18',
      null,
      '1.19',
      `${mistyped} ExecConfig.users.user.exec.installHint of type string`,
    ],
    [
      'a mistyped tls-server-name',
      lab('token: a', ', tls-server-name: 1'),
      '1.17',
      null,
      '1.18',
      `${mistyped} Cluster.clusters.cluster.tls-server-name of type string`,
    ],
    [
      'a mistyped disable-compression',
      lab('token: a', ', disable-compression: 1'),
      '1.25',
      null,
      '1.26',
      `${mistyped} Cluster.clusters.cluster.disable-compression of type bool`,
    ],
    [
      'a mistyped field after one that is too new',
      lab('token: 1', ', tls-server-name: 1'),
      '1.17',
      `${mistyped} AuthInfo.users.user.token of type string`,
      '1.18',
      `${mistyped} Cluster.clusters.cluster.tls-server-name of type string`,
    ],
    [
      'a bad proxy-url',
      lab('token: a', ', proxy-url: "ftp://p"'),
      '1.18',
      null,
      '1.19',
      `error: invalid 'proxy-url' "ftp://p" for cluster "lab": unsupported scheme "ftp", must be http, https, or socks5`,
    ],
    [
      'as-uid alone',
      lab('token: a, as-uid: "1"'),
      '1.22',
      null,
      '1.23',
      'error: requesting uid, groups or user-extra for alice without impersonating a user',
    ],
    [
      'a kind, in its words',
      'kind: Foo\n',
      '1.29',
      scheme('pkg/runtime/scheme.go:100'),
      '1.30',
      scheme('k8s.io/client-go/tools/clientcmd/api/latest/latest.go:50'),
    ],
    [
      'a key that is null, in its words',
      '~: a\n',
      '1.30',
      key.replace('%n', 'Un'),
      '1.31',
      key.replace('%n', 'un'),
    ],
  ];
  for (const [what, text, before, until, from, since] of table) {
    test(`${what}: ${before} and ${from}`, () => {
      assert.equal(says(before, text), until);
      assert.equal(says(from, text), since);
      assert.equal(says(undefined, text), since, 'the newest');
      assert.equal(says(`v${from}.7`, text), since, 'of a patch release');
    });
  }
});

test('impersonation without a user, in the words of the release', () => {
  const words = (what: string) => `error: requesting ${what} for alice without impersonating a user`;
  const text = lab('token: a, as-groups: [b]');
  assert.equal(says('1.22', text), words('groups or user-extra'));
  assert.equal(says('1.23', text), words('uid, groups or user-extra'));
});

describe('what a release does not know is not spoken of', () => {
  const codes = (release: string, text: string) => judge(release, text).diagnostics.map(({ code }) => code);
  test('provideClusterInfo', () => {
    const text = exec('v1beta1', ', provideClusterInfo: true');
    assert.deepEqual(codes('1.19', text), ['field-too-new']);
    assert.deepEqual(codes('1.20', text), ['cluster-info-without-extension']);
  });
  test('an extension for the plugin', () => {
    const extension = ', extensions: [{ name: client.authentication.k8s.io/exec, extension: {} }]';
    const text = lab('exec: { command: x, apiVersion: client.authentication.k8s.io/v1beta1 }', extension);
    assert.deepEqual(codes('1.19', text), []);
    assert.deepEqual(codes('1.20', text), ['extension-not-provided']);
  });
});

describe('the next step fits the release', () => {
  const advice = (release: string, version: string) => judge(release, exec(version)).diagnostics[0]?.message;
  test('for a version that was removed', () => {
    assert.match(advice('1.24', 'v1alpha1') ?? '', /since 1\.24\. Write \S+\/v1beta1, and/);
  });
  test('for a version that is too new', () => {
    assert.match(
      advice('1.21', 'v1') ?? '',
      /^kubectl 1\.21 does not know v1, .* 1\.22\. Write \S+\/v1beta1\.$/,
    );
    assert.match(advice('1.10', 'v1beta1') ?? '', /Write \S+\/v1alpha1\.$/);
  });
  test('for a version that is missing', () => {
    const [diagnostic] = judge('1.21', lab('exec: { command: x }')).diagnostics;
    assert.match(diagnostic?.message ?? '', /with \S+\/v1beta1\.$/);
  });
});

describe('an ExecCredential', () => {
  const found = (kubernetesVersion: string, version: string, status: string) => {
    const text = `kind: ExecCredential\napiVersion: client.authentication.k8s.io/${version}\nstatus: { ${status} }\n`;
    const context = { environment: undefined, directory: undefined, kubernetesVersion };
    return check(new LocatedDocument('exec-credential', text), context, 'x').diagnostics.map(
      ({ code, kubectl }) => [code, kubectl],
    );
  };
  const unknown = (version: string, scheme: string) => [
    [
      'credential-version',
      `no kind "ExecCredential" is registered for version "client.authentication.k8s.io/${version}" in scheme "${scheme}"`,
    ],
  ];
  test('v1alpha1 until 1.23, v1 since 1.22', () => {
    assert.deepEqual(found('1.23', 'v1alpha1', 'token: a'), []);
    assert.deepEqual(found('1.24', 'v1alpha1', 'token: a'), unknown('v1alpha1', 'pkg/runtime/scheme.go:100'));
    assert.deepEqual(found('1.21', 'v1', 'token: a'), unknown('v1', 'pkg/runtime/scheme.go:100'));
    assert.deepEqual(found('1.22', 'v1', 'token: a'), []);
    const place = 'pkg/client/auth/exec/exec.go:62';
    assert.deepEqual(found('1.30', 'v1alpha1', 'token: a'), unknown('v1alpha1', place));
  });
  test('any offset of a time zone until 1.29', () => {
    const status = (time: string) => `token: a, expirationTimestamp: "${time}"`;
    for (const [time, part] of [
      ['2030-01-01T00:00:00+25:00', 'hour'],
      ['2030-01-01T00:00:00+23:61', 'minute'],
    ] as const) {
      assert.deepEqual(found('1.29', 'v1', status(time)), []);
      const kubectl = `parsing time "${time}": time zone offset ${part} out of range`;
      assert.deepEqual(found('1.30', 'v1', status(time)), [['credential-timestamp', kubectl]]);
    }
  });
});
