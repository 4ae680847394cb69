import type { Environment } from '../environment';
import { namesTakenAway, variableId } from './overrides';
import type { ExecTarget } from './target';

/**
 * The plugin's environment: the process' own, then the exec block's in order, then the exec info; the
 * last of equal names wins, and what is to be taken away is in neither. `undefined` when one has a NUL in it, which
 * os/exec refuses.
 */
export function pluginVariables(
  target: ExecTarget,
  environment: Environment,
  execInfo: string,
): Record<string, string> | undefined {
  const own = Object.entries(environment.variables).map(([name, value]) => ({ name, value }));
  const all = [...own, ...target.exec.env, { name: 'KUBERNETES_EXEC_INFO', value: execInfo }];
  const gone = new Set(namesTakenAway(target).map((name) => variableId(name, environment.platform)));
  const variables = new Map<string, [string, string]>();
  for (const { name, value } of all) {
    if (value === undefined) continue;
    const text = `${name}=${value}`;
    if (text.includes('\0')) return undefined;
    // Go joins first and splits afterwards, so a name with `=` in it sets another variable.
    const end = text.indexOf('=', 1);
    const key = text.slice(0, end);
    const id = variableId(key, environment.platform);
    if (!gone.has(id)) variables.set(id, [key, text.slice(end + 1)]);
  }
  return Object.fromEntries(variables.values());
}
