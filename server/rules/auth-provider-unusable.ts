import { goQuote } from '../go/quote';
import type { AuthProvider } from '../schema';
import { kubeconfigLink } from '../schema/links';
import { providerFixes } from './fixes/auth-provider';
import { isSince } from './kubernetes-version';
import { keyAt, valueAt } from './places';
import { rule } from './rule';

/** What took the place of a provider that kubectl has had built in until 1.25, and kubectl's words on it. */
const removed: Readonly<Record<string, { readonly plugin: string; readonly kubectl: string }>> = {
  gcp: {
    plugin: 'gke-gcloud-auth-plugin',
    kubectl: `The gcp auth plugin has been removed.
Please use the "gke-gcloud-auth-plugin" kubectl/client-go credential plugin instead.
See https://cloud.google.com/blog/products/containers-kubernetes/kubectl-auth-changes-in-gke for further details`,
  },
  azure: {
    plugin: 'kubelogin',
    kubectl: `The azure auth plugin has been removed.
Please use the https://github.com/Azure/kubelogin kubectl/client-go credential plugin instead.
See https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins for further details`,
  },
};

export const authProviderUnusable = rule({
  code: 'auth-provider-unusable',
  severity: 'error',
  title: 'The `auth-provider` is unknown, was removed (`gcp`, `azure`), or lacks its settings',
  link: kubeconfigLink('AuthProviderConfig'),
  stage: 'plugin',
  subject: 'user',
  looksAt: 'entry',
  *check(user, document, context) {
    const info = user.decoded.value?.user;
    const provider = info?.['auth-provider'];
    if (!provider || info.exec) return;
    const { name = '' } = provider;
    const builtIn = Object.hasOwn(removed, name) && !isSince(context, '1.26');
    const fault = name === 'oidc' ? oidcFault(provider) : providerFault(name);
    if (!fault || builtIn) return;
    const { message, kubectl } = fault;
    const at = name === 'oidc' ? keyAt : valueAt;
    const place = at(user, 'user', 'auth-provider', name === 'oidc' ? 'config' : 'name');
    yield { ...place, message, kubectl, fixes: () => providerFixes(document, user) };
  },
});

function providerFault(name: string): { message: string; kubectl: string } {
  const known = Object.hasOwn(removed, name) ? removed[name] : undefined;
  if (known) {
    const message = `kubectl no longer has this built in, since 1.26. Use an exec block with ${known.plugin}.`;
    return { message, kubectl: known.kubectl };
  }
  const message = 'kubectl does not know this log-in method. Use "oidc", or an exec block with a plugin.';
  return { message, kubectl: `no Auth Provider found for name ${goQuote(name)}` };
}

function oidcFault({ config = {} }: AuthProvider): { message: string; kubectl: string } | undefined {
  const missing = ['idp-issuer-url', 'client-id'].find((name) => !config[name]);
  if (!missing) return undefined;
  return {
    message: `The provider needs "${missing}". Add it to "config".`,
    kubectl: `Must provide ${missing}`,
  };
}
