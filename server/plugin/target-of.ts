import { posix, win32 } from 'node:path';
import { goJson } from '../document/go-json';
import type { ClusterEntry, ContextEntry, Kubeconfig, UserEntry } from '../document/kubeconfig';
import { type Configuration, fileOf } from '../document/merged';
import { nodeAt } from '../document/node';
import {
  type AuthInfo,
  cluster as clusterSchema,
  docOf,
  execConfig,
  execExtensionName,
  isReleaseSince,
  memberOf,
  type ObjectSchema,
} from '../schema';
import type { ClusterInfo, ExecBlock, ExecTarget } from './target';

/** Puts together what a run of a user's plugin depends on. `user` must have an exec block. */
export function targetOf(
  configuration: Configuration,
  user: UserEntry,
  context: ContextEntry | undefined,
  kubernetesVersion?: string,
): ExecTarget {
  const { document, merged } = configuration;
  const cluster = context && document.clusterOf(context);
  return {
    // Relative paths count from the folder of the file that has the entry.
    kubeconfigPath: fileOf(user, configuration).path,
    user: user.name,
    context: context?.name ?? null,
    cluster: cluster?.name ?? null,
    exec: execBlock(user, kubernetesVersion),
    clusterInfo: cluster
      ? clusterInfo(cluster, fileOf(cluster, configuration).path, kubernetesVersion)
      : null,
    kubernetesVersion,
    secrets: (merged?.files ?? [configuration]).flatMap((file) => secretsOf(file.document)),
  };
}

function execBlock(user: UserEntry, kubernetesVersion: string | undefined): ExecBlock {
  const exec = known(execConfig, user.decoded.value?.user?.exec ?? {}, kubernetesVersion);
  return {
    command: exec.command ?? '',
    args: exec.args ?? [],
    env: (exec.env ?? []).map(({ name, value }) => ({ name: name ?? '', value: value ?? '' })),
    apiVersion: exec.apiVersion ?? '',
    installHint: exec.installHint ?? '',
    provideClusterInfo: exec.provideClusterInfo ?? false,
    // kubectl's default for the versions that have one; the others are refused before.
    interactiveMode: modeOf(exec.interactiveMode),
  };
}

/** The fields that a release reads. */
function known<T extends object>(schema: ObjectSchema, values: T, kubernetesVersion: string | undefined): T {
  const fields = Object.entries(values).filter(([name]) => {
    const member = memberOf(schema, name);
    const since = member && docOf(member)?.since;
    return !since || isReleaseSince(kubernetesVersion, since);
  });
  return Object.fromEntries(fields) as T;
}

function modeOf(mode: string | undefined): ExecBlock['interactiveMode'] {
  return mode === 'Never' || mode === 'Always' ? mode : 'IfAvailable';
}

function clusterInfo(
  entry: ClusterEntry,
  kubeconfigPath: string,
  kubernetesVersion: string | undefined,
): ClusterInfo {
  const info = known(clusterSchema, entry.decoded.value?.cluster ?? {}, kubernetesVersion);
  return {
    server: info.server ?? '',
    tlsServerName: info['tls-server-name'] ?? '',
    insecureSkipTlsVerify: info['insecure-skip-tls-verify'] ?? false,
    certificateAuthority: besideFile(info['certificate-authority'] ?? '', kubeconfigPath),
    certificateAuthorityData: info['certificate-authority-data'] ?? '',
    proxyUrl: info['proxy-url'] ?? '',
    disableCompression: info['disable-compression'] ?? false,
    configJson: configJson(entry),
  };
}

/** The extension as it stands in the text, so that no number loses its digits. */
function configJson(cluster: ClusterEntry): string {
  const list = cluster.at('cluster', 'extensions');
  const item = (list?.kind === 'sequence' ? list.items : []).find((candidate) => {
    const name = nodeAt(candidate, 'name');
    return name?.kind === 'scalar' && name.value === execExtensionName;
  });
  const extension = nodeAt(item, 'extension');
  return extension ? goJson(extension) : 'null';
}

function besideFile(path: string, kubeconfigPath: string): string {
  const flavour = /^[a-zA-Z]:\\|^\\\\/.test(kubeconfigPath) ? win32 : posix;
  if (path === '' || flavour.isAbsolute(path)) return path;
  return flavour.join(flavour.dirname(kubeconfigPath), path);
}

/** Of all users and clusters: a plugin can read the whole file. */
function secretsOf(document: Kubeconfig): string[] {
  const users = document.users.flatMap((user) => userSecrets(user.decoded.value?.user ?? {}));
  const urls = document.clusters.flatMap((cluster) => {
    const info = cluster.decoded.value?.cluster ?? {};
    return [...passwordsIn(info['proxy-url'] ?? ''), ...passwordsIn(info.server ?? '')];
  });
  return [...new Set([...users, ...urls])].filter((secret) => secret !== '');
}

function userSecrets(user: AuthInfo): string[] {
  const provider = Object.values(user['auth-provider']?.config ?? {});
  const key = user['client-key-data'] ?? '';
  return [
    user.token ?? '',
    user.password ?? '',
    key,
    Buffer.from(key, 'base64').toString('utf8'),
    ...provider,
  ];
}

function passwordsIn(url: string): string[] {
  const password = /^[a-zA-Z][a-zA-Z0-9+.-]*:\/\/[^/@]*?:([^/]*)@/.exec(url)?.[1];
  if (!password) return [];
  return [password, decoded(password)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
