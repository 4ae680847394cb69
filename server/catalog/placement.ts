import type { KnownPlugin } from './known-plugin';

/** By the plugin's id and its flag with a secret: the variable from which it takes the secret, too. */
const variables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'azure-kubelogin': {
    '--client-secret': 'AZURE_CLIENT_SECRET',
    '--client-certificate-password': 'AZURE_CLIENT_CERTIFICATE_PASSWORD',
    '--password': 'AZURE_PASSWORD',
  },
  'client-keystone-auth': {
    '--password': 'OS_PASSWORD',
    '--application-credential-secret': 'OS_APPLICATION_CREDENTIAL_SECRET',
  },
  doctl: { '--access-token': 'DIGITALOCEAN_ACCESS_TOKEN', '-t': 'DIGITALOCEAN_ACCESS_TOKEN' },
  'k8s-ldap-auth': { '--password': 'PASSWORD' },
  'nctl-client-credentials': { '--client-secret': 'NCTL_API_CLIENT_SECRET' },
};

/** With --use-azurerm-env-vars, instead. */
const armVariables: Readonly<Record<string, string>> = {
  '--client-secret': 'ARM_CLIENT_SECRET',
  '--client-certificate-password': 'ARM_CLIENT_CERTIFICATE_PASSWORD',
};

/** The variable that can take the place of a flag, with the other arguments that there are. */
export function variableForFlag(
  { id }: KnownPlugin,
  flag: string,
  args: readonly string[],
): string | undefined {
  // Azure kubelogin then reads none.
  if (args.includes('--disable-environment-override')) return undefined;
  const arm = args.includes('--use-azurerm-env-vars') ? armVariables[flag] : undefined;
  return arm ?? own(own(variables, id) ?? {}, flag);
}

/** By the plugin's id and its flag: the path in the cluster's exec extension that does the same. */
const extensionKeys: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  gardenlogin: {
    '--garden-cluster-identity': ['gardenClusterIdentity'],
    '--name': ['shootRef', 'name'],
    '--namespace': ['shootRef', 'namespace'],
  },
};

/** The flags that can move into the cluster's extension `client.authentication.k8s.io/exec`, and where to. */
export function extensionKeysOf({ id }: KnownPlugin): Readonly<Record<string, readonly string[]>> {
  return own(extensionKeys, id) ?? {};
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
