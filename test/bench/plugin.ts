import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { execKubeconfig } from '../protocol/kubeconfigs';

const answer = JSON.stringify({
  apiVersion: 'client.authentication.k8s.io/v1',
  kind: 'ExecCredential',
  status: { token: 'made-up-for-the-bench', expirationTimestamp: '2100-01-01T00:00:00Z' },
});
const command = '/bin/sh';
/** Answers at once, and says on stderr which run it is. */
const args = ['-c', `echo run-of-$$. >&2; printf %s '${answer}'`];

export const runMark = /run-of-\d+\./;
export const kubeconfig = execKubeconfig({ command, args });

/** Milliseconds that the plugin needs without anybody in between. */
export async function alone(): Promise<number> {
  const before = performance.now();
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  for (const stream of [child.stdout, child.stderr]) stream.resume();
  await once(child, 'close');
  return performance.now() - before;
}
