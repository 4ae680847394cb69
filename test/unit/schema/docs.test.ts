import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as z from 'zod/mini';
import {
  allFields,
  docOf,
  execCredentialV1,
  execCredentialV1beta1,
  field,
  goTypeOf,
  kubeconfig,
  kubercV1alpha1,
  kubercV1beta1,
  schemaAt,
  struct,
  unwrap,
} from '../../../server/schema';

const roots = { kubeconfig, execCredentialV1, execCredentialV1beta1, kubercV1beta1, kubercV1alpha1 };

for (const [name, root] of Object.entries(roots)) {
  describe(`documentation of ${name}`, () => {
    for (const { path, schema, doc } of allFields(root)) {
      test(path.join('.'), () => {
        assert.ok(schema instanceof z.ZodMiniOptional, 'null and absent mean the same to kubectl');
        assert.match(doc.link, /^https:\/\/kubernetes\.io\/docs\/reference\/[\w./-]+#[\w-]+$/);
        for (const text of [doc.description, ...Object.values(doc.values ?? {})]) {
          assert.match(text, /^[A-Z`\d].*[^.]\.$/s, 'a sentence');
          assert.doesNotMatch(text, / {2}|\n|\.\s*\.$/);
          assert.equal(text.split('`').length % 2, 1, 'backticks come in pairs');
        }
        for (const words of [doc.required, doc.default]) assert.doesNotMatch(words ?? '-', /^$|\.$|^[A-Z]/);
        for (const release of [doc.since, doc.until]) assert.match(release ?? '1.0', /^1\.\d+$/);
        assert.match(doc.execInfo ?? 'spec.', /^spec\./);
      });
    }

    test('descriptions are short', () => {
      for (const { path, doc } of allFields(root)) {
        assert.ok(doc.description.length <= 330, `${path.join('.')}: ${doc.description.length} characters`);
      }
    });

    test('exports as JSON Schema', () => {
      const exported = z.toJSONSchema(root, { target: 'draft-2020-12' });
      assert.deepEqual(Object.keys(exported.properties ?? {}), Object.keys(root.shape));
      assert.equal(exported.required, undefined);
    });
  });
}

test('fields are those of the Go types', () => {
  const keys = (...path: (string | number)[]) =>
    Object.keys((unwrap(schemaAt(kubeconfig, path) as z.ZodMiniType) as z.ZodMiniObject).shape).sort();
  assert.deepEqual(
    keys(),
    'apiVersion clusters contexts current-context extensions kind preferences users'.split(' '),
  );
  assert.deepEqual(
    keys('clusters', 0, 'cluster'),
    (
      'certificate-authority certificate-authority-data disable-compression extensions ' +
      'insecure-skip-tls-verify proxy-url server tls-server-name'
    ).split(' '),
  );
  assert.deepEqual(
    keys('users', 0, 'user'),
    (
      'as as-groups as-uid as-user-extra auth-provider client-certificate client-certificate-data client-key ' +
      'client-key-data exec extensions password token tokenFile username'
    ).split(' '),
  );
  assert.deepEqual(
    keys('users', 0, 'user', 'exec'),
    'apiVersion args command env installHint interactiveMode provideClusterInfo'.split(' '),
  );
  assert.deepEqual(keys('users', 0, 'user', 'exec', 'env', 0), ['name', 'value']);
  assert.deepEqual(keys('contexts', 0, 'context'), ['cluster', 'extensions', 'namespace', 'user']);
});

test('fields of a kuberc are those of its Go types', () => {
  const fields = (root: z.ZodMiniType) => [...allFields(root)].map(({ path }) => path.join('.')).sort();
  const common = (defaults: string, options: string) => [
    'aliases',
    ...['appendArgs', 'command', 'name', options, 'prependArgs'].map((name) => `aliases.*.${name}`),
    ...['default', 'name'].map((name) => `aliases.*.${options}.*.${name}`),
    'apiVersion',
    defaults,
    ...['command', options].map((name) => `${defaults}.*.${name}`),
    ...['default', 'name'].map((name) => `${defaults}.*.${options}.*.${name}`),
    'kind',
  ];
  const policy = ['Policy', 'Allowlist', 'Allowlist.*.command', 'Allowlist.*.name'];
  const plugins = policy.map((name) => `credentialPlugin${name}`);
  assert.deepEqual(fields(kubercV1beta1), [...common('defaults', 'options'), ...plugins].sort());
  assert.deepEqual(fields(kubercV1alpha1), common('overrides', 'flags').sort());
});

test('every enum value is documented', () => {
  const values = (...path: (string | number)[]) =>
    Object.keys(docOf(schemaAt(kubeconfig, path) as z.ZodMiniType)?.values ?? {});
  const exec = ['users', 0, 'user', 'exec'];
  assert.deepEqual(values(...exec, 'interactiveMode'), ['Never', 'IfAvailable', 'Always']);
  assert.deepEqual(
    values(...exec, 'apiVersion'),
    ['v1', 'v1beta1', 'v1alpha1'].map((version) => `client.authentication.k8s.io/${version}`),
  );
  assert.deepEqual(values('kind'), ['Config']);
  assert.deepEqual(values('apiVersion'), ['v1']);
  const policies = docOf(schemaAt(kubercV1beta1, ['credentialPluginPolicy']) as z.ZodMiniType)?.values ?? {};
  assert.deepEqual(Object.keys(policies), ['AllowAll', 'DenyAll', 'Allowlist']);
});

test('credentials are sensitive', () => {
  const sensitive = Object.values(roots).flatMap((root) =>
    [...allFields(root)].filter(({ doc }) => doc.sensitive).map(({ path }) => path.join('.')),
  );
  assert.deepEqual([...new Set(sensitive)].sort(), [
    'status.clientKeyData',
    'status.token',
    'users.*.user.auth-provider.config',
    'users.*.user.client-key-data',
    'users.*.user.password',
    'users.*.user.token',
  ]);
});

test('Go types have the names that kubectl prints', () => {
  const name = (root: z.ZodMiniType, ...path: (string | number)[]) => {
    const type = goTypeOf(schemaAt(root, path) as z.ZodMiniType);
    return type && `${type.package ?? 'v1'}.${type.name}`;
  };
  assert.equal(name(kubeconfig), 'v1.Config');
  assert.equal(name(kubeconfig, 'preferences'), 'v1.Preferences');
  assert.equal(name(kubeconfig, 'users', 0), 'v1.NamedAuthInfo');
  assert.equal(name(kubeconfig, 'users', 0, 'user'), 'v1.AuthInfo');
  assert.equal(name(kubeconfig, 'users', 0, 'user', 'auth-provider'), 'v1.AuthProviderConfig');
  assert.equal(name(kubeconfig, 'users', 0, 'user', 'exec', 'env', 0), 'v1.ExecEnvVar');
  assert.equal(name(kubeconfig, 'users', 0, 'user', 'exec', 'interactiveMode'), 'v1.ExecInteractiveMode');
  assert.equal(name(kubeconfig, 'clusters', 0, 'cluster', 'extensions', 0), 'v1.NamedExtension');
  assert.equal(name(execCredentialV1, 'status'), 'v1.ExecCredentialStatus');
  assert.equal(name(execCredentialV1beta1, 'spec', 'cluster'), 'v1beta1.Cluster');
  assert.equal(name(kubercV1beta1, 'credentialPluginPolicy'), 'v1beta1.CredentialPluginPolicy');
  assert.equal(name(kubercV1beta1, 'credentialPluginAllowlist', 0), 'v1beta1.AllowlistEntry');
  assert.equal(name(kubercV1alpha1, 'overrides', 0), 'v1alpha1.CommandDefaults');
});

test('schemaAt knows lists, maps and free-form values', () => {
  const type = (...path: (string | number)[]) => {
    const schema = schemaAt(kubeconfig, path);
    return schema && unwrap(schema).def.type;
  };
  assert.equal(type('users', 7, 'user', 'exec', 'args', 2), 'string');
  assert.equal(type('users', 0, 'user', 'auth-provider', 'config', 'id-token'), 'string');
  assert.equal(type('users', 0, 'user', 'as-user-extra', 'scopes'), 'array');
  assert.equal(type('clusters', 0, 'cluster', 'extensions', 0, 'extension'), 'unknown');
  assert.equal(type('clusters', 0, 'cluster', 'extensions', 0, 'extension', 'audience'), undefined);
  assert.equal(type('users', 'alice'), undefined);
  assert.equal(type('nope'), undefined);
  assert.equal(type('constructor'), undefined);
});

test('documentation is found inside and outside optional()', () => {
  const doc = { description: 'A.', link: 'https://kubernetes.io/' };
  const inner = field(z.string(), doc);
  assert.equal(docOf(inner)?.description, 'A.');
  assert.equal(docOf(z.optional(inner))?.description, 'A.');
  const outer = field(z.optional(z.string()), doc);
  assert.equal(docOf(outer)?.description, 'A.');
  assert.equal(unwrap(outer).def.type, 'string');
});

test('a struct needs documentation for each field', () => {
  assert.throws(() => struct('Thing', { size: z.string() }), /Thing\.size/);
});
