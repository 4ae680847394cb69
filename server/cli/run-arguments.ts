import { defaultTimeoutSeconds, longestTimeoutSeconds } from '../limits';
import { formatOf, parse, releaseOf } from './arguments';
import { sourceProblem } from './configuration';

export interface RunArguments {
  readonly path: string | undefined;
  /** Several files, as in KUBECONFIG. */
  readonly list: string | undefined;
  readonly user: string | undefined;
  readonly context: string | undefined;
  readonly kubernetesVersion: string | undefined;
  readonly timeoutSeconds: number;
  readonly interactive: boolean;
  readonly yes: boolean;
  readonly force: boolean;
  readonly format: 'text' | 'json';
}

/** What `run` is asked for; other words say what is wrong. */
export function runArguments(args: readonly string[]): RunArguments | string {
  const parsed = parse(args, {
    kubeconfig: { type: 'string' },
    user: { type: 'string' },
    context: { type: 'string' },
    'kubernetes-version': { type: 'string' },
    // As the setting is spelled.
    kubernetesVersion: { type: 'string' },
    timeout: { type: 'string' },
    format: { type: 'string' },
    interactive: { type: 'boolean' },
    yes: { type: 'boolean', short: 'y' },
    force: { type: 'boolean' },
  });
  if ('problem' in parsed) return parsed.problem;
  if (parsed.help) return 'help';
  const { values, positionals } = parsed;
  const format = formatOf(values.format, ['text', 'json']);
  if (typeof format !== 'string') return format.problem;
  const kubernetesVersion = releaseOf(values['kubernetes-version'] ?? values.kubernetesVersion);
  if (typeof kubernetesVersion === 'object') return kubernetesVersion.problem;
  const [path, another] = positionals;
  const list = values.kubeconfig;
  const problem = sourceProblem({ path, list });
  if (problem !== undefined) return problem;
  if (another !== undefined) return `one file at a time: "${another}" is one too many`;
  const timeoutSeconds = Number(values.timeout ?? defaultTimeoutSeconds);
  if (!(timeoutSeconds > 0 && timeoutSeconds <= longestTimeoutSeconds)) {
    return `--timeout takes seconds, more than 0 and at most ${longestTimeoutSeconds}, not "${values.timeout}"`;
  }
  const { user, context, interactive = false, yes = false, force = false } = values;
  return { path, list, user, context, kubernetesVersion, timeoutSeconds, interactive, yes, force, format };
}
