import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { kubeconfigExec } from './command';
import { temporaryFolder } from './temporary';

const folder = temporaryFolder();
folder.write(
  'plugin',
  `#!/bin/sh
printf '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{"token":"t"}}'
`,
  0o755,
);

const kubeconfig = (exec: string) => `current-context: dev
contexts: [{ name: dev, context: { cluster: lab, user: jane } }]
clusters: [{ name: lab, cluster: { server: "https://lab.example:6443" } }]
users: [{ name: jane, user: { exec: { ${exec} } } }]
`;
const refused = folder.write(
  'refused',
  kubeconfig('apiVersion: client.authentication.k8s.io/v1, command: ./plugin'),
);
const hopeless = folder.write('hopeless', kubeconfig('apiVersion: client.authentication.k8s.io/v1'));

interface Report {
  readonly verdict: string;
  readonly reason: string | null;
  readonly summary: string;
  readonly findings: readonly { readonly code: string; readonly message: string }[];
}

async function run(file: string, ...flags: string[]): Promise<Report & { readonly code: number | null }> {
  const { code, stdout } = await kubeconfigExec(['run', file, '--yes', '--format', 'json', ...flags]);
  return { code, ...(JSON.parse(stdout) as Report) };
}

describe('run on a context that kubectl refuses', () => {
  test('does not run the plugin', async () => {
    const { code, verdict, reason } = await run(refused);
    assert.deepEqual(
      { code, verdict, reason },
      { code: 1, verdict: 'rejected', reason: 'kubeconfig-refused' },
    );
  });

  test('--force runs and judges it, and says first that kubectl would not', async () => {
    const { code, verdict, summary, findings } = await run(refused, '--force');
    assert.deepEqual({ code, verdict }, { code: 0, verdict: 'accepted' });
    assert.match(summary, /if it did not refuse the context/);
    assert.equal(findings[0]?.code, 'kubeconfig-refused');
    assert.match(findings[0]?.message ?? '', /interactiveMode must be specified for jane/);
  });

  test('--force runs nothing where there is no command', async () => {
    const { code, reason } = await run(hopeless, '--force');
    assert.deepEqual({ code, reason }, { code: 1, reason: 'kubeconfig-refused' });
  });
});
