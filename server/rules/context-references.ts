import { kubeconfigLink } from '../schema/links';
import { valueAt } from './places';
import { rule } from './rule';

export const contextClusterNotFound = rule({
  code: 'context-cluster-not-found',
  severity: 'warning',
  title: 'A context names a cluster that does not exist',
  link: kubeconfigLink('Context'),
  subject: 'context',
  looksAt: 'references',
  *check(context, document) {
    const name = context.decoded.value?.context?.cluster;
    if (!name || document.cluster(name)) return;
    yield {
      ...valueAt(context, 'context', 'cluster'),
      message: `There is no cluster "${name}" in this file. kubectl says nothing and calls http://localhost:8080 instead. Correct the name, or add the cluster.`,
    };
  },
});

export const contextUserNotFound = rule({
  code: 'context-user-not-found',
  severity: 'warning',
  title: 'A context names a user that does not exist',
  link: kubeconfigLink('Context'),
  subject: 'context',
  looksAt: 'references',
  *check(context, document) {
    const name = context.decoded.value?.context?.user;
    if (!name || document.user(name)) return;
    yield {
      ...valueAt(context, 'context', 'user'),
      message: `There is no user "${name}" in this file. kubectl says nothing and asks for a user name instead. Correct the name, or add the user.`,
    };
  },
});
