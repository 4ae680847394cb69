import { pairOf } from '../document/node';
import { kubeconfigLink } from '../schema/links';
import { referenceFixes } from './fixes/context-references';
import { isMistyped, isNoList } from './given';
import { keyAt, valueAt } from './places';
import { rule } from './rule';
import { serverAddress } from './server-address';

const link = kubeconfigLink('Context');

export const contextClusterNotFound = rule({
  code: 'context-cluster-not-found',
  severity: 'warning',
  title: 'A context names a cluster that does not exist',
  link,
  subject: 'context',
  looksAt: 'references',
  *check(context, document) {
    const name = context.decoded.value?.context?.cluster;
    if (!name || document.cluster(name) || isNoList(document, 'clusters')) return;
    yield {
      ...valueAt(context, 'context', 'cluster'),
      message: `There is no cluster "${name}" in ${document.scope}, so kubectl calls http://localhost:8080 and runs no plugin. Correct the name, or add the cluster.`,
      fixes: () => referenceFixes(document, context, 'cluster'),
    };
  },
});

export const contextUserNotFound = rule({
  code: 'context-user-not-found',
  severity: 'warning',
  title: 'A context names a user that does not exist',
  link,
  subject: 'context',
  looksAt: 'references',
  *check(context, document) {
    const name = context.decoded.value?.context?.user;
    if (!name || document.user(name) || isNoList(document, 'users')) return;
    yield {
      ...valueAt(context, 'context', 'user'),
      message: `There is no user "${name}" in ${document.scope}, so kubectl asks for a user name. Correct the name, or add the user.`,
      fixes: () => referenceFixes(document, context, 'user'),
    };
  },
});

export const contextClusterMissing = rule({
  code: 'context-cluster-missing',
  severity: 'warning',
  title: 'A context names no cluster',
  link,
  subject: 'context',
  looksAt: 'references',
  *check(context, document) {
    if (context.decoded.value?.context?.cluster || document.clusterOf(context)) return;
    if (isMistyped(context, 'context', 'cluster')) return;
    yield {
      ...keyAt(context, 'context', 'cluster'),
      message:
        'This context names no cluster, so kubectl calls http://localhost:8080 and runs no plugin. Add "cluster".',
      fixes: () => referenceFixes(document, context, 'cluster'),
    };
  },
});

export const contextUserMissing = rule({
  code: 'context-user-missing',
  severity: 'warning',
  title: 'A context with an https server names no user',
  link,
  subject: 'context',
  looksAt: 'references',
  *check(context, document) {
    if (context.decoded.value?.context?.user || document.userOf(context)) return;
    if (isMistyped(context, 'context', 'user')) return;
    // A proxy on this machine, over http, needs none.
    if (serverAddress(document.clusterOf(context)?.decoded.value?.cluster?.server) !== 'https') return;
    const there = pairOf(context.at('context'), 'user');
    yield {
      ...keyAt(context, 'context', ...(there ? ['user'] : [])),
      message: 'This context names no user, so kubectl asks for a user name. Add "user".',
      fixes: () => referenceFixes(document, context, 'user'),
    };
  },
});
