import { maskPatterns } from './mask';
import { redacted } from './secret';
import { isSecretName, looksLikeToken } from './token-shape';

/** What a program is given, as it may be shown, and what was taken out of it. */
export interface Given {
  readonly shown: string;
  readonly secrets: readonly string[];
}

/** Whether a flag, with its dashes, or a variable bears a secret. */
export type IsSecret = (name: string) => boolean;

const byName: IsSecret = (name) => isSecretName(name.replace(/^-+/, ''));

/** Args with the values of secret flags and what looks like a token taken out. */
export function givenArgs(args: readonly string[], isSecret: IsSecret = byName): Given[] {
  return args.map((arg, index) => {
    if (isSecretValue(args, index, isSecret)) return { shown: redacted, secrets: [arg] };
    const value = assigned(arg, isSecret);
    if (value !== undefined && value !== '') {
      const secrets = [value];
      maskPatterns(value, (secret) => secrets.push(secret));
      return { shown: `${arg.slice(0, arg.length - value.length)}${redacted}`, secrets };
    }
    return givenText(arg, isSecret);
  });
}

/** Whether a whole argument is the value of the flag before it. */
function isSecretValue(args: readonly string[], index: number, isSecret: IsSecret): boolean {
  const flag = args[index - 1] ?? '';
  const arg = args[index] ?? '';
  if (!/^--?[A-Za-z]/.test(flag) || flag.includes('=') || arg === '' || !isSecret(flag)) return false;
  // A token may begin with a dash, and a flag that is called like one may be a switch. No flag has words that long.
  return !/^--?[a-z]{1,15}(?:-[a-z]{1,15})*(?:=.*)?$/is.test(arg) || looksLikeToken(arg);
}

/** The secret at the end of `--flag=value`, `NAME=value`, `--env=NAME=value`, `-fvalue`. */
function assigned(arg: string, isSecret: IsSecret): string | undefined {
  if (/^-[A-Za-z][^=]/.test(arg) && isSecret(arg.slice(0, 2))) return arg.slice(2);
  let start = 0;
  for (let sign = arg.indexOf('='); sign !== -1; sign = arg.indexOf('=', start)) {
    const name = arg.slice(start, sign);
    if (!/^-{0,2}[\w.-]+$/.test(name)) return undefined;
    const value = arg.slice(sign + 1);
    if (isSecret(name) || (!value.includes('=') && looksLikeToken(value))) return value;
    start = sign + 1;
  }
  return undefined;
}

/** A text, or the line of a shell. */
function givenText(text: string, isSecret: IsSecret): Given {
  const secrets: string[] = [];
  const shown = maskPatterns(text, (secret) => secrets.push(secret));
  if (!/\s/.test(text)) return { shown, secrets: looksLikeToken(text) ? [text, ...secrets] : secrets };
  const words = text.match(/"[^"]*"|'[^']*'|[^\s"']+/g) ?? [];
  const bare = words.map((word) => word.replace(/^(["'])(.*)\1$/s, '$2'));
  const inner = bare.some((word) => /\s/.test(word)) ? [] : givenArgs(bare, isSecret);
  const found = inner.flatMap((word) => word.secrets).filter((secret) => secret.length > 2);
  return {
    shown: found.reduce((rest, secret) => rest.replaceAll(secret, redacted), shown),
    secrets: [...new Set([...secrets, ...found])],
  };
}

/** Secrets in variables, by name and by what their values look like. */
export function secretsOfEnv(
  env: readonly { readonly name: string; readonly value: string }[],
  isSecret: IsSecret = byName,
): string[] {
  return env.flatMap(({ name, value }) => {
    const found = isSecret(name) || looksLikeToken(value) ? [value] : [];
    maskPatterns(value, (secret) => found.push(secret));
    return [...new Set(found)];
  });
}
