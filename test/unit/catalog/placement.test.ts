import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { knownPlugins, pluginById } from '../../../server/catalog';
import { replacementOf } from '../../../server/catalog/auth-provider';
import { extensionKeysOf, variableForFlag } from '../../../server/catalog/placement';

describe('where else a flag’s value may stand', () => {
  for (const plugin of knownPlugins) {
    const flags = plugin.flags.flatMap(({ names, secret }) => names.map((name) => ({ name, secret })));
    const moved = flags.flatMap(({ name, secret }) => {
      const variable = variableForFlag(plugin, name, []);
      return variable ? [{ name, secret, variable }] : [];
    });
    for (const { name, secret, variable } of moved) {
      test(`${plugin.id} ${name}: ${variable}`, () => {
        assert.ok(secret, 'the flag is a secret');
        const known = plugin.env.find((each) => each.name === variable);
        assert.equal(known?.secret, true, 'and so is the variable');
      });
    }
    for (const [flag, path] of Object.entries(extensionKeysOf(plugin))) {
      test(`${plugin.id} ${flag}: ${path.join('.')}`, () => {
        assert.ok(flags.some(({ name }) => name === flag));
        assert.ok(Object.hasOwn(plugin.extension, path.join('.')));
      });
    }
  }

  test('Azure kubelogin reads other variables, or none, if it is told so', () => {
    const plugin = pluginById('azure-kubelogin');
    assert.ok(plugin);
    const variable = (flag: string, ...args: string[]) => variableForFlag(plugin, flag, args);
    assert.equal(variable('--client-secret'), 'AZURE_CLIENT_SECRET');
    assert.equal(variable('--client-secret', '--use-azurerm-env-vars'), 'ARM_CLIENT_SECRET');
    assert.equal(variable('--password', '--use-azurerm-env-vars'), 'AZURE_PASSWORD');
    assert.equal(variable('--client-secret', '--disable-environment-override'), undefined);
    assert.equal(variable('constructor'), undefined);
  });
});

describe('what takes the place of an auth-provider', () => {
  test('needs the settings that the plugin needs', () => {
    assert.equal(replacementOf('azure', { 'apiserver-id': 's', 'client-id': 'c' }), undefined);
    assert.equal(replacementOf('oidc', { 'client-id': 'c' }), undefined);
    assert.equal(replacementOf('openstack', {}), undefined);
    assert.equal(replacementOf('constructor', {}), undefined);
  });

  test('asks Azure for the old audience where the provider did', () => {
    const config = { 'apiserver-id': 's', 'client-id': 'c', 'tenant-id': 't' };
    const legacy = (mode?: string) => {
      const args = replacementOf('azure', { ...config, 'config-mode': mode })?.exec['args'];
      return Array.isArray(args) && args.includes('--legacy');
    };
    assert.deepEqual([legacy(), legacy('0'), legacy('1')], [true, true, false]);
  });

  test('tells of tokens that go, and of a secret that stays', () => {
    const config = { 'idp-issuer-url': 'https://x', 'client-id': 'c', 'client-secret': 's', 'id-token': '' };
    const { dropsTokens, keepsSecret } = replacementOf('oidc', config) ?? {};
    assert.deepEqual({ dropsTokens, keepsSecret }, { dropsTokens: false, keepsSecret: true });
    assert.equal(replacementOf('gcp', { 'access-token': 'ya29.x' })?.dropsTokens, true);
  });
});
