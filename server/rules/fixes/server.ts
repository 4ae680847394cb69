import type { ClusterEntry } from '../../document/kubeconfig';
import type { LocatedDocument } from '../../document/located-document';
import { setValue } from '../../edits/set-value';
import { parseUrl } from '../../go/url';
import type { Fix } from '../rule';
import { fix } from './fix';

/** The slashes that an address lacks, or has too many of: `https:/host`, `//host`. */
export function serverFixes(document: LocatedDocument, cluster: ClusterEntry, server: string): Fix[] {
  const [, scheme = 'https', rest = ''] = /^(?:(https?)\b)?:?\/*([^/].*)$/i.exec(server.trim()) ?? [];
  const meant = `${scheme.toLowerCase()}://${rest}`;
  const host = rest === '' ? '' : (parseUrl(meant)?.host ?? '');
  const edits = /[\w\]]/.test(host) ? setValue(document, cluster, ['cluster', 'server'], meant) : [];
  return fix('repair', 'Write it with two slashes', edits);
}
