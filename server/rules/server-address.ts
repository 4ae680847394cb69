import { parseUrl } from '../go/url';

/**
 * How kubectl will speak to a server. A missing one is http://localhost:8080, one without a scheme is
 * http. Only for https are the user's credentials read and its plugin run.
 */
export function serverAddress(server: string | undefined): Address {
  if (!server) return 'http';
  const old = known.get(server);
  if (old) return old;
  const address = addressOf(server);
  if (known.size >= most) known.clear();
  known.set(server, address);
  return address;
}

type Address = 'https' | 'http' | 'invalid';

/** Several rules ask for every context. */
const known = new Map<string, Address>();
const most = 10_000;

function addressOf(server: string): Address {
  const url = parseUrl(server);
  if (url?.scheme && url.host) return url.scheme === 'https' ? 'https' : 'http';
  const withScheme = parseUrl(`http://${server}`);
  // What can't be parsed at all fails only when a request is made.
  return withScheme && withScheme.path !== '' && withScheme.path !== '/' ? 'invalid' : 'http';
}
