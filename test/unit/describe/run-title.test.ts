import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runTitle } from '../../../server/describe/run-title';

test('runs of one user are told apart by their context and by what they have instead', () => {
  const jane = { user: 'jane', context: 'lab' };
  assert.equal(runTitle(jane), 'Running the exec plugin of "jane" for context "lab"');
  assert.equal(runTitle({ ...jane, context: null }), 'Running the exec plugin of "jane"');
  assert.equal(
    runTitle({
      ...jane,
      overrides: {
        kubernetesVersion: '1.29',
        provideClusterInfo: false,
        env: { AWS_PROFILE: '', HOME: null },
      },
    }),
    'Running the exec plugin of "jane" for context "lab" (kubectl 1.29, no cluster information, with AWS_PROFILE, without HOME)',
  );
});
