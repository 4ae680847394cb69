import { redacted } from './secret';
import { isRandom, isSecretName, longRuns, looksLikeToken, tokenPrefixes } from './token-shape';

const pemKey = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY[\s\S]*?(?:-----END [A-Z0-9 ]*-----|$)/g;
/** Bounded, so that a text full of beginnings is not read to its end for each. */
const jwtShape = /\beyJ[\w-]{5,4096}\.[\w-]{2,}(?:\.[\w-]*)*/g;
const awsToken = /k8s-aws-v1\.[\w.%=+/-]+/g;
const known = new RegExp(tokenPrefixes.source, 'g');
const authorization = /\b(Bearer|Basic|Negotiate|Token)(\s+)([\w.~+/=-]{8,})/gi;
const userInfo = /(:\/\/[^\s/:@]*:)([^\s/@]+)(?=@)/g;
const assignment = /([\w.-]{2,60})(["']?\s*[=:]\s*)("(?:[^"\\\n]|\\.)*"?|'[^'\n]*'?|[^\s"',;&]+)/g;

type Found = (secret: string) => void;

/** Masks what looks like a secret in a text for people. `found` is told each. */
export function maskPatterns(text: string, found: Found = () => {}): string {
  const hide = (secret: string) => {
    found(secret);
    return redacted;
  };
  return text
    .replace(pemKey, hide)
    .replace(jwtShape, hide)
    .replace(awsToken, hide)
    .replace(known, hide)
    .replace(userInfo, (_, before: string, password: string) => `${before}${hide(password)}`)
    .replace(authorization, (all, scheme: string, space: string, value: string) =>
      /[\d._~+/=-]/.test(value) || value.length >= 20 ? `${scheme}${space}${hide(value)}` : all,
    )
    .replace(assignment, (all, name: string, sign: string, value: string) =>
      isSecretAssignment(name, sign, value) ? `${name}${sign}${hideQuoted(value, hide)}` : all,
    )
    .replace(longRuns, (run) => (isRandom(run) ? hide(run) : run));
}

function isSecretAssignment(name: string, sign: string, value: string): boolean {
  if (!isSecretName(name) || value.startsWith(redacted)) return false;
  // After a colon stands prose as often as a value: "token: expired".
  return !(sign.includes(':') && /^[A-Za-z]{1,15}[.!?)]?$/.test(value));
}

function hideQuoted(value: string, hide: (secret: string) => string): string {
  const quote = /^["']/.exec(value)?.[0] ?? '';
  const end = quote !== '' && value.length > 1 && value.endsWith(quote) ? -1 : value.length;
  return `${quote}${hide(value.slice(quote.length, end))}${quote}`;
}

/** Secrets in a JSON value, by name and by shape. */
export function secretsOfValue(value: unknown, name = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => secretsOfValue(item, name));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, item]) => secretsOfValue(item, key));
  }
  if (typeof value === 'number' && isSecretName(name)) return [String(value)];
  if (typeof value !== 'string') return [];
  const found = isSecretName(name) || looksLikeToken(value) ? [value] : [];
  maskPatterns(value, (secret) => found.push(secret));
  return [...new Set(found)];
}

/** A JSON value with secrets masked, by name and by shape. */
export function maskedValue(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => maskedValue(item, name));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, maskedValue(item, key)]));
  }
  if (value === null || typeof value === 'boolean' || value === '') return value;
  if (isSecretName(name)) return redacted;
  return typeof value === 'string' ? maskPatterns(value) : value;
}
