import * as z from 'zod/mini';
import { execConfig } from './exec-config';
import { extensions } from './extension';
import { field, struct } from './field';
import { kubeconfigLink } from './links';

const link = kubeconfigLink('AuthInfo');
const providerLink = kubeconfigLink('AuthProviderConfig');

export const authProvider = struct('AuthProviderConfig', {
  name: field(z.optional(z.string()), {
    description: 'Name of the log-in method that is built into kubectl.',
    required: 'yes',
    link: providerLink,
    values: {
      oidc: 'OpenID Connect. It refreshes tokens but cannot log in; an exec plugin can do both.',
      gcp: 'Removed in Kubernetes 1.26. Use the exec plugin `gke-gcloud-auth-plugin`.',
      azure: 'Removed in Kubernetes 1.26. Use the exec plugin `kubelogin`.',
    },
  }),
  config: field(z.optional(z.record(z.string(), z.string())), {
    description:
      'Settings of the log-in method, every value a string. They usually include tokens, and kubectl writes refreshed ones back into this file.',
    sensitive: true,
    link: providerLink,
  }),
});

export const authInfo = struct('AuthInfo', {
  'client-certificate': field(z.optional(z.string()), {
    description:
      "Path of a PEM file with the client certificate; a relative path starts at the kubeconfig's folder. With it the exec plugin is not run. kubectl refuses it without a client key, and `client-certificate-data` beside it.",
    link,
  }),
  'client-certificate-data': field(z.optional(z.base64()), {
    description:
      'Client certificate: PEM text, encoded in standard base64. With it the exec plugin is not run. kubectl refuses it without a client key, and `client-certificate` beside it.',
    link,
  }),
  'client-key': field(z.optional(z.string()), {
    description:
      "Path of a PEM file with the private key of the client certificate; a relative path starts at the kubeconfig's folder. Without a certificate it is ignored. kubectl refuses `client-key-data` beside it.",
    required: 'with a client certificate, unless there is `client-key-data`',
    link,
  }),
  'client-key-data': field(z.optional(z.base64()), {
    description:
      'Private key of the client certificate: PEM text, encoded in standard base64. Without a certificate it is ignored. kubectl refuses `client-key` beside it.',
    required: 'with a client certificate, unless there is `client-key`',
    sensitive: true,
    link,
  }),
  token: field(z.optional(z.string()), {
    description:
      'Bearer token that is sent with each request. With it the exec plugin is not run. kubectl refuses `username` or `password` beside it.',
    sensitive: true,
    link,
  }),
  tokenFile: field(z.optional(z.string()), {
    description:
      "Path of a file with the bearer token, which wins over `token`; a relative path starts at the kubeconfig's folder. With it the exec plugin is not run. kubectl refuses a missing or empty file.",
    link,
  }),
  as: field(z.optional(z.string()), {
    description:
      'User to impersonate: the server acts as if this user had asked, if your own user may do that. Your own credentials are still needed, so the exec plugin is still run.',
    link,
  }),
  'as-uid': field(z.optional(z.string()), {
    description: 'UID to impersonate together with the user in `as`. kubectl refuses it without `as`.',
    since: '1.23',
    link,
  }),
  'as-groups': field(z.optional(z.array(z.string())), {
    description: 'Groups to impersonate together with the user in `as`. kubectl refuses them without `as`.',
    link,
  }),
  'as-user-extra': field(z.optional(z.record(z.string(), z.array(z.string()))), {
    description:
      'Further attributes to impersonate together with the user in `as`: a list of strings for each key. kubectl refuses them without `as`.',
    link,
  }),
  username: field(z.optional(z.string()), {
    description:
      'User name for basic authentication, which the API server itself no longer offers since Kubernetes 1.19. With it the exec plugin is not run. kubectl refuses `token` beside it.',
    link,
  }),
  password: field(z.optional(z.string()), {
    description:
      'Password for basic authentication. Without `username` it is not used, but kubectl still refuses `token` beside it.',
    sensitive: true,
    link,
  }),
  'auth-provider': field(z.optional(authProvider), {
    description:
      'Log-in method that is built into kubectl, the forerunner of exec plugins. `gcp` and `azure` were removed in Kubernetes 1.26, `oidc` remains. kubectl refuses `exec` beside it.',
    link,
  }),
  exec: field(z.optional(execConfig), {
    description:
      'Credential plugin: a command that kubectl runs to get a token or a client certificate. It is not run when this user has a token, a token file, a user name or a client certificate as well, nor when `server` is not `https://`. kubectl refuses `auth-provider` beside it.',
    since: '1.10',
    link,
  }),
  extensions: extensions('the user'),
});

export const namedAuthInfo = struct('NamedAuthInfo', {
  name: field(z.optional(z.string()), {
    description:
      'Name by which contexts refer to this user, case-sensitive. It stays on this machine: the server takes the user from the credentials. kubectl refuses a file in which two users share a name.',
    default: 'an empty name',
    link: kubeconfigLink('NamedAuthInfo'),
  }),
  user: field(z.optional(authInfo), {
    description:
      'Credentials of the user: an exec plugin, or a token, client certificate or user name with password. An `exec` block belongs in here, not beside it.',
    default: 'no credentials',
    link,
  }),
});

export type AuthProvider = z.infer<typeof authProvider>;
export type AuthInfo = z.infer<typeof authInfo>;
