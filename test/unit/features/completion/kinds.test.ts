import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkRow, completionAt, type Row } from './accept';

const v1 = 'client.authentication.k8s.io/v1';
const head = `apiVersion: ${v1}\nkind: ExecCredential\n`;
const credential = { kind: 'exec-credential' } as const;
const kuberc = { kind: 'kuberc' } as const;
const kubercHead = 'apiVersion: kubectl.config.k8s.io/v1beta1\nkind: Preference\n';

const rows: Readonly<Record<string, Row>> = {
  'the top of an ExecCredential': {
    at: `${head}st|`,
    only: ['status', 'spec'],
    accept: 'status',
    becomes: `${head}status:\n  expirationTimestamp: 2030-01-01T01:00:00Z\n  token: `,
    options: credential,
  },
  'its version': {
    at: 'kind: ExecCredential\napiVersion: |\n',
    only: [v1, `${v1}beta1`],
    accept: `${v1}beta1`,
    becomes: `kind: ExecCredential\napiVersion: ${v1}beta1\n`,
    options: credential,
  },
  'its version for an old kubectl': {
    at: 'kind: ExecCredential\napiVersion: |\n',
    only: [`${v1}beta1`, `${v1}alpha1`],
    options: { ...credential, kubernetesVersion: '1.21' },
  },
  'its kind': {
    at: `{ "apiVersion": "${v1}", "kind": "|" }`,
    only: ['ExecCredential'],
    accept: 'ExecCredential',
    becomes: `{ "apiVersion": "${v1}", "kind": "ExecCredential" }`,
    options: credential,
  },
  'the status': {
    at: `${head}status:\n  token: x\n  |`,
    only: ['expirationTimestamp', 'clientCertificateData', 'clientKeyData'],
    accept: 'expirationTimestamp',
    becomes: `${head}status:\n  token: x\n  expirationTimestamp: 2030-01-01T01:00:00Z`,
    options: credential,
  },
  'when it expires': {
    at: `${head}status:\n  expirationTimestamp: |\n`,
    only: ['2030-01-01T01:00:00Z'],
    accept: '2030-01-01T01:00:00Z',
    becomes: `${head}status:\n  expirationTimestamp: 2030-01-01T01:00:00Z\n`,
    options: credential,
  },
  'when it expires, in JSON': {
    at: `{ "apiVersion": "${v1}", "status": { "expirationTimestamp": "2030|" } }`,
    accept: '2030-01-01T01:00:00Z',
    becomes: `{ "apiVersion": "${v1}", "status": { "expirationTimestamp": "2030-01-01T01:00:00Z" } }`,
    options: credential,
  },
  'the spec': {
    at: `${head}spec:\n  |`,
    offers: ['cluster', 'interactive'],
    accept: 'interactive',
    becomes: `${head}spec:\n  interactive: true`,
    options: credential,
  },
  'a token has no value to propose': { at: `${head}status:\n  token: |\n`, only: [], options: credential },
  'the top of a kuberc': {
    at: `${kubercHead}cred|`,
    offers: ['defaults', 'aliases', 'credentialPluginPolicy', 'credentialPluginAllowlist'],
    lacks: ['kind', 'overrides'],
    accept: 'credentialPluginAllowlist',
    becomes: `${kubercHead}credentialPluginAllowlist:\n- command: `,
    options: kuberc,
  },
  'the fields of another version of a kuberc': {
    at: 'apiVersion: kubectl.config.k8s.io/v1alpha1\nkind: Preference\n|',
    only: ['overrides', 'aliases'],
    accept: 'overrides',
    becomes:
      'apiVersion: kubectl.config.k8s.io/v1alpha1\nkind: Preference\noverrides:\n- command: \n  flags:\n  - name: \n    default: ',
    options: kuberc,
  },
  'what an older kubectl does not know': {
    at: `${kubercHead}|`,
    only: ['defaults', 'aliases'],
    options: { ...kuberc, kubernetesVersion: '1.34' },
  },
  'the policy of a kuberc': {
    at: `${kubercHead}credentialPluginPolicy: |\n`,
    only: ['AllowAll', 'DenyAll', 'Allowlist'],
    accept: 'Allowlist',
    becomes: `${kubercHead}credentialPluginPolicy: Allowlist\n`,
    options: kuberc,
  },
  'a command of a kuberc': {
    at: `${kubercHead}credentialPluginAllowlist:\n- command: |\n`,
    offers: ['aws', 'kubelogin'],
    accept: 'aws',
    becomes: `${kubercHead}credentialPluginAllowlist:\n- command: aws\n`,
    options: kuberc,
  },
  'the options of an alias': {
    at: `${kubercHead}aliases:\n- name: getn\n  command: get\n  options:\n  - |\n`,
    offers: ['name, default', 'name', 'default'],
    accept: 'name, default',
    becomes: `${kubercHead}aliases:\n- name: getn\n  command: get\n  options:\n  - name: \n    default: \n`,
    options: kuberc,
  },
};

describe('completion in an ExecCredential and in a kuberc', () => {
  for (const [name, row] of Object.entries(rows)) test(name, () => checkRow(row));
});

describe('releases of kubectl', () => {
  const user = 'users:\n- name: a\n  user:\n    exec:\n      command: x\n      |';
  const at = (kubernetesVersion?: string) => completionAt(user, { kubernetesVersion }).labels;

  test('what a release does not know is not proposed', () => {
    assert.deepEqual(at(), [
      'apiVersion',
      'interactiveMode',
      'args',
      'env',
      'installHint',
      'provideClusterInfo',
    ]);
    assert.deepEqual(at('1.21'), ['apiVersion', 'args', 'env', 'installHint', 'provideClusterInfo']);
    assert.deepEqual(at('1.18'), ['apiVersion', 'args', 'env']);
  });

  test('what is deprecated comes last, with a tag', () => {
    const { items } = completionAt('kind: Config\n|');
    assert.deepEqual(
      items.filter(({ deprecated }) => deprecated).map(({ label }) => label),
      ['preferences'],
    );
    assert.equal(items.at(-1)?.label, 'preferences');
    const old = completionAt('kind: Config\n|', { kubernetesVersion: '1.33' });
    assert.equal(old.find('preferences').deprecated, false);
    const { items: ofUser } = completionAt('users:\n- name: a\n  user:\n    as: x\n    |');
    assert.equal(ofUser.at(-1)?.label, 'auth-provider');
    assert.equal(ofUser.at(-1)?.deprecated, true);
  });

  test('each key is explained', () => {
    for (const item of completionAt(user).items) {
      assert.ok(item.documentation?.startsWith(`**${item.label}** · `), item.label);
    }
    const value = completionAt(user.replace('|', 'interactiveMode: |')).find('Never');
    assert.match(value.documentation ?? '', /^\*\*Never\*\* · interactiveMode\n\n/);
  });
});
