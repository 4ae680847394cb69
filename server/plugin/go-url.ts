/** A URL in the parts that Go's net/url keeps. */
interface GoUrl {
  readonly scheme: string;
  /** With user information; `undefined` when there is no `//`. */
  readonly authority: string | undefined;
  readonly path: string;
  /** With its `?`, or empty. */
  readonly query: string;
}

/** Go's url.ParseRequestURI, which knows no fragment. `undefined` where it fails. */
function parseRequestUri(text: string): GoUrl | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: Go refuses them
  if (text === '' || /[\x00-\x1f\x7f]/.test(text)) return undefined;
  const [, scheme, rest = text] = /^([a-zA-Z][a-zA-Z0-9+.-]*):(.*)$/s.exec(text) ?? [];
  if (!rest.startsWith('/')) return undefined;
  const parts = /^(?:\/\/([^/?]*))?([^?]*)(\?.*)?$/s.exec(rest);
  if (!parts || !validAuthority(parts[1] ?? '') || /%(?![0-9a-fA-F]{2})/.test(parts[2] ?? ''))
    return undefined;
  return {
    scheme: scheme?.toLowerCase() ?? '',
    authority: parts[1],
    path: parts[2] ?? '',
    query: parts[3] ?? '',
  };
}

function validAuthority(authority: string): boolean {
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  if (/[ "<>\\^`{|}]/.test(host)) return false;
  return /^(?:\[[^\]]*\]|[^:[\]]*)(?::\d*)?$/.test(host);
}

function printed({ scheme, authority, path, query }: GoUrl): string {
  return `${scheme ? `${scheme}:` : ''}${authority === undefined ? '' : `//${authority}`}${escaped(path)}${query}`;
}

/** Go keeps a path's own escapes if they are valid, and otherwise escapes it anew. */
function escaped(path: string): string {
  if (/^(?:[A-Za-z0-9\-_.~!$&'()*+,;=:@/[\]]|%[0-9a-fA-F]{2})*$/.test(path)) return path;
  const bytes = Buffer.from(
    path.replace(/%([0-9a-fA-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
  );
  return [...bytes]
    .map((byte) => String.fromCharCode(byte))
    .map((character) => (/[A-Za-z0-9\-_.~$&+,/:;=@]/.test(character) ? character : percent(character)))
    .join('');
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** The server as client-go passes it on: without query and fragment if it has a path of its own. */
export function serverUrl(server: string): string {
  const url = parseRequestUri(server);
  return url && url.path.length > 1 ? printed({ ...url, query: '' }) : server;
}

/** The proxy as client-go passes it on: parsed and printed again. */
export function proxyUrl(proxy: string): string {
  const url = parseRequestUri(proxy);
  return url ? printed(url) : proxy;
}

/** Whether kubectl speaks TLS to this server. Only then it sends credentials and runs the plugin. */
export function speaksTls(server: string): boolean {
  return /^https:\/\//i.test(server);
}
