import type { TokenReport } from '../protocol';
import { maskPatterns } from './mask';
import { redacted } from './secret';
import { isRandom, isSecretName, looksLikeToken } from './token-shape';

export interface Jwt {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** Claims that say who and for whom, however random they look. */
const identityClaims = new Set(
  (
    'aud iss sub azp exp iat nbf auth_time groups roles email email_verified name given_name family_name ' +
    'preferred_username unique_name upn oid tid scope scp appid app_displayname idp ver amr acr client_id hd ' +
    'alg typ kid cty x5t'
  ).split(' '),
);

const kinds: readonly (readonly [pattern: RegExp, kind: string])[] = [
  [/^k8s-aws-v1\./, 'AWS EKS (presigned URL)'],
  [/^[\w-]+\.[\w-]*\.[\w-]+\.[\w-]+\.[\w-]+$/, 'encrypted JWT'],
  [/^ya29\./, 'Google OAuth access token'],
  [/^[a-z0-9]{6}\.[a-z0-9]{16}$/, 'bootstrap token'],
  [/^kubeconfig-[\w-]+:/, 'Rancher token'],
  [/^sha256~/, 'OpenShift token'],
  [/^dop_v1_/, 'DigitalOcean token'],
];

export function jwtOf(token: string): Jwt | null {
  const [header, claims, ...rest] = token.trim().split('.');
  if (!header || !claims || rest.length !== 1) return null;
  const [decodedHeader, decodedClaims] = [objectOf(header), objectOf(claims)];
  return decodedHeader && decodedClaims ? { header: decodedHeader, claims: decodedClaims } : null;
}

/** No claim is as deep; whoever walks them may recurse. */
const deepestClaim = 100;

function objectOf(segment: string): Record<string, unknown> | null {
  if (!/^[\w-]+=*$/.test(segment)) return null;
  try {
    const text = Buffer.from(segment, 'base64url').toString('utf8');
    if (depthOf(text) > deepestClaim) return null;
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

/** How deep the brackets of a JSON text go. */
function depthOf(json: string): number {
  let [depth, deepest] = [0, 0];
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]/gs)) {
    if (token === '{' || token === '[') deepest = Math.max(deepest, ++depth);
    else if (token === '}' || token === ']') depth--;
  }
  return deepest;
}

/** The token's kind and length, and what a JWT says, masked; never a piece of the token itself. */
export function tokenReport(text: string): TokenReport | null {
  if (text === '') return null;
  const jwt = jwtOf(text);
  const kind = jwt ? 'JWT' : (kinds.find(([pattern]) => pattern.test(text))?.[1] ?? 'opaque');
  const shown = (value: unknown) => maskedClaim(value, '');
  return { length: text.length, kind, jwt: jwt && { header: shown(jwt.header), claims: shown(jwt.claims) } };
}

function maskedClaim(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value.map((item) => maskedClaim(item, name));
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, item]) => [maskPatterns(key), maskedClaim(item, key)]);
    return Object.fromEntries(entries);
  }
  if (typeof value !== 'string') return isSecretName(name) && typeof value === 'number' ? redacted : value;
  if (value.length > 1024) return redacted;
  if (identityClaims.has(name)) return /\beyJ[\w-]{5,}\.[\w-]{2,}/.test(value) ? redacted : value;
  return isSecretName(name) || looksLikeToken(value) || isRandom(value) ? redacted : maskPatterns(value);
}

const deepest = 3;

/** Secrets inside a token: tokens nested in a JWT, the signed parts of a presigned URL. */
export function secretsInToken(token: string, depth = 0): string[] {
  if (depth > deepest) return [];
  const aws = /^k8s-aws-v1\.([\w-]+)/.exec(token)?.[1];
  if (aws) {
    const url = Buffer.from(aws, 'base64url').toString('utf8');
    return [url, ...url.split(/[?&=]/).filter((part) => part.length >= 12 && /\d/.test(part))];
  }
  const jwt = jwtOf(token);
  if (!jwt) return [];
  const signature = token.trim().split('.')[2] ?? '';
  return [
    signature,
    ...stringsIn(jwt.claims, '').flatMap((text) => [text, ...secretsInToken(text, depth + 1)]),
  ];
}

/** Strings that would not be shown as claims. */
function stringsIn(value: unknown, name: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => stringsIn(item, name));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, item]) => stringsIn(item, key));
  }
  return typeof value === 'string' && maskedClaim(value, name) !== value ? [value] : [];
}
