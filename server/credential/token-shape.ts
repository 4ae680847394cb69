/** Guesses by shape and by name which values are secrets. Known secrets are masked in any case. */

const jwt = /\beyJ[\w-]{5,4096}\.[\w-]{2,}(?:\.[\w-]*)*/;
/** Tokens of services that mark theirs. */
export const tokenPrefixes =
  /\b(?:k8s-aws-v1\.|gh[opusr]_|github_pat_|glpat-|xox[abprs]-|hvs\.|dop_v1_|ya29\.|sk-|AGE-SECRET-KEY-)[\w.-]{8,}/;
const privateKey = /-----BEGIN [A-Z ]*PRIVATE KEY/;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const secretName =
  /(?:pass(?:word|wd|phrase|code)|(?:^|[-_.])(?:pass|pwd|otp|pat|pin)$|pwd|secret|token|api[-_.]?key|access[-_.]?key|private[-_.]?key|client[-_.]?key|account[-_.]?key|signing[-_.]?key|credentials?$|assertion|authorization|bearer|cookie|signature)/i;
/** Names of things about a secret. */
const aboutSecret =
  /(?:file|dir|path|folder|cache|url|uri|endpoint|host|name|id|ids|type|kind|format|ttl|expiry|expires?(?:[-_]?(?:in|at|on))?|expiration|lifetime|duration|version|scopes?|issuer|audience|method|mode|mount|namespace|enabled|required|length|size)$/i;

/** Whether what bears this name is a secret. */
export function isSecretName(name: string): boolean {
  return secretName.test(name) && !aboutSecret.test(name);
}

/** Whether a value gives itself away: a JWT, a known prefix, a private key, a long run at random. */
export function looksLikeToken(value: string): boolean {
  if (jwt.test(value) || tokenPrefixes.test(value) || privateKey.test(value)) return true;
  return (value.match(longRuns) ?? []).some(isRandom);
}

/** The name of a field for a message; not if a credential was pasted to the left of its colon. */
export function quotedName(name: string): string {
  return looksLikeToken(name) ? 'this field' : `"${name}"`;
}

/** Characters of base64, hex and their like, long enough to be a token. */
export const longRuns = /[A-Za-z0-9+/_=.~%-]{32,}/g;

export function isRandom(run: string): boolean {
  if (uuid.test(run)) return false;
  return run.split(/[^A-Za-z0-9]/).some((part) => part.length >= 16 && isRandomWord(part));
}

function isRandomWord(word: string): boolean {
  if (distinct(word) < 8) return false;
  if (/\d/.test(word) && /[A-Za-z]/.test(word)) return true;
  return word.length >= 20 && (word.match(/[a-z][A-Z]/g) ?? []).length >= word.length / 6;
}

function distinct(word: string): number {
  return new Set(word).size;
}

/** Whether a word of output that nobody could decode may be a secret: whatever is not plain language. */
export function mayBeSecret(word: string): boolean {
  if (word.length < 8) return false;
  if (/^[A-Za-z]{1,20}(?:[-_.'/][A-Za-z]{1,20})*$/.test(word) && !/[a-z][A-Z].*[a-z][A-Z]/.test(word))
    return false;
  return !/^[\d.,:TZ+/-]+$/.test(word) && !/^https?:\/\/[\w.-]+(?::\d+)?(?:\/[a-z-]{0,20})*$/i.test(word);
}
