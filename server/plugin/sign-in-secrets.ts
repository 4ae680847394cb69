import { maskPatterns } from '../credential/mask';
import { tokenPrefixes } from '../credential/token-shape';
import type { Scrubber } from './scrub';
import type { SignIn } from './sign-in-text';
import type { ExecTarget } from './target';

/** What a log-in carries in its address: made up for this one, and worth nothing without what stays behind. */
const ofRequest =
  /([?&#](?:state|nonce|code_challenge|client_id|user_code|session_id|login_challenge)=)([\w.~%-]{1,128})(?=[&#]|$)/gi;
const jwt = /eyJ[\w-]{5,}/;

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

/** A host that is made of words: what is not might be anything, also if it is spread over its labels. */
function isSpeaking(host: string): boolean {
  const name = host.replace('http://', '').toLowerCase();
  if (address.test(name)) return true;
  const parts = name.split(/[.:]/).flatMap((label) => (ofAws.test(label) ? [] : label.split('-')));
  const silent = parts.reduce((length, part) => length + silentPart(part), 0);
  return silent <= mostSilent;
}

/** An IPv4 address, or an IPv6 one that says nothing but that it is here. */
const address = /^(?:\d+(?:\.\d+){3}|\[::1?\])(?::\d+)?$/;

/** With what stands between them that is less than a piece of a secret that says anything. */
const mostSilent = 9;
/** The directories of AWS IAM Identity Center. */
const ofAws = /^d-[0-9a-f]{10}$/;

/** How many characters of it can't be spoken. */
function silentPart(part: string): number {
  const [word = ''] = /^[a-z]*(?=\d{0,4}$)/.exec(part) ?? [];
  const isSpoken = /[aeiouy]/.test(word) && !/[bcdfghjklmnpqrstvwxz]{5}/.test(word);
  return part.length - (isSpoken ? word.length : 0);
}

/** The kubeconfig has it, such as that of the issuer. */
function isGiven(host: string, { exec, clusterInfo }: ExecTarget): boolean {
  const given = [...exec.args, ...exec.env.map(({ value }) => value), clusterInfo?.server ?? ''];
  return given.some((text) => text.toLowerCase().includes(`//${host.replace('http://', '')}`));
}
