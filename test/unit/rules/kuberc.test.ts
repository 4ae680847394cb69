import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readKuberc } from '../../../server/document/kuberc';
import { check } from '../../../server/rules/check';

const header = 'apiVersion: kubectl.config.k8s.io/v1beta1\nkind: Preference\n';

/** kubectl's words for each fault, errors only. */
function words(text: string, kubernetesVersion?: string): (string | null)[] {
  const context = { environment: undefined, directory: undefined, kubernetesVersion };
  const { diagnostics } = check(readKuberc(text), context, 'kuberc');
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ kubectl }) => kubectl);
}

/** With -v=5: without it kubectl says only that there are "no valid preferences". */
describe('why kubectl 1.36 was seen not to decode a kuberc', () => {
  const cannot = (what: string, field: string, type: string) =>
    `json: cannot unmarshal ${what} into Go struct field ${field} of type ${type}`;
  const scheme = 'in scheme "pkg/config/scheme/scheme.go:30"';
  const table: [text: string, kubectl: string][] = [
    [
      `${header}credentialPluginPolicy: 1\n`,
      cannot('number', 'Preference.credentialPluginPolicy', 'v1beta1.CredentialPluginPolicy'),
    ],
    [
      `${header}credentialPluginPolicy: Allowlist\ncredentialPluginAllowlist: { name: plug }\n`,
      cannot('object', 'Preference.credentialPluginAllowlist', '[]v1beta1.AllowlistEntry'),
    ],
    [
      `${header}credentialPluginAllowlist: [{ name: 1 }]\n`,
      cannot('number', 'AllowlistEntry.credentialPluginAllowlist.name', 'string'),
    ],
    [
      `${header}aliases: [{ name: a, command: 2 }]\n`,
      cannot('number', 'AliasOverride.aliases.command', 'string'),
    ],
    [
      'apiVersion: kubectl.config.k8s.io/v1alpha1\nkind: Preference\noverrides: [{ command: 1 }]\n',
      cannot('number', 'CommandDefaults.overrides.command', 'string'),
    ],
    [
      'apiVersion: kubectl.config.k8s.io/v1\nkind: Preference\n',
      `no kind "Preference" is registered for version "kubectl.config.k8s.io/v1" ${scheme}`,
    ],
    [
      `${header}kind: Preferences\n`,
      `no kind "Preferences" is registered for version "kubectl.config.k8s.io/v1beta1" ${scheme}`,
    ],
    ['credentialPluginPolicy: [DenyAll', "yaml: line 1: did not find expected ',' or ']'"],
    ['{', "couldn't get version/kind; json parse error: unexpected end of JSON input"],
    [
      `${header}credentialPluginPolicy: Allowlist\ncredentialPluginAllowlist: [{ name: a, command: b }]\n`,
      'both `Name` and `Command` were supplied with different values. `Name` is deprecated, use `Command` instead',
    ],
  ];
  for (const [text, kubectl] of table) test(kubectl, () => assert.deepEqual(words(text), [kubectl]));
});

describe('at what kubectl was seen to stop', () => {
  const misconfigured = 'misconfigured credential plugin allowlist:';
  const nonNil = (policy: string) => `${misconfigured} plugin policy is "${policy}" but allowlist is non-nil`;
  const listing = (list: string) => `credentialPluginPolicy: Allowlist\ncredentialPluginAllowlist: ${list}\n`;
  const table: [text: string, ofRelease: string | undefined, kubectl: string[]][] = [
    ['credentialPluginPolicy: denyall\n', undefined, ['unknown plugin policy: "denyall"']],
    ['credentialPluginAllowlist: [{ name: a }]\n', '1.35', [nonNil('')]],
    ["credentialPluginPolicy: ''\ncredentialPluginAllowlist: []\n", undefined, [nonNil('')]],
    ['credentialPluginPolicy: AllowAll\ncredentialPluginAllowlist: []\n', undefined, [nonNil('AllowAll')]],
    ['credentialPluginPolicy: DenyAll\ncredentialPluginAllowlist: null\n', undefined, []],
    [
      'credentialPluginPolicy: Allowlist\n',
      undefined,
      ['credential plugin policy set to "Allowlist", but allowlist is unspecified'],
    ],
    [
      listing('[]'),
      undefined,
      ['credential plugin policy set to "Allowlist", but allowlist is empty; use "DenyAll" policy instead'],
    ],
    [listing("[{ name: a }, { name: '' }]"), '1.35', [`${misconfigured} empty allowlist entry #2`]],
    [listing('[null]'), undefined, [`${misconfigured} empty allowlist entry #1`]],
    [listing('[{ command: a }]'), '1.35', [`${misconfigured} empty allowlist entry #1`]],
    [listing('[{ name: a, command: b }]'), '1.35', []],
    [listing('[{ command: /a//b }]'), undefined, ['non-normalized file path: "/a//b" vs "/a/b"']],
    [listing('[{ command: ./plug }]'), undefined, ['non-normalized file path: "./plug" vs "plug"']],
    [listing("[{ command: ' ' }]"), undefined, []],
    ['credentialPluginPolicy: x\n', '1.34', []],
    [
      'aliases: [{ name: get-n }]\n',
      '1.34',
      ['invalid alias name, can only include alphabetical characters'],
    ],
    ['aliases: [{ name: a }, { name: a }]\n', '1.34', ['duplicate alias name a']],
    [
      'aliases: [{ name: a, options: [{ name: --output }] }]\n',
      '1.34',
      ['flag name --output should be in long form without dashes'],
    ],
    ['aliases: [{ name: "1" }]\n', '1.32', []],
  ];
  for (const [text, release, kubectl] of table) {
    test(`${release ?? 'the newest'}: ${text.trim()}`, () =>
      assert.deepEqual(words(header + text, release), kubectl));
  }
});
