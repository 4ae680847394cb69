import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { knownPlugins, pluginOf } from '../../../../server/catalog';
import { Kubeconfig } from '../../../../server/document/kubeconfig';
import { check } from '../../../../server/rules/check';
import { completionAt, type Options } from './accept';
import { emptyBlocks, head } from './empty-blocks';

/** What kubectl would say before it runs the plugin; `null`: nothing. */
function refusal(text: string): { accepted: boolean | undefined; kubectl: string | null | undefined } {
  const { contexts } = check(
    new Kubeconfig(text),
    { environment: undefined, directory: undefined },
    'config',
  );
  const current = contexts.find((context) => context.current);
  return { accepted: current?.accepted, kubectl: current?.kubectl };
}

describe('an exec block for each known plugin', () => {
  for (const [style, marked] of Object.entries(emptyBlocks)) {
    test(style, () => {
      const found = completionAt(marked);
      for (const plugin of knownPlugins) {
        for (const text of [found.accept(plugin.name), found.acceptPlain(plugin.name)]) {
          assert.deepEqual(refusal(text), { accepted: true, kubectl: null }, `${plugin.name}\n${text}`);
          const [user] = new Kubeconfig(text).users;
          const exec = user?.decoded.value?.user?.exec;
          const line = { command: exec?.command ?? '', args: exec?.args ?? [], env: [] };
          assert.equal(pluginOf(line)?.plugin.id, plugin.id, 'it is recognized again');
          assert.equal(exec?.interactiveMode, plugin.exec.interactiveMode);
          assert.equal(exec?.provideClusterInfo, plugin.exec.provideClusterInfo);
          assert.equal(exec?.installHint ?? null, plugin.installHint);
        }
      }
    });
  }

  test('for an old kubectl', () => {
    const options: Options = { kubernetesVersion: '1.21' };
    const found = completionAt(emptyBlocks['block YAML, behind the key'] ?? '', options);
    for (const plugin of knownPlugins) {
      const text = found.accept(plugin.name);
      assert.doesNotMatch(text, /interactiveMode/);
      if (plugin.answers.versions.includes('v1beta1')) assert.match(text, /k8s\.io\/v1beta1/, plugin.name);
    }
  });
});

describe('a whole user, and a whole file', () => {
  test('a user for each known plugin', () => {
    for (const marked of [`${head}users: ‸\n`, `${head}users:\n- ‸`, `${head}users: [‸]\n`]) {
      const found = completionAt(marked);
      for (const { name } of knownPlugins) {
        const text = found.accept(`user: ${name}`).replace('<user-name>', 'u');
        assert.deepEqual(refusal(text), { accepted: true, kubectl: null }, text);
      }
    }
  });

  test('the rest of a user that has a name', () => {
    const found = completionAt(`${head}users:\n- name: u\n  ‸`);
    for (const { name } of knownPlugins) {
      const text = found.accept(`user: ${name}`);
      assert.deepEqual(refusal(text), { accepted: true, kubectl: null }, text);
    }
  });

  test('the content of a user that has nothing yet', () => {
    for (const marked of [
      `${head}users:\n- name: u\n  user: ‸\n`,
      `${head}users:\n- name: u\n  user:\n    ‸`,
    ]) {
      const text = completionAt(marked).accept('exec: aws eks get-token');
      assert.deepEqual(refusal(text), { accepted: true, kubectl: null }, text);
    }
  });

  test('a blank file', () => {
    for (const [marked, json] of [
      ['‸', false],
      ['# mine\n---\n‸\n', false],
      ['kub‸', false],
      ['‸', true],
      ['{‸}', true],
      ['{\n  ‸\n}\n', true],
    ] as const) {
      const found = completionAt(marked, { json });
      const labels = [
        'kubeconfig with exec plugin',
        ...knownPlugins.map(({ name }) => `kubeconfig with ${name}`),
      ];
      for (const label of labels) {
        const text = found.accept(label);
        assert.deepEqual(refusal(text), { accepted: true, kubectl: null }, text);
        if (json) assert.doesNotThrow(() => JSON.parse(text), text);
      }
    }
  });

  test('a file that has something in it is no blank one', () => {
    assert.ok(!completionAt('kind: Config\n‸').labels.some((label) => label.startsWith('kubeconfig with')));
  });

  test('equal placeholders are filled together', () => {
    const { newText } = completionAt('‸').find('kubeconfig with exec plugin');
    assert.equal(newText.match(/<context-name>/g)?.length, 2);
    assert.equal(
      completionAt('‸')
        .accept('kubeconfig with exec plugin')
        .match(/<context-name>/g)?.length,
      2,
    );
  });
});

test('a block shows itself before it is chosen', () => {
  const { documentation = '', detail } = completionAt(emptyBlocks['flow YAML'] ?? '').find(
    'aws eks get-token',
  );
  assert.match(documentation, /```yaml\napiVersion: client\.authentication\.k8s\.io\/v1\ncommand: aws\n/);
  assert.match(documentation, /- <cluster>/);
  assert.equal(detail, 'Amazon Web Services');
});
