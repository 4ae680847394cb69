import { isUsable } from '../../document/kuberc';
import { isSince } from '../kubernetes-version';
import type { RuleContext } from '../rule';
import { namesDiffer } from './allowlist-names';
import { kubercFaults } from './faults';
import { kubercFile } from './file';
import { allowedBy, policyFieldsOf, policySince } from './policy';

/** Which plugins the user's preferences let kubectl run. `path`: of them, as kubectl names it. */
export type PluginPolicy =
  | { readonly kind: 'all' }
  | BrokenPolicy
  | { readonly kind: 'none'; readonly path: string }
  | { readonly kind: 'listed'; readonly path: string; readonly allowed: readonly string[] };

export interface BrokenPolicy {
  readonly kind: 'broken';
  readonly path: string;
  /** What kubectl prints. */
  readonly kubectl: string;
  /** Whether kubectl does nothing then; else it goes on as if there were no preferences. */
  readonly stops: boolean;
}

const all: PluginPolicy = { kind: 'all' };

/** All are allowed before 1.35, and where there is no machine to look at. */
export function pluginPolicy(context: RuleContext): PluginPolicy {
  if (!context.environment || !isSince(context, policySince)) return all;
  const file = kubercFile(context.environment, (each) => isUsable(each) && !namesDiffer(each, context));
  if (file.kind === 'none') return all;
  const { path } = file;
  if (file.kind === 'unusable') return { ...file, kind: 'broken' };
  const { document } = file;
  const [fault] = kubercFaults(document, context);
  if (fault) {
    const kubectl = `error occurred while applying preferences ${fault.finding.kubectl}`;
    return { kind: 'broken', path, kubectl, stops: true };
  }
  const { policy, list = [] } = policyFieldsOf(document, context) ?? { policy: '' };
  if (policy === 'DenyAll') return { kind: 'none', path };
  if (policy !== 'Allowlist') return all;
  return { kind: 'listed', path, allowed: list.map((entry) => allowedBy(entry, context)) };
}
