import * as z from 'zod/mini';
import type { ExecVersionName } from './exec-versions';
import { field, struct } from './field';
import { execCredentialLink } from './links';

type Version = ExecVersionName;

/** Fields carry their own documentation, so each version needs instances of its own. */
function execCredential(version: Version) {
  // v1 came with Kubernetes 1.22, so what is older needs no mention there.
  const since = (release: string) => (version === 'v1beta1' ? { since: release } : {});
  // There is no page on v1alpha1 any more.
  const link = (type: string) => execCredentialLink(version === 'v1' ? 'v1' : 'v1beta1', type);

  const status = struct(
    'ExecCredentialStatus',
    {
      expirationTimestamp: field(z.optional(z.iso.datetime({ offset: true })), {
        description:
          'When the credentials expire, such as `2030-01-31T18:00:00Z`; kubectl runs the plugin again after that. A time in the past is accepted, but then the plugin is run for every use.',
        default: 'they do not expire while kubectl runs',
        link: link('ExecCredentialStatus'),
      }),
      token: field(z.optional(z.string()), {
        description:
          'Bearer token for the API server, sent as it is: without `Bearer` in front. A line break in it, also at the end, makes every request fail.',
        required: 'unless there is a client certificate',
        sensitive: true,
        link: link('ExecCredentialStatus'),
      }),
      clientCertificateData: field(z.optional(z.string()), {
        description:
          'Client certificate as PEM text, followed by intermediate certificates; not base64 of it, unlike in a kubeconfig. kubectl refuses it without `clientKeyData`.',
        required: 'unless there is a token',
        link: link('ExecCredentialStatus'),
      }),
      clientKeyData: field(z.optional(z.string()), {
        description:
          'Private key of the client certificate, as unencrypted PEM text. kubectl refuses it without `clientCertificateData`, and a key that does not fit.',
        required: 'with `clientCertificateData`',
        sensitive: true,
        link: link('ExecCredentialStatus'),
      }),
    },
    version,
  );

  const cluster = struct(
    'Cluster',
    {
      server: field(z.optional(z.string()), {
        description: 'Address of the API server, as in the kubeconfig.',
        required: 'yes',
        link: link('Cluster'),
      }),
      'tls-server-name': field(z.optional(z.string()), {
        description: 'Host name that the server certificate must be valid for; also to be sent as SNI.',
        default: 'the host in `server`',
        link: link('Cluster'),
      }),
      'insecure-skip-tls-verify': field(z.optional(z.boolean()), {
        description: '`true` if kubectl does not verify the server certificate.',
        default: '`false`',
        link: link('Cluster'),
      }),
      'certificate-authority-data': field(z.optional(z.base64()), {
        description:
          'CA certificates to verify the server with: PEM text, encoded in base64. kubectl also fills it from the file that `certificate-authority` of the kubeconfig names.',
        default: "the system's CA certificates",
        link: link('Cluster'),
      }),
      'proxy-url': field(z.optional(z.string()), {
        description: 'Proxy for requests to the cluster, as in the kubeconfig, password included.',
        default: 'proxies of the environment',
        link: link('Cluster'),
      }),
      'disable-compression': field(z.optional(z.boolean()), {
        description: '`true` if kubectl asks the server not to compress its answers.',
        default: '`false`',
        since: '1.26',
        link: link('Cluster'),
      }),
      config: field(z.optional(z.unknown()), {
        description:
          'What the kubeconfig gives as `client.authentication.k8s.io/exec` in the `extensions` of the cluster: any value. kubectl always sends it, as `null` if there is none.',
        default: '`null`',
        link: link('Cluster'),
      }),
    },
    version,
  );

  const spec = struct(
    'ExecCredentialSpec',
    {
      cluster: field(z.optional(cluster), {
        description:
          'Cluster that the credentials are for. kubectl sends it only if the exec block of the kubeconfig says `provideClusterInfo: true`.',
        ...since('1.20'),
        link: link('ExecCredentialSpec'),
      }),
      interactive: field(z.optional(z.boolean()), {
        description:
          '`true` if the standard input of the plugin is the terminal, so that it may prompt. kubectl always sends it; `interactiveMode` of the exec block decides.',
        default: '`false`',
        ...since('1.22'),
        link: link('ExecCredentialSpec'),
      }),
    },
    version,
  );

  return struct(
    'ExecCredential',
    {
      kind: field(z.optional(z.string()), {
        description: 'Type of this object: `ExecCredential`, or left out. kubectl refuses anything else.',
        default: '`ExecCredential`',
        link: link('ExecCredential'),
        values: { ExecCredential: 'What kubectl and a credential plugin exchange.' },
      }),
      apiVersion: field(z.optional(z.string()), {
        description:
          'Version of this object. kubectl refuses an answer whose version is not exactly the `apiVersion` of the exec block, which it also puts into `KUBERNETES_EXEC_INFO`.',
        required: 'yes',
        link: link('ExecCredential'),
        values: {
          'client.authentication.k8s.io/v1': 'Since Kubernetes 1.22. For exec blocks that say the same.',
          'client.authentication.k8s.io/v1beta1':
            'Since Kubernetes 1.11, and still supported. For exec blocks that say the same.',
          'client.authentication.k8s.io/v1alpha1': 'Removed in Kubernetes 1.24: kubectl refuses it.',
        },
      }),
      spec: field(z.optional(spec), {
        description:
          'What kubectl tells the plugin, in the environment variable `KUBERNETES_EXEC_INFO`. In the answer of a plugin it is ignored, but the types must be right.',
        link: link('ExecCredential'),
      }),
      status: field(z.optional(status), {
        description:
          'The credentials: a token, a client certificate with its key, or both. A plugin prints it; kubectl does not send it.',
        required: "in a plugin's answer",
        link: link('ExecCredential'),
      }),
    },
    version,
  );
}

export const execCredentialV1 = execCredential('v1');
export const execCredentialV1beta1 = execCredential('v1beta1');

/** The versions differ only in what Go calls their types. */
export const execCredentials = {
  v1: execCredentialV1,
  v1beta1: execCredentialV1beta1,
  v1alpha1: execCredential('v1alpha1'),
} as const;

/** All versions have the same fields. */
export type ExecCredential = z.infer<typeof execCredentialV1>;
export type ExecCredentialSpec = NonNullable<ExecCredential['spec']>;
export type ExecCredentialStatus = NonNullable<ExecCredential['status']>;
