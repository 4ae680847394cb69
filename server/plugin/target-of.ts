import { posix, win32 } from 'node:path';
import { goJson } from '../document/go-json';
import type { ClusterEntry, ContextEntry, UserEntry } from '../document/kubeconfig';
import { type Configuration, fileOf, type MergedFile } from '../document/merged';
import {
  cluster as clusterSchema,
  docOf,
  execConfig,
  isReleaseSince,
  memberOf,
  type ObjectSchema,
} from '../schema';
import { execExtension } from './exec-extension';
import { secretsOfFile } from './file-secrets';
import type { ClusterInfo, ExecBlock, ExecTarget } from './target';

/**
 * Puts together what a run of a user's plugin depends on. `user` must have an exec block. `cluster`: by default that of
 * the context.
 */
export function targetOf(
  configuration: Configuration,
  user: UserEntry,
  context: ContextEntry | undefined,
  kubernetesVersion?: string,
  cluster: ClusterEntry | undefined = context && configuration.document.clusterOf(context),
): ExecTarget {
  const { merged } = configuration;
  const files = merged?.files ?? [configuration];
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
    secrets: files.flatMap((file) => secretsOfFile(file.document)),
    secretFiles: files.flatMap(secretFilesOf),
    origin: {
      user: { entry: user, file: fileOf(user, configuration) },
      context: context ? { entry: context, file: fileOf(context, configuration) } : null,
      cluster: cluster ? { entry: cluster, file: fileOf(cluster, configuration) } : null,
    },
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
  const extension = execExtension(cluster);
  return extension ? goJson(extension) : 'null';
}

function besideFile(path: string, kubeconfigPath: string): string {
  const flavour = /^[a-zA-Z]:\\|^\\\\/.test(kubeconfigPath) ? win32 : posix;
  if (path === '' || flavour.isAbsolute(path)) return path;
  return flavour.join(flavour.dirname(kubeconfigPath), path);
}

/** Files that hold a token or a key of a user. */
function secretFilesOf({ document, path }: MergedFile): string[] {
  return document.users.flatMap(({ decoded }) => {
    const user = decoded.value?.user ?? {};
    const files = [user.tokenFile ?? '', user['client-key'] ?? ''];
    return files.filter((file) => file !== '').map((file) => besideFile(file, path));
  });
}
