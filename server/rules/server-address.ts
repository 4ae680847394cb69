import { parseUrl } from '../go/url';

/**
 * How kubectl will speak to a server. A missing one is http://localhost:8080, one without a scheme is
 * http. Only for https are the user's credentials read and its plugin run.
 */
export function serverAddress(server: string | undefined): 'https' | 'http' | 'invalid' {
  if (!server) return 'http';
  const url = parseUrl(server);
  if (url?.scheme && url.host) return url.scheme === 'https' ? 'https' : 'http';
  const withScheme = parseUrl(`http://${server}`);
  // What can't be parsed at all fails only when a request is made.
  return withScheme && withScheme.path !== '' && withScheme.path !== '/' ? 'invalid' : 'http';
}
