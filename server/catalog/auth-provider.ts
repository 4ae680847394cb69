import { pluginById } from './index';
import { execApiVersion, type KnownPlugin, type Version } from './known-plugin';

/** An exec block that does what an `auth-provider` did. */
export interface Replacement {
  readonly plugin: KnownPlugin;
  /** Fields of the block, in the order in which they are written. */
  readonly exec: { readonly [field: string]: string | boolean | readonly string[] };
  /** The settings have tokens, for which the block has no place: the plugin gets its own. */
  readonly dropsTokens: boolean;
  /** A client secret, for which the plugin has no other place than its arguments. */
  readonly keepsSecret: boolean;
}

type Config = Readonly<Record<string, string | undefined>>;

interface Way {
  readonly plugin: string;
  /** `undefined`: a setting is missing that the plugin needs. */
  args(config: Config): readonly string[] | undefined;
}

const ways: Readonly<Record<string, Way>> = {
  gcp: { plugin: 'gke-gcloud-auth-plugin', args: () => [] },
  azure: { plugin: 'azure-kubelogin', args: azureArgs },
  oidc: { plugin: 'int128-kubelogin', args: oidcArgs },
};

/**
 * The plugin that took the place of an `auth-provider`, with its settings. `undefined`: there is none, or a setting
 * is missing. `version`: another one than the plugin's usual.
 */
export function replacementOf(name: string, config: Config, version?: Version): Replacement | undefined {
  const way = Object.hasOwn(ways, name) ? ways[name] : undefined;
  const plugin = way && pluginById(way.plugin);
  const args = way?.args(config);
  if (!plugin || !args) return undefined;
  const { command, interactiveMode, provideClusterInfo } = plugin.exec;
  const exec = {
    apiVersion: execApiVersion(version ?? plugin.exec.version),
    command,
    ...(args.length > 0 ? { args } : {}),
    ...(plugin.installHint ? { installHint: plugin.installHint } : {}),
    interactiveMode,
    ...(provideClusterInfo ? { provideClusterInfo } : {}),
  };
  const dropsTokens = Object.keys(config).some((key) => key.endsWith('-token') && config[key]);
  return { plugin, exec, dropsTokens, keepsSecret: name === 'oidc' && Boolean(config['client-secret']) };
}

/** As `kubelogin convert-kubeconfig` does it for device code, the way in which the provider logged in. */
function azureArgs(config: Config): readonly string[] | undefined {
  const { environment, 'apiserver-id': server, 'client-id': client, 'tenant-id': tenant } = config;
  if (!server || !client || !tenant) return undefined;
  const mode = config['config-mode'] || '0';
  return [
    ...['get-token', '--login', 'devicecode'],
    ...['--server-id', server, '--client-id', client, '--tenant-id', tenant],
    ...(environment ? ['--environment', environment] : []),
    // Asks for the audience that the provider asked for
    ...(mode === '0' ? ['--legacy'] : []),
  ];
}

function oidcArgs(config: Config): readonly string[] | undefined {
  const { 'idp-issuer-url': issuer, 'client-id': client } = config;
  if (!issuer || !client) return undefined;
  const flag = (name: string, value: string | undefined) => (value ? [`--${name}=${value}`] : []);
  const scopes = (config['extra-scopes'] ?? '').split(',').map((scope) => scope.trim());
  return [
    ...['oidc-login', 'get-token'],
    ...flag('oidc-issuer-url', issuer),
    ...flag('oidc-client-id', client),
    ...flag('oidc-client-secret', config['client-secret']),
    ...scopes.flatMap((scope) => flag('oidc-extra-scope', scope)),
    ...flag('certificate-authority', config['idp-certificate-authority']),
    ...flag('certificate-authority-data', config['idp-certificate-authority-data']),
  ];
}
