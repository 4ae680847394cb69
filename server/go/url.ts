import { escapePath, escapeWord, unescapeHost, unescapePercent, validUserInfo } from './url-escape';

/** The parts that Go's net/url keeps. Every text is UTF-8 in latin1, one character a byte. */
export interface GoUrl {
  /** Lower case; empty when there is none. */
  readonly scheme: string;
  /** What stands behind a scheme without a slash. */
  readonly opaque: string;
  /** Unescaped; `undefined` when there is none. The password may be missing on its own. */
  readonly user: { readonly name: string; readonly password: string | undefined } | undefined;
  /** With port, unescaped. */
  readonly host: string;
  /** As written. */
  readonly path: string;
  /** With its `?`; empty when there is none. */
  readonly query: string;
  /** As written, without `#`. */
  readonly fragment: string;
  /** A scheme and one slash only, as in `http:/x`. */
  readonly omitsHost: boolean;
}

/** Go's url.Parse; `undefined` where it fails. */
export function parseUrl(text: string): GoUrl | undefined {
  const [rest, fragment] = cut(Buffer.from(text).toString('latin1'), '#');
  const url = parse(rest, false);
  if (!url || unescapePercent(fragment ?? '') === undefined) return undefined;
  return { ...url, fragment: fragment ?? '' };
}

/** Go's url.ParseRequestURI, which knows no fragment and wants a path or a scheme. */
export function parseRequestUri(text: string): GoUrl | undefined {
  return text === '' ? undefined : parse(Buffer.from(text).toString('latin1'), true);
}

function parse(text: string, isRequest: boolean): GoUrl | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: Go refuses them
  if (/[\x00-\x1f\x7f]/.test(text) || text.startsWith(':')) return undefined;
  const given = /^([a-zA-Z][a-zA-Z0-9+.-]*):/.exec(text)?.[1];
  const [rest, query] = cut(given === undefined ? text : text.slice(given.length + 1), '?');
  const scheme = (given ?? '').toLowerCase();
  const bare = { scheme, opaque: '', user: undefined, host: '', path: '', fragment: '', omitsHost: false };
  const url = { ...bare, query: query === undefined ? '' : `?${query}` };
  if (!rest.startsWith('/')) {
    if (scheme !== '') return { ...url, opaque: rest };
    const colon = (cut(rest, '/')[0] ?? '').includes(':');
    return isRequest || colon || unescapePercent(rest) === undefined ? undefined : { ...url, path: rest };
  }
  const hasAuthority = rest.startsWith('//') && (scheme !== '' || (!isRequest && !rest.startsWith('///')));
  if (!hasAuthority) return withPath({ ...url, omitsHost: scheme !== '' }, rest);
  const end = rest.indexOf('/', 2);
  const authority = parseAuthority(end === -1 ? rest.slice(2) : rest.slice(2, end));
  return authority && withPath({ ...url, ...authority }, end === -1 ? '' : rest.slice(end));
}

function withPath(url: GoUrl, path: string): GoUrl | undefined {
  return unescapePercent(path) === undefined ? undefined : { ...url, path };
}

function parseAuthority(authority: string): Pick<GoUrl, 'user' | 'host'> | undefined {
  const at = authority.lastIndexOf('@');
  const host = parseHost(authority.slice(at + 1));
  if (host === undefined) return undefined;
  if (at === -1) return { host, user: undefined };
  const info = authority.slice(0, at);
  if (!validUserInfo(info)) return undefined;
  const [name, password] = cut(info, ':').map((part) => part && unescapePercent(part));
  const failed = name === undefined || (password === undefined && info.includes(':'));
  return failed ? undefined : { host, user: { name, password } };
}

function parseHost(host: string): string | undefined {
  const port = host.startsWith('[')
    ? /^\[.*\]([^\]]*)$/s.exec(host)?.[1]
    : host.slice(host.includes(':') ? host.lastIndexOf(':') : host.length);
  return port === undefined || !/^(?::\d*)?$/.test(port) ? undefined : unescapeHost(host);
}

/** Both sides of the first separator; the second is missing when there is none. */
function cut(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

/** Go's URL.String. */
export function printUrl(url: GoUrl): string {
  const text = `${url.scheme ? `${url.scheme}:` : ''}${url.opaque || printHierarchy(url)}${url.query}`;
  const fragment = url.fragment === '' ? '' : `#${escapePath(url.fragment, 'fragment')}`;
  return Buffer.from(text + fragment, 'latin1').toString('utf8');
}

function printHierarchy({ scheme, user, host, path, omitsHost }: GoUrl): string {
  const printed = escapePath(path, 'path');
  const authority = user || host !== '' || (scheme !== '' && path !== '' && !omitsHost);
  if (!authority) return printed;
  const info = user && `${escapeWord(user.name, 'user')}${password(user.password)}@`;
  const slash = printed !== '' && !printed.startsWith('/') && host !== '' ? '/' : '';
  return `//${info ?? ''}${escapeWord(host, 'host')}${slash}${printed}`;
}

function password(text: string | undefined): string {
  return text === undefined ? '' : `:${escapeWord(text, 'user')}`;
}
