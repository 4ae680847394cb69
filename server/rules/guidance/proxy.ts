import type { ClusterEntry, Kubeconfig, UserEntry } from '../../document/kubeconfig';
import { putItems } from '../../edits/put-items';
import { parseUrl } from '../../go/url';
import { kubeconfigLink } from '../../schema/links';
import { fix } from '../fixes/fix';
import { listNames } from '../list-names';
import { valueAt } from '../places';
import { type Fix, rule } from '../rule';
import { execBlockOf, execPath } from './exec-block';

const proxyVariable = /^(?:https?|all)_proxy$/i;

export const proxyNotForPlugin = rule({
  code: 'proxy-not-for-plugin',
  severity: 'information',
  title: 'A cluster has a `proxy-url`, which its plugin does not get',
  link: kubeconfigLink('Cluster'),
  subject: 'cluster',
  looksAt: 'environment',
  *check(cluster, document, { environment }) {
    const proxy = cluster.decoded.value?.cluster?.['proxy-url'];
    if (!proxy || !isUsable(proxy) || Object.entries(environment?.variables ?? {}).some(isProxy)) return;
    const users = document.contextsOf(cluster).flatMap((context) => {
      const user = document.userOf(context);
      return user && goesWithout(user) ? [user] : [];
    });
    if (users.length === 0) return;
    yield {
      ...valueAt(cluster, 'cluster', 'proxy-url'),
      message: `Only kubectl goes through this proxy, not the plugin of ${listNames(users.map(({ name }) => name))}. If it needs one, add HTTPS_PROXY to its env.`,
      fixes: () => users.slice(0, 1).flatMap((user) => proxyFixes(document, cluster, user, proxy)),
    };
  },
});

function isUsable(proxy: string): boolean {
  const url = parseUrl(proxy);
  return url !== undefined && /^(?:https?|socks5h?)$/.test(url.scheme) && url.host !== '';
}

function isProxy([name, value]: [string, string | undefined]): boolean {
  return proxyVariable.test(name) && Boolean(value);
}

/** A plugin that is not told of a proxy; what only prints a stored secret needs none. */
function goesWithout(user: UserEntry): boolean {
  const block = execBlockOf(user);
  if (!block || block.recognized?.plugin.credential === 'what is stored') return false;
  return !block.env.some(({ name }) => proxyVariable.test(name));
}

/** A password is not written a second time. */
function proxyFixes(document: Kubeconfig, cluster: ClusterEntry, user: UserEntry, proxy: string): Fix[] {
  if (proxy.includes('@') || [user, cluster].some((entry) => document.otherFileOf(entry) !== undefined)) {
    return [];
  }
  const edits = putItems(document, user, execPath, 'env', [{ name: 'HTTPS_PROXY', value: proxy }], {
    after: 'args',
  });
  return fix('choice', `Add HTTPS_PROXY to env of "${user.name}"`, edits ?? []);
}
