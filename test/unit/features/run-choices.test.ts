import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Kubeconfig } from '../../../server/document/kubeconfig';
import { runChoices } from '../../../server/features/run-choices';

const text = `apiVersion: v1
kind: Config
current-context: home
clusters: [{ name: one }, { name: two }, { name: one }, {}]
contexts:
  - { name: home, context: { cluster: one, user: jane } }
  - { name: work, context: { cluster: two, user: joe } }
users:
  - name: jane
    user: { exec: { command: x, env: [{ name: A, value: "1" }, { value: "2" }, { name: A }, { name: B }] } }
  - name: joe
    user: { exec: { command: x, env: [{ name: JOE, value: "1" }] } }
`;
const choicesFor = (selection: { user?: string; context?: string }, of = text) =>
  runChoices(new Kubeconfig(of), selection, '/here');

describe('what a run can have instead', () => {
  test('names, versions, releases and the folder', () => {
    const { kubernetesVersions, ...rest } = choicesFor({ user: 'jane' });
    assert.deepEqual(rest, {
      contexts: ['home', 'work'],
      clusters: ['one', 'two'],
      envNames: ['A', 'B'],
      apiVersions: ['client.authentication.k8s.io/v1', 'client.authentication.k8s.io/v1beta1'],
      cwd: '/here',
    });
    assert.deepEqual([kubernetesVersions[0], kubernetesVersions.at(-1)], ['1.36', '1.10']);
    assert.equal(kubernetesVersions.length, 27);
  });

  test("the variables are those of the user, else of the context's, else of the current one's", () => {
    assert.deepEqual(choicesFor({ user: 'joe', context: 'home' }).envNames, ['JOE']);
    assert.deepEqual(choicesFor({ context: 'work' }).envNames, ['JOE']);
    assert.deepEqual(choicesFor({}).envNames, ['A', 'B']);
    assert.deepEqual(choicesFor({ user: 'gone' }).envNames, []);
  });

  test('half of a file has what there is', () => {
    for (let length = 0; length < text.length; length += 7) {
      const { contexts, envNames } = choicesFor({}, text.slice(0, length));
      assert.ok(contexts.length <= 2 && envNames.length <= 2);
    }
  });
});
