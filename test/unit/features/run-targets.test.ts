import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Kubeconfig } from '../../../server/document/kubeconfig';
import { runLenses } from '../../../server/features/code-lens';
import { runTargets } from '../../../server/features/run-targets';
import { cursor } from '../cursor';

const file = `current-context: two
contexts:
- { name: one, context: { cluster: lab, user: alice } }
- { name: two, context: { cluster: gone, user: bob } }
- { name: three, context: { cluster: lab, user: bob } }
- { name: four, context: { cluster: lab, user: token } }
clusters:
- { name: lab, cluster: { server: "https://lab" } }
users:
- { name: alice, user: { exec: { command: tool } } }
- { name: bob, user: { exec: { command: tool } } }
- { name: token, user: { token: abc } }
- { name: unused, user: { exec: { command: tool } } }
- { name: null, user: { exec: null } }
`;

/** User, context and cluster of each target, in order. */
function targets(marked: string): string[] {
  const { text, offset } = marked.includes('‸') ? cursor(marked) : { text: marked, offset: undefined };
  return runTargets(new Kubeconfig(text), () => 'tool', offset).map(
    ({ user, context, cluster, current, atCursor }) =>
      `${user} ${context} ${cluster}${current ? ' current' : ''}${atCursor ? ' cursor' : ''}`,
  );
}

describe('what can be run', () => {
  test('every exec block in every context, the current one first', () => {
    assert.deepEqual(targets(file), [
      'bob two null current',
      'alice one lab',
      'bob three lab',
      'unused null null',
    ]);
  });

  test('the user at the cursor comes before the current context', () => {
    assert.deepEqual(targets(file.replace('name: unused', 'name: unu‸sed')), [
      'unused null null cursor',
      'bob two null current',
      'alice one lab',
      'bob three lab',
    ]);
  });

  test('of a cluster at the cursor, all its contexts', () => {
    assert.deepEqual(targets(file.replace('server:', 'ser‸ver:')).slice(0, 2), [
      'alice one lab cursor',
      'bob three lab cursor',
    ]);
  });

  test('a context at the cursor', () => {
    assert.equal(targets(file.replace('name: three', '‸name: three'))[0], 'bob three lab cursor');
  });

  test('what the user sees of a command is up to the mask', () => {
    const [first] = runTargets(new Kubeconfig(file), (user) => `the plugin of ${user.name}`);
    assert.equal(first?.commandLine, 'the plugin of bob');
  });

  test('nothing', () => assert.deepEqual(targets('users: [{ name: a, user: { token: b } }]'), []));
});

describe('lenses', () => {
  test('stand on every exec block', () => {
    const lenses = runLenses(new Kubeconfig(file));
    assert.deepEqual(
      lenses.map(({ user }) => user),
      ['alice', 'bob', 'unused'],
    );
    for (const { user, start, end } of lenses) {
      assert.equal(file.slice(start, end), 'exec');
      const line = file.slice(file.lastIndexOf('\n', start) + 1, start);
      assert.ok(line.includes(`name: ${user},`));
    }
  });

  test('not on a block of a wrong type', () => {
    assert.deepEqual(runLenses(new Kubeconfig('users: [{ name: a, user: { exec: [tool] } }]')), []);
  });
});
