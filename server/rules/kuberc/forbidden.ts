import { join } from 'node:path';
import { cleanedCommand } from '../../command/clean';
import { lookPath } from '../../command/look-path';
import { resolveCommand } from '../../command/resolve';
import { programOfCommandLine } from '../../command/words';
import { redacted } from '../../document/quotable';
import type { Environment } from '../../environment';
import { goQuote } from '../../go/quote';
import type { RuleContext } from '../rule';
import { type PluginPolicy, pluginPolicy } from './plugin-policy';

/** Why kubectl does not start a plugin. */
export interface Forbidden {
  readonly policy: Extract<PluginPolicy, { kind: 'none' | 'listed' }>;
  /** kubectl's words. */
  readonly kubectl: string;
  /** The executable, or else the command, as an item of the allowlist names it. */
  readonly item: string;
}

/** Asks the policy as client-go does when it is about to start the plugin. */
export function forbidden(command: string, context: RuleContext): Forbidden | undefined {
  const { environment, directory } = context;
  const policy = environment && pluginPolicy(context);
  if (!policy || policy.kind === 'all' || policy.kind === 'broken') return undefined;
  const configured = resolveCommand(
    cleanedCommand(command, environment),
    join(directory ?? environment.cwd, 'config'),
    environment,
  ).command;
  const found = lookPath(configured, environment);
  const item = found.error === undefined ? found.path : configured;
  const kubectl =
    policy.kind === 'none'
      ? `plugin ${goQuote(configured)} not allowed: policy set to "DenyAll"`
      : listRefusal(configured, found, policy.allowed, environment);
  return kubectl === undefined ? undefined : { policy, item, kubectl: withoutArguments(kubectl, configured) };
}

/** Arguments do not belong in a command, and may be secrets where they are. */
function withoutArguments(kubectl: string, command: string): string {
  const program = programOfCommandLine(command);
  if (program === undefined) return kubectl;
  const quoted = goQuote(command).slice(1, -1);
  return kubectl.replaceAll(quoted, `${program} ${redacted}`).replaceAll(command, `${program} ${redacted}`);
}

/** The command counts as it is written, as what it leads to, and as what an item leads to. */
function listRefusal(
  configured: string,
  { path, error }: ReturnType<typeof lookPath>,
  allowed: readonly string[],
  environment: Environment,
): string | undefined {
  const shown = path || configured;
  if (allowed.includes(configured) || allowed.includes(shown)) return undefined;
  if (error !== undefined) {
    return `plugin path ${goQuote(shown)} cannot be resolved for credential plugin allowlist check: ${error}`;
  }
  const leadsThere = allowed.some((item) => {
    const found = lookPath(item, environment);
    return found.error === undefined && found.path === path;
  });
  if (leadsThere) return undefined;
  return `plugin path ${goQuote(shown)} is not permitted by the credential plugin allowlist`;
}
