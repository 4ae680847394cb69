export interface GoUrl {
  /** Lower case; empty when there is none. */
  readonly scheme: string;
  /** Host with port; empty when there is none. */
  readonly host: string;
  readonly userInfo: boolean;
  readonly path: string;
}

/** The part of Go's `url.Parse` that decides about servers and proxies; `undefined` where it fails. */
export function parseGoUrl(text: string): GoUrl | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: Go refuses control characters
  if (/[\x00-\x1f\x7f]/.test(text)) return undefined;
  const scheme = /^([a-zA-Z][a-zA-Z0-9+.-]*):/.exec(text);
  if (!scheme && /^[^/?#]*:/.test(text) && !text.startsWith('/')) return undefined;
  const rest = (scheme ? text.slice(scheme[0].length) : text).replace(/#.*$/s, '').replace(/\?.*$/s, '');
  if (!rest.startsWith('//')) {
    if (badEscapes(rest)) return undefined;
    return { scheme: (scheme?.[1] ?? '').toLowerCase(), host: '', userInfo: false, path: rest };
  }
  const authority = /^\/\/([^/]*)/.exec(rest)?.[1] ?? '';
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  const path = rest.slice(2 + authority.length);
  if (!goodHost(host) || badEscapes(path)) return undefined;
  return { scheme: (scheme?.[1] ?? '').toLowerCase(), host, userInfo: authority.includes('@'), path };
}

function badEscapes(text: string): boolean {
  return /%(?![0-9a-fA-F]{2})/.test(text);
}

function goodHost(host: string): boolean {
  if (host.startsWith('[')) return /^\[[^\]]*\](:[0-9]*)?$/.test(host);
  if (/[\s<>"{}|\\^`]/.test(host) || badEscapes(host)) return false;
  const port = /:([^:]*)$/.exec(host)?.[1];
  return port === undefined || /^[0-9]*$/.test(port);
}
