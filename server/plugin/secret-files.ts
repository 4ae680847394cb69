import { maskPatterns, secretsOfValue } from '../credential/mask';
import type { Environment } from '../environment';
import type { ExecTarget } from './target';

const mostFiles = 32;
/** No token and no key is longer. */
const mostBytes = 64 * 1024;
/** Flags and variables that name such a file, as AWS_WEB_IDENTITY_TOKEN_FILE and GOOGLE_APPLICATION_CREDENTIALS. */
const named = /(?:token|secret|pass(?:word|phrase)|key|credentials?|assertion).*(?:file|path)$|credentials$/i;

/** What is in the files that a kubeconfig and the plugin's variables name: read only to be hidden. */
export function filedSecrets({ exec, secretFiles = [] }: ExecTarget, environment: Environment): string[] {
  const { variables } = environment;
  const others = [
    ...filesInArgs(exec.args),
    ...exec.env.filter(({ name }) => named.test(name)).map(({ value }) => value),
    ...Object.entries(variables).flatMap(([name, value = '']) => (named.test(name) ? [value] : [])),
  ];
  const whole = [...new Set(secretFiles)].slice(0, mostFiles).map((path) => textOf(path, environment).trim());
  const parts = [...new Set(others)]
    .slice(0, mostFiles)
    .flatMap((path) => secretsIn(textOf(path, environment)));
  return [...whole, ...parts].filter((secret) => secret !== '');
}

function filesInArgs(args: readonly string[]): string[] {
  return args.flatMap((arg, index) => {
    const [, flag = '', value = ''] = /^--?([\w-]+)=(.*)$/s.exec(arg) ?? [];
    if (named.test(flag)) return [value];
    return /^--?[\w-]+$/.test(arg) && named.test(arg) ? [args[index + 1] ?? ''] : [];
  });
}

/** The empty string where there is none. */
function textOf(path: string, { files, home }: Environment): string {
  const absolute = path.replace(/^~(?=[/\\])/, () => home ?? '~');
  const stat = absolute === '' ? undefined : files.stat(absolute);
  // Whatever else it is might never end, or not even begin.
  if (stat?.kind !== 'file' || stat.size > mostBytes) return '';
  try {
    return Buffer.from(files.read(absolute, mostBytes)).toString('utf8');
  } catch {
    return '';
  }
}

/** A token or a key alone, an account in JSON, or settings line by line. */
function secretsIn(text: string): string[] {
  const whole = text.trim();
  if (!/\s/.test(whole) || whole.startsWith('-----BEGIN ')) return [whole];
  try {
    return secretsOfValue(JSON.parse(whole));
  } catch {
    const found: string[] = [];
    maskPatterns(whole, (secret) => found.push(secret));
    return found;
  }
}
