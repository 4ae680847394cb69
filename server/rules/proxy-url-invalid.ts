import { withoutPassword } from '../document/quotable';
import { goQuote } from '../go/quote';
import { parseUrl } from '../go/url';
import { kubeconfigLink } from '../schema/links';
import { proxyFixes } from './fixes/proxy-url';
import { reads } from './kubernetes-version';
import { valueAt } from './places';
import { rule } from './rule';

const schemes = ['http', 'https', 'socks5'];

export const proxyUrlInvalid = rule({
  code: 'proxy-url-invalid',
  severity: 'error',
  title: '`proxy-url` is no URL with the scheme http, https or socks5',
  link: kubeconfigLink('Cluster'),
  stage: 'validate',
  subject: 'cluster',
  looksAt: 'entry',
  *check(cluster, document, context) {
    const proxy = cluster.decoded.value?.cluster?.['proxy-url'];
    if (!proxy || !reads(context, cluster, 'cluster', 'proxy-url')) return;
    const url = parseUrl(proxy);
    if (url && schemes.includes(url.scheme)) return;
    const shown = withoutPassword(proxy);
    const reason = url
      ? `unsupported scheme ${goQuote(url.scheme)}, must be http, https, or socks5`
      : `could not parse: ${shown}`;
    yield {
      ...valueAt(cluster, 'cluster', 'proxy-url'),
      message: 'Write the proxy as a URL, such as http://proxy.example:3128 or socks5://127.0.0.1:1080.',
      kubectl: `invalid 'proxy-url' ${goQuote(shown)} for cluster ${goQuote(cluster.name)}: ${reason}`,
      fixes: () => proxyFixes(document, cluster, proxy),
    };
  },
});
