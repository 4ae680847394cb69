import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SemanticTokenModifiers } from 'vscode-languageserver/node';
import manifest from '../../package.json';
import { tokenModifiers } from '../../server/features/navigation/semantic-legend';
import { ruleCodes } from '../../server/rules';
import { levels } from '../../server/rules/levels';
import { isRelease } from '../../server/schema';

const { configuration, languages } = manifest.contributes;

test('the pattern of kubernetesVersion allows what is understood, and nothing', () => {
  const setting = configuration.properties['kubeconfigExec.kubernetesVersion'];
  const pattern = new RegExp(setting.pattern);
  assert.ok(pattern.test(setting.default), 'the default is empty');
  const texts = [
    '1.29',
    'v1.29',
    '1.29.4',
    'v1.30.1-gke.1',
    '1.10',
    '1.9',
    '1.290',
    '2.0',
    '1',
    'latest',
    '1.29 ',
  ];
  for (const text of texts) assert.equal(pattern.test(text), isRelease(text), text);
});

test('what kubectl reads without an extension opens as YAML', () => {
  const [{ filenames, filenamePatterns } = assert.fail('no language')] = languages;
  assert.deepEqual(filenames, ['kubeconfig', 'kuberc']);
  assert.ok(filenamePatterns.includes('**/.kube/config'));
});

test('the setting of rules knows every code and every level (else: npm run readme)', () => {
  const setting = configuration.properties['kubeconfigExec.rules'];
  assert.deepEqual(setting.propertyNames.enum, [...ruleCodes].sort());
  assert.deepEqual(setting.additionalProperties.enum, levels);
});

test('a theme can colour every token modifier that is not standard', () => {
  const { semanticTokenModifiers, semanticTokenScopes } = manifest.contributes;
  const standard: readonly string[] = Object.values(SemanticTokenModifiers);
  const own = tokenModifiers.filter((modifier) => !standard.includes(modifier));
  assert.deepEqual(
    semanticTokenModifiers.map(({ id }) => id),
    own,
  );
  const scopes = semanticTokenScopes.flatMap((each) => Object.keys(each.scopes));
  assert.deepEqual(
    scopes,
    own.map((modifier) => `*.${modifier}`),
  );
});
