import * as z from 'zod/mini';
import { namedAuthInfo } from './auth-info';
import { namedCluster } from './cluster';
import { namedContext } from './context';
import { extensions } from './extension';
import { field, struct } from './field';
import { kubeconfigLink } from './links';

const link = kubeconfigLink('Config');
const preferencesLink = kubeconfigLink('Preferences');

export const preferences = struct('Preferences', {
  colors: field(z.optional(z.boolean()), {
    description: 'Meant to turn on coloured output; no Kubernetes program reads it.',
    default: '`false`',
    link: preferencesLink,
  }),
  extensions: extensions('the preferences'),
});

export const kubeconfig = struct('Config', {
  kind: field(z.optional(z.string()), {
    description: 'Type of this file: `Config`, or left out. kubectl refuses anything else.',
    default: '`Config`',
    link,
    values: { Config: 'A kubeconfig: clusters, users and contexts for kubectl and other clients.' },
  }),
  apiVersion: field(z.optional(z.string()), {
    description:
      'Version of the kubeconfig format: `v1`, or left out. kubectl refuses anything else. Not the `apiVersion` of an `exec` block, which says what kubectl and the credential plugin speak.',
    default: '`v1`',
    link,
    values: { v1: 'The only version of the kubeconfig format, unrelated to the one in an `exec` block.' },
  }),
  preferences: field(z.optional(preferences), {
    description: 'Settings that no Kubernetes program reads. Deprecated since Kubernetes 1.34.',
    deprecated: '1.34',
    link,
  }),
  clusters: field(z.optional(z.array(namedCluster)), {
    description:
      'API servers that contexts refer to by name. If several files are merged (`KUBECONFIG`), the first cluster of a name wins as a whole.',
    link,
  }),
  users: field(z.optional(z.array(namedAuthInfo)), {
    description:
      'Credentials that contexts refer to by name. If several files are merged (`KUBECONFIG`), the first user of a name wins as a whole.',
    link,
  }),
  contexts: field(z.optional(z.array(namedContext)), {
    description:
      'Combinations of a cluster, a user and a namespace. If several files are merged (`KUBECONFIG`), the first context of a name wins as a whole.',
    link,
  }),
  'current-context': field(z.optional(z.string()), {
    description:
      'Name of the context that kubectl uses unless `--context` names another. kubectl refuses a name that is not among `contexts`. If several files are merged (`KUBECONFIG`), the first that is not empty counts.',
    default: '`http://localhost:8080` without credentials',
    link,
  }),
  extensions: extensions('the file'),
});

export type NamedCluster = z.infer<typeof namedCluster>;
export type NamedContext = z.infer<typeof namedContext>;
export type NamedAuthInfo = z.infer<typeof namedAuthInfo>;
export type Preferences = z.infer<typeof preferences>;
export type Kubeconfig = z.infer<typeof kubeconfig>;
