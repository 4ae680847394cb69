import { parseRequestUri, parseUrl, printUrl } from '../go/url';

/** The server as client-go passes it on: without a query if it has a path of its own. */
export function serverUrl(server: string): string {
  const url = parseRequestUri(server);
  if (url?.opaque !== '' || url.path.length <= 1) return server;
  // Go keeps a question mark that nothing follows apart from the query, and client-go forgets it.
  return printUrl({ ...url, query: url.query === '?' ? '?' : '' });
}

/** The proxy as client-go passes it on: parsed and printed again. */
export function proxyUrl(proxy: string): string {
  const url = parseUrl(proxy);
  return url ? printUrl(url) : proxy;
}

/** Whether kubectl speaks TLS to this server. Only then it sends credentials and runs the plugin. */
export function speaksTls(server: string): boolean {
  return /^https:\/\//i.test(server);
}
