import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readKuberc } from '../../../server/document/kuberc';

const header = (version: string) => `apiVersion: kubectl.config.k8s.io/${version}\nkind: Preference\n`;
const policyIn = (text: string) => readKuberc(text).entry<string>('credentialPluginPolicy')?.decoded.value;

/** As kubectl 1.36 was seen to choose. */
describe('of several YAML documents', () => {
  test('the first that kubectl can decode is read', () => {
    const text = `---
# nothing
---
${header('v1')}credentialPluginPolicy: One
---
${header('v1beta1')}credentialPluginPolicy: [Two]
---
kind: Config
--- # the one
${header('v1beta1')}credentialPluginPolicy: Three
---
${header('v1beta1')}credentialPluginPolicy: Four
---
bad: [
`;
    const document = readKuberc(text);
    assert.equal(policyIn(text), 'Three');
    const entry = document.entry('credentialPluginPolicy');
    assert.ok(entry);
    const [start, end] = [entry.base + entry.node.start, entry.base + entry.node.end];
    assert.equal(text.slice(start, end), 'Three', 'places are those of the whole text');
  });

  test('with CRLF and a byte order mark, too', () => {
    const text = `\uFEFF${header('v9')}---\n${header('v1alpha1')}overrides: []\n`.replaceAll('\n', '\r\n');
    assert.deepEqual(readKuberc(text).faults, []);
    assert.ok(readKuberc(text).field('overrides'));
  });

  test('the first is read where kubectl can decode none', () => {
    const text = `# mine\n---\n${header('v8')}credentialPluginPolicy: One\n---\n${header('v9')}`;
    assert.equal(policyIn(text), 'One');
  });
});

describe('a single one', () => {
  test('is read whatever is in it', () => {
    assert.equal(policyIn('credentialPluginPolicy: One\n'), 'One');
    assert.equal(policyIn('{"credentialPluginPolicy":"One"}'), 'One');
    for (const text of ['', '\n', '# nothing\n', '---\n', '- a\n'])
      assert.equal(policyIn(text), undefined, text);
  });
  test('that looks like JSON has to be JSON', () => {
    const text = '{apiVersion: kubectl.config.k8s.io/v1beta1, kind: Preference}';
    assert.match(readKuberc(text).faults[0]?.kubectl ?? '', /json parse error: invalid character 'a'/);
  });
});
