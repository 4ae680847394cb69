const reference = 'https://kubernetes.io/docs/reference';

/** The kubernetes.io section on a Go type of the kubeconfig. */
export function kubeconfigLink(type: string): string {
  return `${reference}/config-api/kubeconfig.v1/#${type}`;
}

/** The kubernetes.io section on a Go type of what kubectl and plugins exchange. */
export function execCredentialLink(version: 'v1' | 'v1beta1', type: string): string {
  const page = `${reference}/config-api/client-authentication.${version}/`;
  return `${page}#client-authentication-k8s-io-${version}-${type}`;
}

/** The kubernetes.io section on a Go type of kubectl's preferences. */
export function kubercLink(version: 'v1beta1' | 'v1alpha1', type: string): string {
  return `${reference}/config-api/kuberc.${version}/#kubectl-config-k8s-io-${version}-${type}`;
}

/** The kubernetes.io chapter on credential plugins. */
export const pluginLink = `${reference}/access-authn-authz/authentication/#client-go-credential-plugins`;
