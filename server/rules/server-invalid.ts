import { withoutPassword } from '../document/quotable';
import { goQuote } from '../go/quote';
import { kubeconfigLink } from '../schema/links';
import { serverFixes } from './fixes/server';
import { valueAt } from './places';
import { rule } from './rule';
import { serverAddress } from './server-address';

export const serverInvalid = rule({
  code: 'server-invalid',
  severity: 'error',
  title: '`server` has no host',
  link: kubeconfigLink('Cluster'),
  stage: 'server',
  subject: 'cluster',
  looksAt: 'entry',
  *check(cluster, document) {
    const server = cluster.decoded.value?.cluster?.server;
    if (!server || serverAddress(server) !== 'invalid') return;
    yield {
      ...valueAt(cluster, 'cluster', 'server'),
      message: 'The address has no host. Write it as https://host:port.',
      kubectl: `host must be a URL or a host:port pair: ${goQuote(withoutPassword(server))}`,
      fixes: () => serverFixes(document, cluster, server),
    };
  },
});
