import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { quotableKind, quotableTime, quotableVersion, quotableYaml } from '../../../server/plugin/quote';

const token = 'Zx9Kq2LmV4tR7wYb';

interface Row {
  readonly quote: (text: string) => string;
  readonly shown: readonly string[];
  readonly masked: readonly string[];
}

const rows: Readonly<Record<string, Row>> = {
  kinds: {
    quote: quotableKind,
    shown: [
      '',
      'Pod',
      'Secret',
      'execcredential',
      'EXECCREDENTIAL',
      'ExecCredentialList',
      'ExecCredential ',
      'Exec Credential',
      'TokenReview',
      'SelfSubjectAccessReview',
      'CustomResourceDefinition',
      'ClientConfiguration',
    ],
    masked: [token, `Token${token}`, 'correct horse battery', 'kjhgfdsqwrtp', 'A'.repeat(41)],
  },
  versions: {
    quote: quotableVersion,
    shown: [
      '',
      'v1',
      '__internal',
      'client.authentication.k8s.io/v1alpha1',
      'Client.Authentication.k8s.io/V1',
      ' client.authentication.k8s.io/v1',
      'client-authentication.k8s.io/v1',
      'client.authenticaton.k8s.io/v1',
      'admissionregistration.k8s.io/v1',
      'client.authentication.k8s.io/v1/x',
      'client.authentication.k8s.io',
      'apps/v1',
      'extensions/v1beta1',
      'a/b/c',
      'rbac.authorization.k8s.io/v1beta1',
      'cert-manager.io/v1',
    ],
    masked: [token, `x/${token}`, `${token}/v1`, 'aaaaaa.bbbbbb.cccccc/x', 'aaaa/bbbb/cccc/dddd'],
  },
  times: {
    quote: quotableTime,
    shown: [
      '',
      'tomorrow',
      '1h',
      '2099-01-02',
      '4070908800',
      '2099-01-02t03:04:05z',
      '2099-01-02T03:04:05.123456789+00:00',
      'Fri, 02 Jan 2099 03:04:05 GMT',
      '01/02/2099 03:04:05 PM',
      '20990102T030405Z',
      'in 3600 seconds',
    ],
    masked: [token, `2099-01-02T${token}`, 'a secret phrase', '123456789012345', '2099-01-02T03:04:05Z\n'],
  },
};

describe('what may be quoted of a plugin’s output', () => {
  for (const [name, { quote, shown, masked }] of Object.entries(rows)) {
    it(`${name} that look like it`, () => assert.deepEqual(shown.map(quote), shown));
    it(`no ${name} that may be a secret`, () => {
      assert.deepEqual(
        masked.map(quote),
        masked.map(() => '[redacted]'),
      );
    });
  }

  it('the parser’s own words, but not what it found', () => {
    assert.equal(
      quotableYaml("yaml: line 3: could not find expected ':'"),
      "yaml: line 3: could not find expected ':'",
    );
    assert.equal(
      quotableYaml(`yaml: unknown anchor '${token}' referenced`),
      "yaml: unknown anchor '[redacted]' referenced",
    );
    assert.equal(
      quotableYaml(`yaml: invalid map key: []interface {}{"${token}"}`),
      'yaml: invalid map key: [redacted]',
    );
    assert.equal(
      quotableYaml(`yaml: cannot decode !!str \`it's ${token}\` as a !!int`),
      'yaml: cannot decode !!str `[redacted]` as a !!int',
    );
  });
});
