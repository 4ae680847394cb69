import type { ClusterEntry, Kubeconfig, UserEntry } from '../../document/kubeconfig';
import { pairOf } from '../../document/node';
import { removeFields } from '../../edits/remove-pairs';
import { setValue } from '../../edits/set-value';
import { execApiVersions } from '../api-version';
import { caFaultOf } from '../ca';
import { forbidden } from '../kuberc/forbidden';
import { listNames } from '../list-names';
import type { Fix, RuleContext } from '../rule';
import { serverAddress } from '../server-address';
import { fix } from './fix';

/** What kubectl uses instead of the plugin of the same user. */
const others = [
  ...['tokenFile', 'token', 'username', 'password'],
  ...['client-certificate', 'client-certificate-data', 'client-key', 'client-key-data'],
];

/** A plugin and another credential: one of the two goes. */
export function otherCredentialFixes(document: Kubeconfig, user: UserEntry, context: RuleContext): Fix[] {
  const there = others.filter((name) => pairOf(user.at('user'), name));
  return [
    ...fix(
      'choice',
      `Remove ${listNames(there)}, so that the plugin runs`,
      mayRun(user, context) ? removeFields(document, user, ['user'], there) : [],
    ),
    ...fix('choice', 'Remove "exec", which never runs', removeFields(document, user, ['user'], ['exec'])),
  ];
}

/** https for the clusters whose server is not, unless kubectl then finds fault with what it does not look at now. */
export function httpsFixes(
  document: Kubeconfig,
  user: UserEntry,
  clusters: readonly ClusterEntry[],
  context: RuleContext,
): Fix[] {
  const here = clusters.every((cluster) => document.clusters.includes(cluster));
  if (!here || !mayRun(user, context)) return [];
  if (clusters.some((cluster) => !mayBeHttps(cluster, context))) return [];
  const edits = clusters.flatMap((cluster) => {
    const server = cluster.decoded.value?.cluster?.server ?? '';
    return setValue(document, cluster, ['cluster', 'server'], withHttps(server));
  });
  return fix(
    clusters.every(isMeantForTls) ? 'repair' : 'choice',
    `Write https:// in the server of ${listNames(clusters.map(({ name }) => name))}`,
    edits,
  );
}

/** A server without a scheme, in a cluster that says how to verify it. */
function isMeantForTls(cluster: ClusterEntry): boolean {
  const { server = '', ...info } = cluster.decoded.value?.cluster ?? {};
  const verified =
    info['certificate-authority'] || info['certificate-authority-data'] || info['tls-server-name'];
  return !server.includes('://') && Boolean(verified);
}

/** Whether kubectl would start the plugin, once it comes to that. */
function mayRun(user: UserEntry, context: RuleContext): boolean {
  const { command = '', apiVersion = '' } = user.decoded.value?.user?.exec ?? {};
  return execApiVersions(context).includes(apiVersion) && !forbidden(command, context);
}

function mayBeHttps(cluster: ClusterEntry, context: RuleContext): boolean {
  const info = cluster.decoded.value?.cluster ?? {};
  const contradicts =
    info['insecure-skip-tls-verify'] && (info['certificate-authority'] || info['certificate-authority-data']);
  return (
    !contradicts && !caFaultOf(cluster, context) && serverAddress(withHttps(info.server ?? '')) === 'https'
  );
}

function withHttps(server: string): string {
  return server.includes('://') ? server.replace(/^[a-z]+:/i, 'https:') : `https://${server}`;
}
