import type { RunPlan } from '../../../../server/protocol';
import type { Facts } from '../../../../src/run/with/choices';

export type ReadyPlan = Extract<RunPlan, { kind: 'ready' }>;

const group = 'client.authentication.k8s.io';

export const plan: ReadyPlan = {
  kind: 'ready',
  user: 'jane',
  context: 'dev',
  command: 'plugin',
  resolvedPath: '/here/plugin',
  args: [],
  envNames: ['PROFILE'],
  kubeconfigPath: '/here/config',
  files: [],
  approvalId: 'a',
  forced: false,
  execInfo: {
    kind: 'ExecCredential',
    apiVersion: `${group}/v1beta1`,
    spec: { interactive: false, cluster: { server: 'https://c.example' } },
  },
  cwd: '/here',
  terminal: 'possible',
  timeoutSeconds: 60,
};

export const facts: Facts = {
  uri: 'file:///here/config',
  user: 'jane',
  context: 'dev',
  cluster: 'lab',
  lists: {
    contexts: ['dev', 'prod'],
    clusters: ['lab', 'big'],
    envNames: ['PROFILE'],
    apiVersions: [`${group}/v1`, `${group}/v1beta1`],
    kubernetesVersions: ['1.36', '1.29'],
    cwd: '/here',
  },
  plan,
  kubernetesVersion: '',
};
