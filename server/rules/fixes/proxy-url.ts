import type { ClusterEntry } from '../../document/kubeconfig';
import type { LocatedDocument } from '../../document/located-document';
import { removeField } from '../../edits/remove-field';
import { setValue } from '../../edits/set-value';
import { parseUrl } from '../../go/url';
import type { Fix } from '../rule';
import { fix } from './fix';

const path = ['cluster', 'proxy-url'] as const;

/** The host of an address with another scheme, or none; what has no host is no proxy. */
export function proxyFixes(document: LocatedDocument, cluster: ClusterEntry, proxy: string): Fix[] {
  const meant = corrected(proxy.trim());
  const scheme = meant?.slice(0, meant.indexOf(':'));
  const edits = meant === undefined ? [] : setValue(document, cluster, path, meant);
  return [
    ...fix('repair', `Write it with ${scheme}://`, edits),
    ...fix(
      meant === undefined ? 'repair' : 'choice',
      'Remove "proxy-url"',
      removeField(document, cluster, path),
    ),
  ];
}

function corrected(proxy: string): string | undefined {
  const [, scheme = '', rest = ''] = /^(?:([a-z][\w+-]*):(?:\/\/?)|\/\/)?(.*)$/is.exec(proxy) ?? [];
  const closed = /^\[[\da-f:.]+$/i.test(rest) ? `${rest}]` : rest;
  const url = `${/^socks/i.test(scheme) ? 'socks5' : /^https$/i.test(scheme) ? 'https' : 'http'}://${closed}`;
  const host = parseUrl(url)?.host ?? '';
  // A port alone is one of this machine.
  if (/^\d{2,5}$/.test(host)) return url.replace('://', '://localhost:');
  return /[\w\]]/.test(host.replace(/:\d*$/, '')) && !isWord(host) ? url : undefined;
}

/** `false` is what somebody wrote who wants no proxy. */
function isWord(host: string): boolean {
  return /^(?:true|false|yes|no|on|off|none|null|direct)$/i.test(host);
}
