import { redacted } from './secret';
import { isRandom, isSecretName, longRuns, looksLikeToken } from './token-shape';

const pemKey = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY[\s\S]*?(?:-----END [A-Z0-9 ]*-----|$)/g;
/** Bounded, so that a text full of beginnings is not read to its end for each. */
const jwtShape = /\beyJ[\w-]{5,4096}\.[\w-]{2,}(?:\.[\w-]*)*/g;
const awsToken = /k8s-aws-v1\.[\w.%=+/-]+/g;
const authorization = /\b(Bearer|Basic|Negotiate|Token)(\s+)([\w.~+/=-]{8,})/gi;
const userInfo = /(:\/\/[^\s/:@]*:)[^\s/@]+(?=@)/g;
const assignment = /([\w.-]{2,60})(["']?\s*[=:]\s*)("(?:[^"\\\n]|\\.)*"?|'[^'\n]*'?|[^\s"',;&]+)/g;

/** Masks what looks like a secret in a text for people. */
export function maskPatterns(text: string): string {
  return text
    .replace(pemKey, redacted)
    .replace(jwtShape, redacted)
    .replace(awsToken, redacted)
    .replace(userInfo, `$1${redacted}`)
    .replace(authorization, (all, scheme: string, space: string, value: string) =>
      /[\d._~+/=-]/.test(value) || value.length >= 20 ? `${scheme}${space}${redacted}` : all,
    )
    .replace(assignment, maskAssignment)
    .replace(longRuns, (run) => (isRandom(run) ? redacted : run));
}

function maskAssignment(all: string, name: string, sign: string, value: string): string {
  if (!isSecretName(name) || value.startsWith(redacted)) return all;
  const quote = /^["']/.exec(value)?.[0] ?? '';
  // After a colon stands prose as often as a value: "token: expired".
  const prose = quote === '' && sign.includes(':') && /^[A-Za-z]{1,15}[.!?)]?$/.test(value);
  return prose ? all : `${name}${sign}${quote}${redacted}${quote}`;
}

/** Args as they may be shown: the values of secret flags and what looks like a token are masked. */
export function maskedArgs(args: readonly string[]): string[] {
  return args.map((arg, index) => (isSecretArg(args, index) ? redacted : maskedArg(arg)));
}

/** Whether a whole argument is the value of the flag before it. */
function isSecretArg(args: readonly string[], index: number): boolean {
  const flag = args[index - 1] ?? '';
  if (!/^--?[A-Za-z]/.test(flag) || flag.includes('=')) return false;
  return isSecretName(flag.replace(/^-+/, '')) && !/^--?[A-Za-z]/.test(args[index] ?? '');
}

function maskedArg(arg: string): string {
  const [, name = '', value = ''] = /^(?:-{0,2})([\w.-]+)=(.*)$/s.exec(arg) ?? [];
  if (value !== '' && (isSecretName(name) || looksLikeToken(value))) {
    return `${arg.slice(0, arg.length - value.length)}${redacted}`;
  }
  return maskPatterns(arg);
}

/** Secrets that the args carry: values of secret flags, and what looks like a token. */
export function secretsOfArgs(args: readonly string[]): string[] {
  return args.flatMap((arg, index) => {
    if (isSecretArg(args, index)) return [arg];
    const [, name = '', value = ''] = /^(?:-{0,2})([\w.-]+)=(.*)$/s.exec(arg) ?? [];
    if (value !== '' && (isSecretName(name) || looksLikeToken(value))) return [value];
    return looksLikeToken(arg) ? [arg] : [];
  });
}

export function secretsOfEnv(env: readonly { readonly name: string; readonly value: string }[]): string[] {
  return env
    .filter(({ name, value }) => isSecretName(name) || looksLikeToken(value))
    .map(({ value }) => value);
}

/** Secrets in a JSON value, by name and by shape. */
export function secretsOfValue(value: unknown, name = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => secretsOfValue(item, name));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, item]) => secretsOfValue(item, key));
  }
  const isSecret = typeof value === 'string' && (isSecretName(name) || looksLikeToken(value));
  return isSecret ? [value] : [];
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
