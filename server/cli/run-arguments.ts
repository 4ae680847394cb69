import { defaultTimeoutSeconds, longestTimeoutSeconds } from '../limits';
import { formatOf, parse } from './arguments';

export interface RunArguments {
  readonly path: string;
  readonly user: string | undefined;
  readonly context: string | undefined;
  readonly timeoutSeconds: number;
  readonly interactive: boolean;
  readonly yes: boolean;
  readonly format: 'text' | 'json';
}

/** What `run` is asked for; other words say what is wrong. */
export function runArguments(args: readonly string[]): RunArguments | string {
  const parsed = parse(args, {
    user: { type: 'string' },
    context: { type: 'string' },
    timeout: { type: 'string' },
    format: { type: 'string' },
    interactive: { type: 'boolean' },
    yes: { type: 'boolean', short: 'y' },
  });
  if ('problem' in parsed) return parsed.problem;
  if (parsed.help) return 'help';
  const { values, positionals } = parsed;
  const format = formatOf(values.format);
  if (typeof format !== 'string') return format.problem;
  const [path, another] = positionals;
  if (path === undefined) return 'no file is named';
  if (another !== undefined) return `one file at a time: "${another}" is one too many`;
  const timeoutSeconds = Number(values.timeout ?? defaultTimeoutSeconds);
  if (!(timeoutSeconds > 0 && timeoutSeconds <= longestTimeoutSeconds)) {
    return `--timeout takes seconds, more than 0 and at most ${longestTimeoutSeconds}, not "${values.timeout}"`;
  }
  const { user, context, interactive = false, yes = false } = values;
  return { path, user, context, timeoutSeconds, interactive, yes, format };
}
