export interface ExecOptions {
  readonly command: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly interactiveMode?: string;
  readonly apiVersion?: string;
}

/** A kubeconfig that kubectl accepts, with one context and one user that logs in through a plugin. */
export function execKubeconfig({ command, args = [], env = {}, ...more }: ExecOptions): string {
  const exec = {
    apiVersion: more.apiVersion ?? 'client.authentication.k8s.io/v1',
    command,
    args,
    env: Object.entries(env).map(([name, value]) => ({ name, value })),
    interactiveMode: more.interactiveMode ?? 'Never',
  };
  return `apiVersion: v1
kind: Config
current-context: here
clusters:
  - name: sample
    cluster:
      server: https://cluster.example.com:6443
contexts:
  - name: here
    context: { cluster: sample, user: jane }
users:
  - name: jane
    user:
      exec: ${JSON.stringify(exec)}
`;
}
