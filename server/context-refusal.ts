import type { Kubeconfig, UserEntry } from './document/kubeconfig';
import type { RunReport } from './protocol';
import { pluginPolicy } from './rules/kuberc/plugin-policy';
import { pluginForbidden } from './rules/plugin-forbidden';
import type { RuleContext } from './rules/rule';
import { isPolicyRefusal } from './rules/verdict';
import { withoutUrlPasswords } from './url-passwords';

/** Why kubectl would not come to run the plugin of a context. */
export interface ContextRefusal {
  /** What has to change: the kubeconfig, or the user's kuberc. */
  readonly cause: 'kubeconfig' | 'policy';
  readonly message: string;
  readonly kubectl: string;
}

/** Reasons in the report of a run that was not forced, and codes of findings in one that was. */
export const refusedCodes = { kubeconfig: 'kubeconfig-refused', policy: 'policy' } as const;

/** `kubectl`: what it says of the context. Preferences at which it stops are no fault of the context. */
export function contextRefusal(
  kubectl: string | null,
  document: Kubeconfig,
  user: UserEntry,
  context: RuleContext,
): ContextRefusal | undefined {
  if (kubectl === null) return preferencesRefusal(context);
  if (isPolicyRefusal(kubectl)) {
    const [found] = pluginForbidden.check(user, document, context);
    return {
      cause: 'policy',
      message: found?.message ?? 'The plugin policy does not allow this plugin.',
      kubectl,
    };
  }
  const message = 'kubectl refuses this context before it runs the plugin. Correct its errors first.';
  return { cause: 'kubeconfig', message, kubectl };
}

function preferencesRefusal(context: RuleContext): ContextRefusal | undefined {
  const policy = pluginPolicy(context);
  if (policy.kind !== 'broken' || !policy.stops) return undefined;
  const message = `kubectl does nothing as long as ${policy.path} is wrong. Correct it first.`;
  return { cause: 'policy', message, kubectl: policy.kubectl };
}

/** What is said first of a run all the same. */
export function refusalFindings(refusal: ContextRefusal | undefined): RunReport['findings'] {
  if (!refusal) return [];
  const said = withoutUrlPasswords(refusal.kubectl).replace(/\s*\n\s*/g, ' ');
  const message = `kubectl refuses this context and would not have run the plugin: ${said}`;
  return [{ code: refusedCodes[refusal.cause], severity: 'error', message }];
}
