import { maskPatterns } from '../credential/mask';
import { tokenPrefixes } from '../credential/token-shape';
import type { Scrubber } from './scrub';
import type { SignIn } from './sign-in-text';
import type { ExecTarget } from './target';

/** What a log-in carries in its address: made up for this one, and worth nothing without what stays behind. */
const ofRequest =
  /([?&#](?:state|nonce|code_challenge|client_id|user_code|session_id|login_challenge)=)([\w.~%-]{1,128})(?=[&#]|$)/gi;
const jwt = /eyJ[\w-]{5,}/;
/** Runs of letters and digits, as in an id. */
const words = /[a-z0-9]{12,}/gi;

/** Whether an address may be told, and for whom: it holds no known secret, and nothing that looks like one. */
export function mayShow({ url, host, code }: SignIn, scrubber: Scrubber, target: ExecTarget): boolean {
  // Each parameter by itself: what is before it would be taken for its name.
  const rest = url.replace(ofRequest, '$1').replace(/^https?:\/\/|[?&#;]/g, ' ');
  const isClean = (text: string) => scrubber.known(text) === text;
  return (
    !scrubber.masksAll &&
    [url, host, code ?? '', target.user].every(isClean) &&
    isClean(decoded(url)) &&
    !jwt.test(url) &&
    !tokenPrefixes.test(url) &&
    [rest, decoded(rest)].every((text) => maskPatterns(text) === text) &&
    (isSpeaking(host) || isGiven(host, target))
  );
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

/** A host whose words are some: what is not might be anything. */
function isSpeaking(host: string): boolean {
  return (host.match(words) ?? []).every((word) => !/\d/.test(word) || !/[a-z]/i.test(word));
}

/** The kubeconfig has it, such as that of the issuer. */
function isGiven(host: string, { exec, clusterInfo }: ExecTarget): boolean {
  const given = [...exec.args, ...exec.env.map(({ value }) => value), clusterInfo?.server ?? ''];
  return given.some((text) => text.toLowerCase().includes(`//${host.replace('http://', '')}`));
}
