import * as z from 'zod/mini';
import { clusterExtensions } from './extension';
import { field, struct } from './field';
import { kubeconfigLink } from './links';

const link = kubeconfigLink('Cluster');

export const cluster = struct('Cluster', {
  server: field(z.optional(z.string()), {
    description:
      'Address of the API server, such as `https://10.0.0.1:6443`. With `http://`, or without a scheme, kubectl speaks plain HTTP: it sends no credentials and never runs the credential plugin.',
    default: '`http://localhost:8080`',
    link,
    execInfo: 'spec.cluster.server',
  }),
  'tls-server-name': field(z.optional(z.string()), {
    description:
      'Host name that the server certificate must be valid for; also sent to the server as SNI. Useful when `server` is an IP address, a tunnel or a load balancer.',
    default: 'the host in `server`',
    since: '1.18',
    link,
    execInfo: 'spec.cluster.tls-server-name',
  }),
  'insecure-skip-tls-verify': field(z.optional(z.boolean()), {
    description:
      '`true` turns off verification of the server certificate, so anyone between you and the server can take its place and read your credentials. kubectl refuses it next to a certificate authority.',
    default: '`false`',
    link,
    execInfo: 'spec.cluster.insecure-skip-tls-verify',
  }),
  'certificate-authority': field(z.optional(z.string()), {
    description:
      "Path of a PEM file with the CA certificates to verify the server with. A relative path starts at the kubeconfig's folder, `~` is not expanded, and the plugin receives the content of the file. kubectl refuses an unreadable file, and `certificate-authority-data` beside it.",
    default: "the system's CA certificates",
    link,
    execInfo: 'spec.cluster.certificate-authority-data',
  }),
  'certificate-authority-data': field(z.optional(z.base64()), {
    description:
      'CA certificates to verify the server with: PEM text, encoded in standard base64. Line breaks are allowed, spaces are not. kubectl refuses `certificate-authority` beside it.',
    default: "the system's CA certificates",
    link,
    execInfo: 'spec.cluster.certificate-authority-data',
  }),
  'proxy-url': field(z.optional(z.string()), {
    description:
      'Proxy for all requests to this cluster: a URL that starts with `http://`, `https://` or `socks5://`. kubectl refuses other schemes. The plugin receives the URL with the password in it, if there is one.',
    default: '`HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` of the environment',
    since: '1.19',
    link,
    execInfo: 'spec.cluster.proxy-url',
  }),
  'disable-compression': field(z.optional(z.boolean()), {
    description:
      '`true` asks the server not to compress its answers. Large lists arrive sooner on a fast network, later on a slow one.',
    default: '`false`',
    since: '1.26',
    link,
    execInfo: 'spec.cluster.disable-compression',
  }),
  extensions: clusterExtensions(),
});

export const namedCluster = struct('NamedCluster', {
  name: field(z.optional(z.string()), {
    description:
      'Name by which contexts refer to this cluster, case-sensitive. kubectl refuses a file in which two clusters share a name.',
    default: 'an empty name',
    link: kubeconfigLink('NamedCluster'),
  }),
  cluster: field(z.optional(cluster), {
    description: 'How to reach the API server and how to verify that it is the right one.',
    default: 'a cluster at `http://localhost:8080`',
    link,
  }),
});

export type Cluster = z.infer<typeof cluster>;
