/** What a plugin asks its user for while it waits. */
export interface SignIn {
  /** As browsers read it, so that it leads to `host`. */
  readonly url: string;
  /**
   * With the port, if it is not the scheme's own, and with `http://` if the way there is not encrypted. Names in other
   * scripts are encoded.
   */
  readonly host: string;
  /** What to enter there. At most 11 characters: no piece of a secret that is worth anything fits in. */
  readonly code: string | null;
}

const longestUrl = 4096;
const longestHost = 253;

/** ASCII only: nothing in it can turn the direction of text or look like what it is not. */
const addresses =
  /\bhttps?:\/\/(?=[a-z0-9[])[\x21\x23-\x26\x28-\x3b\x3d\x3f-\x5b\x5d\x5f\x61-\x7a\x7e]{4,}/gi;
const sentenceEnd = /[.,;:!?)\]]+$/;

/** Of kubelogin, oidc-login, az, gcloud, aws sso, tsh, vault, pinniped, … around the address. */
const asks =
  /\b(?:log(?:ging)?[- ]?in|sign(?:ing)?[- ]?in|authenticat\w+|authori[sz]\w+|browser|device|one-time|verification|sso)\b/i;
const forLogin =
  /[/?&#._-](?:device(?:login)?|activate|authorize|oauth2?|login|signin|sso|user_code)(?=$|[/?&#=._-])/i;
const reading =
  /\b(?:see|docs?|documentation|information|details|help|read|upgrade|download|install)\b[^\n]{0,80}$/i;

const linesBefore = 4;
const linesAfter = 1;
/** A code may stand apart, with empty lines around it. */
const linesToCode = 8;

/** The addresses that a text asks its reader to log in at, in order. */
export function signInsIn(text: string): SignIn[] {
  return [...text.matchAll(addresses)].flatMap(({ 0: match, index }) => {
    const url = parsedUrl(match.replace(sentenceEnd, ''));
    if (!url || !isLogin(text, index, url)) return [];
    return [{ url: url.href, host: shownHost(url), code: codeIn(url) ?? codeNear(text, index) }];
  });
}

/**
 * An address without all that is not made of words, for where it is shown unasked: a plugin may put into it what turns out
 * to be its credential.
 */
export function plainAddress(url: string): string {
  const { origin, pathname } = new URL(url);
  return /^(?:\/[a-z]{0,11})*$/.test(pathname) && !unspoken.test(pathname)
    ? `${origin}${pathname}`
    : `${origin}/…`;
}

/** Consonants without an end, as words have none. */
const unspoken = /[bcdfghjklmnpqrstvwxz]{5}/;

function shownHost({ protocol, hostname, host }: URL): string {
  const isHere = hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(hostname);
  return protocol === 'http:' && !isHere ? `http://${host}` : host;
}

function parsedUrl(url: string): URL | undefined {
  if (url.length > longestUrl || !URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  const { username, password, hostname } = parsed;
  const isPlain = username === '' && password === '' && hostname !== '' && hostname.length <= longestHost;
  return isPlain ? parsed : undefined;
}

function isLogin(text: string, index: number, { hostname, href }: URL): boolean {
  const line = text.slice(text.lastIndexOf('\n', index) + 1, index);
  if (reading.test(line) || /^docs?\./.test(hostname)) return false;
  return (
    asks.test(linesAround(text, index, linesBefore, linesAfter).replace(addresses, ' ')) ||
    forLogin.test(href)
  );
}

const codeShape = '[A-Z0-9]{3,5}-[A-Z0-9]{3,5}|(?=[0-9]*[A-Z])[A-Z0-9]{6,10}';
const wholeCode = new RegExp(`^(?:${codeShape})$`);
const codes = new RegExp(`\\b[Cc]ode\\b[^]{0,80}?(?<![\\w-])(${codeShape})(?![\\w-])`, 'g');

/** Some pages have theirs behind a hash. */
function codeIn({ href }: URL): string | undefined {
  const [, code = ''] = /[?&]user_code=([\w-]+)/.exec(href) ?? [];
  return wholeCode.test(code) ? code : undefined;
}

function codeNear(text: string, index: number): string | null {
  const around = linesAround(text, index, linesToCode, linesToCode).replace(addresses, ' ');
  for (const [, code = ''] of around.matchAll(codes)) if (wholeCode.test(code)) return code;
  return null;
}

/** The line of a place with some before and after it. */
function linesAround(text: string, index: number, before: number, after: number): string {
  let [start, end] = [index, index];
  for (let count = 0; count <= before && start > 0; count++) start = text.lastIndexOf('\n', start - 1);
  for (let count = 0; count <= after && end < text.length && end !== -1; count++) {
    end = text.indexOf('\n', end + 1);
  }
  return text.slice(Math.max(0, start), end === -1 ? undefined : end);
}
