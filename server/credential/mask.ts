import { hidden, type Range } from './hide';
import { redacted } from './secret';
import { isRandom, isSecretName, longRuns, looksLikeToken, tokenPrefixes } from './token-shape';

const pemKey = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY[\s\S]*?(?:-----END [A-Z0-9 ]*-----|$)/g;
/** Bounded, so that a text full of beginnings is not read to its end for each. */
const jwtShape = /\beyJ[\w-]{5,4096}\.[\w-]{2,}(?:\.[\w-]*)*/g;
const awsToken = /k8s-aws-v1\.[\w.%=+/-]+/g;
const known = new RegExp(tokenPrefixes.source, 'g');
const authorization = /\b(Bearer|Basic|Negotiate|Token)(\s+)([\w.~+/=-]{8,})/gi;
const userInfo = /(:\/\/[^\s/:@]*:)([^\s/@]+)(?=@)/g;
/** Of an address; what stands before its colon would pass for the name. */
const parameter = /[?&#;]([\w.-]{2,60})=([^\s"'&#;,]+)/g;
const assignment = /([\w.-]{2,60})(["']?\s*[=:]\s*)("(?:[^"\\\n]|\\.)*"?|'[^'\n]*'?|[^\s"',;&]+)/g;

type Found = (secret: string) => void;

/** What of a match is secret: where in it; `undefined`: nothing. */
type Spot = (match: RegExpMatchArray) => Range | undefined;

const whole: Spot = ([all]) => [0, all.length];

/** One after the other: each sees what those before it have left. */
const passes: readonly (readonly [pattern: RegExp, spot: Spot])[] = [
  [pemKey, whole],
  [jwtShape, whole],
  [awsToken, whole],
  [known, whole],
  [userInfo, ([all, before = '']) => [before.length, all.length]],
  [authorization, authorizationSpot],
  [parameter, parameterSpot],
  [assignment, assignmentSpot],
  [longRuns, ([run]) => (isRandom(run) ? [0, run.length] : undefined)],
];

/**
 * Masks what looks like a secret in a text for people. `found` is told each, `masked` the ranges of the text as
 * it was before they were masked, once for each pass that found something.
 */
export function maskPatterns(
  text: string,
  found: Found = () => {},
  masked: (ranges: readonly Range[]) => void = () => {},
): string {
  let rest = text;
  for (const [pattern, spot] of passes) {
    const ranges = rangesOf(rest, pattern, spot);
    if (ranges.length === 0) continue;
    for (const [start, end] of ranges) found(rest.slice(start, end));
    masked(ranges);
    rest = hidden(rest, ranges);
  }
  return rest;
}

function rangesOf(text: string, pattern: RegExp, spot: Spot): Range[] {
  const ranges: Range[] = [];
  for (const match of text.matchAll(pattern)) {
    const [start, end] = spot(match) ?? [];
    if (start !== undefined && end !== undefined) ranges.push([match.index + start, match.index + end]);
  }
  return ranges;
}

function authorizationSpot([all, , , value = '']: RegExpMatchArray): Range | undefined {
  const isValue = /[\d._~+/=-]/.test(value) || value.length >= 20;
  return isValue ? [all.length - value.length, all.length] : undefined;
}

function parameterSpot([all, name = '', value = '']: RegExpMatchArray): Range | undefined {
  const isMasked = value.startsWith(redacted);
  return isSecretName(name) && !isMasked ? [all.length - value.length, all.length] : undefined;
}

/** Without its quotes. */
function assignmentSpot([all, name = '', sign = '', value = '']: RegExpMatchArray): Range | undefined {
  if (!isSecretAssignment(name, sign, value)) return undefined;
  const quote = /^["']/.exec(value)?.[0] ?? '';
  const closed = quote !== '' && value.length > 1 && value.endsWith(quote);
  return [all.length - value.length + quote.length, all.length - (closed ? 1 : 0)];
}

function isSecretAssignment(name: string, sign: string, value: string): boolean {
  if (!isSecretName(name) || value.startsWith(redacted)) return false;
  // After a colon stands prose as often as a value: "token: expired".
  return !(sign.includes(':') && /^[A-Za-z]{1,15}[.!?)]?$/.test(value));
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
