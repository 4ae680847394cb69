import { parse } from 'yaml';

interface Plain {
  clusters: { cluster: Record<string, unknown> }[];
  users: { user: Record<string, unknown> }[];
}

/**
 * kubectl's flags override fields of the current cluster and user. The server has no such flags; the
 * kubeconfig that they amount to is written instead. Only for files with one cluster and one user.
 */
export function withFlags(kubeconfig: string, flags: readonly string[]): string {
  const config = parse(kubeconfig) as Plain;
  const [cluster, user] = [config.clusters[0]?.cluster ?? {}, config.users[0]?.user ?? {}];
  for (let at = 0; at < flags.length; at++) {
    switch (flags[at]) {
      case '--server':
        cluster['server'] = flags[++at];
        break;
      case '--tls-server-name':
        cluster['tls-server-name'] = flags[++at];
        break;
      case '--token':
        user['token'] = flags[++at];
        break;
      case '--insecure-skip-tls-verify':
        cluster['insecure-skip-tls-verify'] = true;
        delete cluster['certificate-authority'];
        delete cluster['certificate-authority-data'];
        break;
      default:
        throw new Error(`unknown flag ${flags[at]}`);
    }
  }
  return JSON.stringify(config);
}
